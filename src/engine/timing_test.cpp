#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "engine/engine.hpp"
#include "engine/test_centre.hpp"

namespace varde::engine {
namespace {

using namespace testing;
using alarm::Action;
using alarm::Condition;
using alarm::SignalKind;
using alarm::State;
using alarm::Step;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const ActorId kAnne = make_id<ActorId>(1);
const ActorId kBo = make_id<ActorId>(2);

class EscalationTest : public ::testing::Test {
 protected:
  void SetUp() override {
    device_.plan = plan_.id = make_id<PlanId>(1);
    // Home care answers by day, next of kin never at this hour.
    plan_.steps = {{care::Target::home_care_team, make_id<ContactId>(1), 60s, {0x7F, 480, 960}},
                   {care::Target::next_of_kin, make_id<ContactId>(2), 90s, {0x7F, 1200, 60}},
                   {care::Target::response_centre, std::nullopt, 120s, {}}};
    plan_.priority_shift = 2;
    centre_.apply(PlanPut{plan_});
    centre_.apply(DevicePut{device_});
    id_ = centre_.press(device_.address);
  }
  const alarm::Alarm& alarm() const { return centre_.alarm(id_); }
  void alive(Duration duration) {
    for (Duration gone{}; gone < duration; gone += 10s) {
      centre_.apply(SignOfLife{kAnne});
      centre_.pass(10s);
    }
  }

  care::Device device_ = device_of(17);
  care::ResponsePlan plan_;
  Centre centre_;
  AlarmId id_;
};

TEST_F(EscalationTest, StepAfterStepByTheHourAndNeverAsleepAtTheLast) {
  EXPECT_EQ(alarm().priority, 4);
  EXPECT_EQ(alarm().step, 0);
  centre_.pass(60s);
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::escalated));
  EXPECT_EQ(centre_.told<AlarmLogged>().at(0).plan_step, 2) << "next of kin does not count at noon";
  EXPECT_EQ(alarm().step, 2);
  EXPECT_EQ(alarm().priority, 3);
  centre_.pass(120s);
  EXPECT_EQ(alarm().step, 2);
  EXPECT_EQ(alarm().priority, 2);
  centre_.pass(1h);
  EXPECT_EQ(alarm().priority, 1);
  EXPECT_EQ(alarm().escalations, 32);
  EXPECT_TRUE(centre_.engine.next_due());
}

TEST_F(EscalationTest, TheClockStopsWhileSomebodyHasItAndRunsAgainWhenGivenBack) {
  centre_.pass(30s);
  centre_.command(id_, kAnne, Action::take);
  EXPECT_FALSE(alarm().step_deadline);
  alive(10min);
  EXPECT_EQ(alarm().escalations, 0);
  centre_.command(id_, kAnne, Action::give_back);
  EXPECT_EQ(alarm().state, State::waiting);
  EXPECT_EQ(alarm().step_deadline, centre_.now + 60s);
  centre_.pass(60s);
  EXPECT_EQ(alarm().escalations, 1);
}

TEST_F(EscalationTest, AHandlerWhoDisappearsLosesTheAlarm) {
  centre_.command(id_, kAnne, Action::take);
  alive(3min);
  EXPECT_EQ(alarm().handler, kAnne);
  centre_.pass(60s);
  EXPECT_THAT(centre_.steps(), Contains(Step::handler_lost));
  EXPECT_EQ(alarm().state, State::waiting);
  EXPECT_FALSE(alarm().handler);
  EXPECT_TRUE(alarm().step_deadline);
  EXPECT_FALSE(centre_.engine.holds_alarm(kAnne));
}

TEST_F(EscalationTest, AnyCommandIsASignOfLifeForAllThatIsHeld) {
  const AlarmId other = centre_.press("scaip:1");
  centre_.command(id_, kAnne, Action::take);
  centre_.command(other, kAnne, Action::take);
  centre_.pass(50s);
  centre_.command(other, kAnne, Action::calling);
  centre_.pass(50s);
  EXPECT_EQ(alarm().handler, kAnne);
  centre_.apply(SignOfLife{kBo});
  centre_.pass(10s);
  EXPECT_FALSE(alarm().handler);
}

TEST_F(EscalationTest, AnotherTimeoutCountsAtOnce) {
  centre_.command(id_, kAnne, Action::take);
  centre_.apply(Settings{10s, 60s});
  EXPECT_EQ(centre_.engine.next_due(), centre_.now + 10s);
}

TEST_F(EscalationTest, AResponderWhoDoesNotAcceptIsShownToTheHandler) {
  centre_.command(id_, kAnne, Action::take);
  alarm::Command send{id_, kAnne, Action::send_to, {}, alarm::Responder{}, {}, false};
  centre_.apply(send);
  EXPECT_EQ(alarm().step_deadline, centre_.now + 60s);
  centre_.pass(30s);
  centre_.apply(SignOfLife{kAnne});
  centre_.pass(30s);
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::escalated));
  EXPECT_EQ(alarm().state, State::sent_to_responder);
  EXPECT_EQ(alarm().handler, kAnne);
  EXPECT_EQ(alarm().escalations, 1);
  centre_.command(id_, kAnne, Action::accepted);
  EXPECT_FALSE(alarm().step_deadline);
}

TEST_F(EscalationTest, APlanMadeShorterMeanwhileIsFollowedFromItsEnd) {
  centre_.pass(60s);
  ASSERT_EQ(alarm().step, 2);
  plan_.steps.erase(plan_.steps.begin(), plan_.steps.begin() + 2);
  centre_.apply(PlanPut{plan_});
  centre_.pass(120s);
  EXPECT_EQ(alarm().step, 0);
  EXPECT_EQ(alarm().escalations, 2);
}

class SilenceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    device_.silence_limit = 5min;
    centre_.apply(DevicePut{device_});
  }
  void beat() { centre_.apply(centre_.signal(device_.address, SignalKind::heartbeat)); }
  std::vector<alarm::Alarm> open() const {
    std::vector<alarm::Alarm> out;
    for (const auto* alarm : centre_.engine.open_alarms()) out.push_back(*alarm);
    return out;
  }

  care::Device device_ = device_of(17);
  Centre centre_;
};

TEST_F(SilenceTest, ASilentDeviceOpensATechnicalAlarmOnce) {
  centre_.pass(4min);
  beat();
  centre_.pass(5min - 1ms);
  EXPECT_THAT(open(), IsEmpty());
  centre_.pass(1ms);
  ASSERT_THAT(open(), SizeIs(1));
  EXPECT_EQ(open()[0].kind, SignalKind::technical);
  EXPECT_EQ(open()[0].condition, Condition::contact_lost);
  EXPECT_EQ(open()[0].protocol, alarm::Protocol::internal);
  EXPECT_EQ(open()[0].device, device_.id);
  const auto told = centre_.told<DeviceHeard>();
  ASSERT_THAT(told, SizeIs(1));
  EXPECT_TRUE(told[0].contact_lost);
  EXPECT_EQ(told[0].heard_at, kStart + 4min);
  centre_.pass(1h);
  EXPECT_THAT(open(), SizeIs(1));
}

TEST_F(SilenceTest, APauseOfTheCentreIsNoSilenceOfItsDevices) {
  centre_.pass(4min);
  centre_.now += 14h;
  centre_.apply(Resumed{14h});
  EXPECT_EQ(*centre_.engine.next_due(), centre_.now + 1min) << "what it was silent before counts";
  centre_.apply(Tick{});
  EXPECT_THAT(open(), IsEmpty());
  centre_.pass(1min);
  EXPECT_THAT(open(), SizeIs(1));
}

TEST_F(SilenceTest, APauseNeverCountsAsHearingInTheFuture) {
  centre_.pass(4min);
  EXPECT_EQ(centre_.apply(Resumed{Duration::max()}).status, Receipt::Status::accepted);
  EXPECT_EQ(*centre_.engine.next_due(), centre_.now + 5min);
  EXPECT_EQ(centre_.apply(Resumed{-1ms}).status, Receipt::Status::refused);
}

TEST_F(SilenceTest, HeardAgainIsShownAndWatchedAnew) {
  centre_.pass(5min);
  const AlarmId id = open().at(0).id;
  centre_.pass(1min);
  beat();
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::reset));
  EXPECT_FALSE(centre_.told<DeviceHeard>().at(0).contact_lost);
  EXPECT_TRUE(centre_.alarm(id).reset_at);
  centre_.pass(5min);
  EXPECT_THAT(open(), SizeIs(1)) << "the same trouble joins";
  EXPECT_EQ(centre_.alarm(id).repeats, 1U);
  EXPECT_FALSE(centre_.alarm(id).reset_at);
}

TEST_F(SilenceTest, ASilentDispenserHasItsOwnCode) {
  alarm::Signal low = centre_.technical(device_.address, Condition::battery_low);
  low.code = {1, 17, 0};
  centre_.apply(low);
  centre_.pass(5min);
  EXPECT_THAT(open(), Contains(::testing::Field(&alarm::Alarm::code, alarm::AlertCode{1, 20, 0})));
}

TEST_F(SilenceTest, WhatTheDeviceSaidOfItsLinkStandsUntilItSaysOtherwise) {
  centre_.apply(centre_.technical(device_.address, Condition::contact_lost));
  const AlarmId id = *centre_.receipt.alarm;
  beat();
  EXPECT_FALSE(centre_.alarm(id).reset_at);
  centre_.apply(centre_.technical(device_.address, Condition::contact_ok));
  EXPECT_TRUE(centre_.alarm(id).reset_at);
}

TEST_F(SilenceTest, ANewLimitCountsFromNowAndAWithdrawnDeviceIsNotWatched) {
  centre_.pass(4min);
  device_.model = "new name";
  centre_.apply(DevicePut{device_});
  EXPECT_EQ(centre_.engine.next_due(), kStart + 5min) << "other changes leave the watch alone";
  device_.silence_limit = 2min;
  centre_.apply(DevicePut{device_});
  EXPECT_EQ(centre_.engine.next_due(), kStart + 6min);
  device_.state = care::DeviceState::withdrawn;
  centre_.apply(DevicePut{device_});
  EXPECT_FALSE(centre_.engine.next_due());
}

TEST_F(SilenceTest, AWholeTownGoingSilentIsTakenInBoundedTicks) {
  constexpr std::uint64_t kTown = 2'500;
  for (std::uint64_t n = 100; n < 100 + kTown - 1; ++n) {
    care::Device device = device_of(n);
    device.silence_limit = 5min;
    centre_.apply(DevicePut{device});
  }
  centre_.now += 5min;
  int ticks = 0;
  while (centre_.engine.next_due() && *centre_.engine.next_due() <= centre_.now) {
    centre_.apply(Tick{});
    ++ticks;
    EXPECT_LE(centre_.told<SignalLogged>().size(), limits::kActsPerTick);
  }
  EXPECT_EQ(ticks, 3);
  EXPECT_EQ(centre_.engine.open_alarm_count(), kTown);
}

}  // namespace
}  // namespace varde::engine
