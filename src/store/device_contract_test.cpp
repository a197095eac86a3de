#include "store/test_contract.hpp"

namespace varde::store::testing {
namespace {

using ::testing::ElementsAre;
using Condition = access::DeviceFilter::Condition;

care::Device device_numbered(std::uint64_t number) {
  care::Device device;
  device.id = id<DeviceId>(number);
  device.address = "scaip:9000000" + std::to_string(number);
  device.model = "Cäre Phone " + std::to_string(number);
  device.municipality = {1813};
  device.state = care::DeviceState::in_use;
  return device;
}

class DeviceContract : public StoreContract {
 protected:
  void put(const care::Device& device, Instant time = at(0)) {
    effects_.entry(time).add(engine::DeviceChanged{device});
  }
  void hear(const engine::DeviceHeard& heard) { effects_.entry(at(9)).add(heard); }

  std::vector<std::uint64_t> found(const access::DeviceFilter& filter, std::size_t limit = 2) {
    std::vector<std::uint64_t> numbers;
    for (const auto& row :
         all_pages(limit, [&](const auto& page) { return records().devices(filter, page); }))
      numbers.push_back(row.device.id.low);
    return numbers;
  }
};

TEST_P(DeviceContract, EveryFieldComesBack) {
  auto device = device_numbered(1);
  device.user = id<UserId>(2);
  device.home = id<HomeId>(3);
  device.plan = id<PlanId>(4);
  device.assigned_from = at(5);
  device.assigned_to = at(6);
  device.silence_limit = Duration{123'456};
  put(device);
  hear({device.id, alarm::Condition::battery_low, alarm::Condition::mains_ok, true, at(7)});
  settle();
  const auto row = records().device(device.id).value();
  EXPECT_EQ(row.device.address, device.address);
  EXPECT_EQ(row.device.model, device.model);
  EXPECT_EQ(row.device.municipality, device.municipality);
  EXPECT_EQ(row.device.state, device.state);
  EXPECT_EQ(row.device.user, device.user);
  EXPECT_EQ(row.device.home, device.home);
  EXPECT_EQ(row.device.plan, device.plan);
  EXPECT_EQ(row.device.assigned_from, device.assigned_from);
  EXPECT_EQ(row.device.assigned_to, device.assigned_to);
  EXPECT_EQ(row.device.silence_limit, device.silence_limit);
  EXPECT_EQ(row.heard_at, at(7));
  EXPECT_EQ(row.battery, alarm::Condition::battery_low);
  EXPECT_EQ(row.mains, alarm::Condition::mains_ok);
  EXPECT_TRUE(row.contact_lost);
  EXPECT_FALSE(records().device(id<DeviceId>(9)));
}

TEST_P(DeviceContract, WhatADeviceSaysAndWhatPeopleSetDoNotDisturbEachOther) {
  auto device = device_numbered(1);
  put(device);
  hear({device.id, alarm::Condition::battery_low, {}, false, at(5)});
  device.model = "Other";
  put(device);
  hear({device.id, alarm::Condition::battery_low, {}, true, std::nullopt});
  settle();
  const auto row = records().device(device.id).value();
  EXPECT_EQ(row.device.model, "Other");
  EXPECT_EQ(row.heard_at, at(5)) << "silence does not take away when it was heard";
  EXPECT_EQ(row.battery, alarm::Condition::battery_low);
  EXPECT_TRUE(row.contact_lost);
}

TEST_P(DeviceContract, ListsByAddressAndCondition) {
  for (const std::uint64_t number : {4U, 2U, 5U, 1U, 3U}) put(device_numbered(number));
  hear({id<DeviceId>(1), {}, {}, true, {}});
  hear({id<DeviceId>(2), alarm::Condition::battery_low, {}, false, at(1)});
  hear({id<DeviceId>(3), alarm::Condition::battery_ok, alarm::Condition::mains_failed, false,
        at(1)});
  settle();
  for (const std::size_t limit : {1U, 2U, 5U, 9U})
    EXPECT_THAT(found({}, limit), ElementsAre(1, 2, 3, 4, 5)) << limit;
  EXPECT_THAT(found({.condition = Condition::lost}), ElementsAre(1));
  EXPECT_THAT(found({.condition = Condition::battery}), ElementsAre(2));
  EXPECT_THAT(found({.condition = Condition::mains}), ElementsAre(3));
  EXPECT_THAT(found({.condition = Condition::well}), ElementsAre(4, 5));
}

TEST_P(DeviceContract, FiltersByScopeUserAndText) {
  for (std::uint64_t number = 1; number <= 3; ++number) {
    auto device = device_numbered(number);
    device.municipality = {static_cast<std::uint16_t>(1810 + number)};
    device.user = id<UserId>(number % 2);
    put(device);
  }
  settle();
  EXPECT_THAT(found({.municipalities = access::Municipalities{}}), ElementsAre());
  EXPECT_THAT(found({.municipalities = access::Municipalities{{1812}, {1813}}}), ElementsAre(2, 3));
  EXPECT_THAT(found({.user = id<UserId>(1)}), ElementsAre(1, 3));
  EXPECT_THAT(found({.text = "90000002"}), ElementsAre(2));
  EXPECT_THAT(found({.text = "cære PHONE"}), ElementsAre(1, 2, 3));
  EXPECT_THAT(found({.text = "phone 3"}), ElementsAre(3));
  EXPECT_THAT(found({.text = "90000001 c"}), ElementsAre()) << "not across address and model";
  EXPECT_THAT(found({.text = "' OR '1'='1"}), ElementsAre());
}

TEST_P(DeviceContract, OneAddressOfTwoDevicesIsShownNotRefused) {
  auto second = device_numbered(2);
  second.address = device_numbered(1).address;
  put(device_numbered(1));
  put(second);
  settle();
  EXPECT_THAT(found({}, 1), ElementsAre(1, 2));
}

TEST_P(DeviceContract, CountsOpenAlarms) {
  put(device_numbered(1));
  for (std::uint64_t number = 1; number <= 3; ++number) {
    auto alarm = alarm_numbered(number);
    alarm.device = id<DeviceId>(1);
    if (number == 3) alarm.state = alarm::State::closed;
    effects_.entry(at(1)).add(engine::AlarmChanged{alarm});
  }
  settle();
  EXPECT_EQ(records().device(id<DeviceId>(1))->open_alarms, 2U);
  EXPECT_EQ(records().devices({}, {}).items[0].open_alarms, 2U);
}

TEST_P(DeviceContract, KeepsTheHistoryOfAssignments) {
  auto device = device_numbered(1);
  put(device, at(0));
  device.user = id<UserId>(1);
  put(device, at(10));
  device.model = "New firmware";
  put(device, at(15));
  device.user = id<UserId>(2);
  device.home = id<HomeId>(7);
  device.assigned_from = at(20);
  device.assigned_to = at(99);
  put(device, at(21));
  device.user.reset();
  device.home.reset();
  put(device, at(30));
  settle();
  const auto history = records().assignments(device.id);
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].user, id<UserId>(2));
  EXPECT_EQ(history[0].home, id<HomeId>(7));
  EXPECT_EQ(history[0].from, at(20));
  EXPECT_EQ(history[0].to, at(30));
  EXPECT_EQ(history[1].user, id<UserId>(1));
  EXPECT_EQ(history[1].from, at(10));
  EXPECT_EQ(history[1].to, at(20));
  EXPECT_TRUE(records().assignments(id<DeviceId>(9)).empty());
}

TEST_P(DeviceContract, KeepsItsSignalsNewestFirst) {
  for (std::uint64_t number = 1; number <= 4; ++number) {
    alarm::Signal signal;
    signal.id = id<SignalId>(number);
    signal.kind = alarm::SignalKind::technical;
    signal.address = "scaip:1";
    signal.code = {5, 1, 0};
    signal.raw_code = "stc=0027";
    signal.location = 3;
    signal.condition = alarm::Condition::battery_low;
    signal.understood = false;
    signal.device_time = at(-100);
    const std::optional<DeviceId> device =
        number == 2 ? std::nullopt : std::optional(id<DeviceId>(1));
    effects_.entry(at(static_cast<std::int64_t>(number)))
        .add(engine::SignalLogged{signal, device, id<AlarmId>(7)}, "ord " + std::to_string(number));
  }
  settle();
  const auto signals = records().signals(id<DeviceId>(1), 2);
  ASSERT_EQ(signals.size(), 2U);
  EXPECT_EQ(signals[0].signal.id, id<SignalId>(4));
  EXPECT_EQ(signals[0].position, 4U);
  EXPECT_EQ(signals[0].at, at(4));
  EXPECT_EQ(signals[0].alarm, id<AlarmId>(7));
  EXPECT_EQ(signals[0].text, "ord 4");
  EXPECT_EQ(signals[1].signal.id, id<SignalId>(3));
  EXPECT_EQ(signals[1].signal.condition, alarm::Condition::battery_low);
  EXPECT_EQ(signals[1].signal.device_time, at(-100));
  EXPECT_FALSE(signals[1].signal.understood);
  EXPECT_EQ(records().signals(id<DeviceId>(1), 9).size(), 3U);
}

TEST_P(DeviceContract, APlanIsReplacedWhole) {
  care::ResponsePlan plan{.id = id<PlanId>(1), .steps = {}, .priority_shift = -1};
  plan.steps.resize(4);
  plan.steps[0] = {
      care::Target::home_care_team, id<ContactId>(5), Duration{90'000}, {0x1F, 480, 930}};
  effects_.entry(at(0)).add(engine::PlanChanged{plan});
  settle();
  EXPECT_EQ(records().plan(plan.id), plan);
  plan.steps.resize(2);
  plan.priority_shift = 2;
  effects_.entry(at(1)).add(engine::PlanChanged{plan});
  settle();
  EXPECT_EQ(records().plan(plan.id), plan);
  EXPECT_FALSE(records().plan(id<PlanId>(2)));
}

INSTANTIATE_TEST_SUITE_P(Stores, DeviceContract, stores(), store_name);

}  // namespace
}  // namespace varde::store::testing
