#include "engine/engine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/test_centre.hpp"

namespace varde::engine {
namespace {

using namespace testing;
using alarm::Action;
using alarm::CommandRefusal;
using alarm::Condition;
using alarm::SignalKind;
using alarm::State;
using alarm::Step;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const ActorId kAnne = make_id<ActorId>(1);
const ActorId kBo = make_id<ActorId>(2);

class EngineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    device_.plan = plan_.id = make_id<PlanId>(1);
    plan_.steps = {{care::Target::home_care_team, make_id<ContactId>(1), 60s, {}},
                   {care::Target::next_of_kin, make_id<ContactId>(2), 90s, {}},
                   {care::Target::response_centre, std::nullopt, 120s, {}}};
    centre_.apply(PlanPut{plan_});
    centre_.apply(DevicePut{device_});
  }

  AlarmId press() { return centre_.press(device_.address); }
  void hear(SignalKind kind) { centre_.apply(centre_.signal(device_.address, kind)); }

  care::Device device_ = device_of(17);
  care::ResponsePlan plan_;
  Centre centre_;
};

TEST_F(EngineTest, AnAlarmOpensWithDeviceUserAndPlanAndWaitsAtTheFirstStep) {
  const AlarmId id = press();
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::received, Step::waiting));
  const alarm::Alarm& alarm = centre_.alarm(id);
  EXPECT_EQ(alarm.state, State::waiting);
  EXPECT_EQ(alarm.device, device_.id);
  EXPECT_EQ(alarm.user, device_.user);
  EXPECT_EQ(alarm.home, device_.home);
  EXPECT_EQ(alarm.municipality, device_.municipality);
  EXPECT_EQ(alarm.plan, plan_.id);
  EXPECT_EQ(alarm.step_deadline, kStart + 60s);
  EXPECT_EQ(alarm.version, 1U);
  EXPECT_EQ(centre_.engine.next_due(), kStart + 60s);
}

TEST_F(EngineTest, AnUnknownDeviceStillAlarms) {
  const alarm::Alarm& alarm = centre_.alarm(centre_.press("scaip:1"));
  EXPECT_FALSE(alarm.device || alarm.user || alarm.plan);
  EXPECT_FALSE(alarm.municipality.known());
  EXPECT_EQ(alarm.step_deadline, kStart + centre_.engine.settings().default_step_limit);
}

TEST_F(EngineTest, ADeviceThatServesNobodyAlarmsWithoutAUser) {
  for (const auto state : {care::DeviceState::in_store, care::DeviceState::withdrawn}) {
    care::Device other = device_of(18 + static_cast<std::uint64_t>(state));
    other.state = state;
    centre_.apply(DevicePut{other});
    const alarm::Alarm& alarm = centre_.alarm(centre_.press(other.address));
    EXPECT_EQ(alarm.device, other.id);
    EXPECT_EQ(alarm.municipality, other.municipality);
    EXPECT_FALSE(alarm.user || alarm.home || alarm.plan);
  }
  device_.assigned_to = kStart;
  centre_.apply(DevicePut{device_});
  EXPECT_FALSE(centre_.alarm(press()).user);
}

TEST_F(EngineTest, ARepeatJoinsAndEveryThirdRaisesThePriority) {
  const AlarmId id = press();
  ASSERT_EQ(centre_.alarm(id).priority, 2);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(press(), id);
  EXPECT_EQ(centre_.alarm(id).priority, 2);
  EXPECT_EQ(press(), id);
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::repeat));
  EXPECT_EQ(centre_.alarm(id).priority, 1);
  EXPECT_EQ(centre_.alarm(id).repeats, 3U);
  EXPECT_EQ(centre_.engine.open_alarm_count(), 1U);
}

TEST_F(EngineTest, AMoreUrgentCodeTakesOver) {
  const AlarmId id = press();
  alarm::Signal fire = centre_.signal(device_.address);
  fire.code = {4, 11, 0};
  fire.raw_code = "dty=0023";
  centre_.apply(fire);
  EXPECT_EQ(centre_.receipt.alarm, id);
  EXPECT_EQ(centre_.alarm(id).priority, 1);
  EXPECT_EQ(centre_.alarm(id).raw_code, "dty=0023");
  press();
  EXPECT_EQ(centre_.alarm(id).code, (alarm::AlertCode{4, 11, 0}));
}

TEST_F(EngineTest, AResetIsShownAndClosesNothingAndANewPressTakesItBack) {
  const AlarmId id = press();
  hear(SignalKind::reset);
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::reset));
  EXPECT_EQ(centre_.receipt.alarm, id);
  EXPECT_EQ(centre_.alarm(id).reset_at, kStart);
  EXPECT_EQ(centre_.alarm(id).state, State::waiting);
  press();
  EXPECT_FALSE(centre_.alarm(id).reset_at);
}

TEST_F(EngineTest, AResetWithoutAnAlarmIsOnlyLogged) {
  hear(SignalKind::reset);
  EXPECT_THAT(centre_.told<SignalLogged>(), SizeIs(1));
  EXPECT_THAT(centre_.told<AlarmChanged>(), IsEmpty());
  EXPECT_FALSE(centre_.receipt.alarm);
}

TEST_F(EngineTest, AnEventJoinsAsALineAndALocationPointsToTheAlarm) {
  hear(SignalKind::event);
  EXPECT_FALSE(centre_.receipt.alarm);
  const AlarmId id = press();
  hear(SignalKind::event);
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::repeat));
  EXPECT_EQ(centre_.alarm(id).repeats, 0U);
  hear(SignalKind::location);
  EXPECT_THAT(centre_.steps(), IsEmpty());
  EXPECT_EQ(centre_.told<SignalLogged>().at(0).alarm, id);
}

TEST_F(EngineTest, AHeartbeatOnlyTellsThatTheDeviceLives) {
  hear(SignalKind::heartbeat);
  ASSERT_THAT(centre_.effects, SizeIs(1));
  EXPECT_EQ(centre_.told<DeviceHeard>().at(0).heard_at, kStart);
  centre_.apply(centre_.signal("scaip:1", SignalKind::heartbeat));
  EXPECT_THAT(centre_.effects, IsEmpty());
}

TEST_F(EngineTest, TechnicalAlarmsAreOnePerTroubleAndTheirEndIsShown) {
  centre_.apply(centre_.technical(device_.address, Condition::battery_ok));
  EXPECT_FALSE(centre_.receipt.alarm) << "a good state opens nothing";
  const AlarmId person = press();
  centre_.apply(centre_.technical(device_.address, Condition::battery_low));
  const AlarmId battery = *centre_.receipt.alarm;
  centre_.apply(centre_.technical(device_.address, Condition::mains_failed));
  const AlarmId mains = *centre_.receipt.alarm;
  EXPECT_EQ(centre_.engine.open_alarm_count(), 3U);
  centre_.apply(centre_.technical(device_.address, Condition::battery_low));
  EXPECT_EQ(centre_.receipt.alarm, battery);

  centre_.apply(centre_.technical(device_.address, Condition::battery_ok));
  EXPECT_TRUE(centre_.alarm(battery).reset_at);
  EXPECT_TRUE(centre_.alarm(battery).open());
  EXPECT_FALSE(centre_.alarm(mains).reset_at || centre_.alarm(person).reset_at);
  EXPECT_EQ(centre_.told<DeviceHeard>().at(0).battery, Condition::battery_ok);
  EXPECT_EQ(centre_.told<DeviceHeard>().at(0).mains, Condition::mains_failed);
}

TEST_F(EngineTest, OneHandlerAndTheSecondIsToldWho) {
  const AlarmId id = press();
  EXPECT_EQ(centre_.command(id, kAnne, Action::take).status, Receipt::Status::accepted);
  EXPECT_EQ(centre_.command(id, kBo, Action::take).refusal, CommandRefusal::taken_by_other);
  EXPECT_EQ(centre_.receipt.current->handler, kAnne);
  EXPECT_THAT(centre_.effects, IsEmpty());
  const auto version = centre_.alarm(id).version;
  EXPECT_EQ(centre_.command(id, kAnne, Action::take).status, Receipt::Status::accepted);
  EXPECT_EQ(centre_.alarm(id).version, version);
  EXPECT_EQ(centre_.command(make_id<AlarmId>(404), kBo, Action::take).refusal,
            CommandRefusal::no_such_alarm);
}

TEST_F(EngineTest, AClosedAlarmIsLeftAloneByTheNextPress) {
  const AlarmId first = press();
  centre_.command(first, kAnne, Action::take);
  EXPECT_EQ(centre_.close(first, kAnne).status, Receipt::Status::accepted);
  const AlarmId second = press();
  EXPECT_NE(first, second);
  EXPECT_EQ(centre_.command(first, kAnne, Action::reopen).refusal, CommandRefusal::wrong_state)
      << "two open cases of one device";
  EXPECT_EQ(centre_.alarm(first).state, State::closed);
}

TEST_F(EngineTest, ReopeningIsPossibleForAWhile) {
  const AlarmId id = press();
  centre_.command(id, kAnne, Action::take);
  centre_.close(id, kAnne);
  centre_.pass(10min);
  EXPECT_EQ(centre_.command(id, kBo, Action::reopen).status, Receipt::Status::accepted);
  EXPECT_EQ(centre_.alarm(id).handler, kBo);
  centre_.close(id, kBo);
  centre_.pass(10min + 1ms);
  EXPECT_EQ(centre_.command(id, kBo, Action::reopen).refusal, CommandRefusal::no_such_alarm);
  EXPECT_EQ(centre_.engine.find_alarm(id), nullptr);
}

TEST_F(EngineTest, AReopenedAlarmIsWhereItsDeviceIsNow) {
  const AlarmId id = press();
  centre_.command(id, kAnne, Action::take);
  centre_.close(id, kAnne);
  device_.address = "scaip:moved";
  centre_.apply(DevicePut{device_});
  EXPECT_EQ(centre_.command(id, kAnne, Action::reopen).status, Receipt::Status::accepted);
  EXPECT_EQ(centre_.alarm(id).address, "scaip:moved");
  EXPECT_EQ(press(), id) << "the device calls again";

  centre_.close(id, kAnne);
  const std::string before = device_.address;
  device_.address = "scaip:moved again";
  centre_.apply(DevicePut{device_});
  press();
  EXPECT_EQ(centre_.command(id, kAnne, Action::reopen).refusal, CommandRefusal::wrong_state)
      << "its newer case stands under the new address";
  EXPECT_EQ(centre_.alarm(id).address, before);
}

TEST_F(EngineTest, AReopenedAlarmGetsTheDeviceThatItsAddressHasGot) {
  const AlarmId id = centre_.press("scaip:nobody");
  centre_.command(id, kAnne, Action::take);
  centre_.close(id, kAnne);
  device_.address = "scaip:nobody";
  centre_.apply(DevicePut{device_});
  EXPECT_EQ(centre_.command(id, kAnne, Action::reopen).status, Receipt::Status::accepted);
  EXPECT_EQ(centre_.alarm(id).device, device_.id);
  EXPECT_EQ(centre_.alarm(id).user, device_.user);
}

TEST_F(EngineTest, APressOnAResolvedAlarmGivesItBackToItsHandler) {
  const AlarmId id = press();
  centre_.command(id, kAnne, Action::take);
  alarm::Command resolve{id, kAnne, Action::resolve, {}, {}, alarm::Outcome::advice, false};
  centre_.apply(resolve);
  ASSERT_EQ(centre_.alarm(id).state, State::resolved);
  press();
  EXPECT_THAT(centre_.steps(), ElementsAre(Step::repeat, Step::reopened));
  EXPECT_EQ(centre_.alarm(id).state, State::taken);
  EXPECT_EQ(centre_.alarm(id).handler, kAnne);
  EXPECT_EQ(centre_.alarm(id).outcome, alarm::Outcome::none);
}

TEST_F(EngineTest, SignalsWithoutAnAddressJoinOnlyWhileTheAlarmWaits) {
  const AlarmId first = centre_.press("scaip:?");
  EXPECT_EQ(centre_.press("scaip:?"), first);
  centre_.command(first, kAnne, Action::take);
  const AlarmId second = centre_.press("scaip:?");
  EXPECT_NE(second, first);
  EXPECT_EQ(centre_.press("scaip:?"), second);
}

TEST_F(EngineTest, OpenAlarmsAreSortedByPriorityThenAge) {
  const AlarmId old_press = centre_.press("scaip:1");
  centre_.pass(1s);
  const AlarmId young_press = centre_.press("scaip:2");
  alarm::Signal fall = centre_.signal("scaip:3");
  fall.code = alarm::kFall;
  centre_.apply(fall);
  const AlarmId fallen = *centre_.receipt.alarm;
  const auto order = [&] {
    std::vector<AlarmId> ids;
    for (const auto* alarm : centre_.engine.open_alarms()) ids.push_back(alarm->id);
    return ids;
  };
  EXPECT_THAT(order(), ElementsAre(fallen, old_press, young_press));
  for (int i = 0; i < 3; ++i) centre_.press("scaip:2");
  EXPECT_THAT(order(), ElementsAre(young_press, fallen, old_press)) << "as urgent, and older";
  EXPECT_THAT(centre_.engine.open_alarms(2), SizeIs(2));
}

// The open case still shows the one who had the device before: help would go to the wrong home.
TEST_F(EngineTest, ADeviceThatServesAnotherPersonOpensACaseOfItsOwn) {
  const AlarmId first = centre_.press(device_.address);
  centre_.command(first, kAnne, Action::take);
  device_.user = make_id<UserId>(77);
  device_.home = make_id<HomeId>(77);
  device_.assigned_from = centre_.now;
  centre_.apply(DevicePut{device_});
  const AlarmId second = centre_.press(device_.address);
  EXPECT_NE(second, first);
  EXPECT_EQ(centre_.alarm(second).user, make_id<UserId>(77));
  EXPECT_EQ(centre_.alarm(second).state, alarm::State::waiting);
  EXPECT_EQ(centre_.press(device_.address), second) << "and joins that";
  EXPECT_EQ(centre_.alarm(first).repeats, 0U);

  device_.state = care::DeviceState::withdrawn;
  centre_.apply(DevicePut{device_});
  EXPECT_EQ(centre_.press(device_.address), first) << "whose it is now, nobody knows";
}

TEST_F(EngineTest, AnAlarmFollowsItsDevice) {
  const AlarmId unknown = centre_.press("scaip:5");
  care::Device late = device_of(5);
  late.address = "scaip:5";
  centre_.apply(DevicePut{late});
  EXPECT_EQ(centre_.alarm(unknown).user, late.user);
  late.address = "scaip:6";
  centre_.apply(DevicePut{late});
  EXPECT_EQ(centre_.alarm(unknown).address, "scaip:6");
  EXPECT_EQ(centre_.press("scaip:6"), unknown);
  EXPECT_EQ(centre_.engine.find_device("scaip:5"), nullptr);
}

TEST_F(EngineTest, UnsoundRegisterEntriesAreRefused) {
  care::Device other = device_of(3);
  other.address = device_.address;
  EXPECT_EQ(centre_.apply(DevicePut{other}).status, Receipt::Status::refused);
  other.address.clear();
  EXPECT_EQ(centre_.apply(DevicePut{other}).status, Receipt::Status::refused);
  other = device_of(3);
  other.silence_limit = 1s;
  EXPECT_EQ(centre_.apply(DevicePut{other}).status, Receipt::Status::refused);
  EXPECT_EQ(centre_.apply(PlanPut{}).status, Receipt::Status::refused);
  EXPECT_EQ(centre_.apply(Settings{0s, 60s}).status, Receipt::Status::refused);
  EXPECT_EQ(centre_.engine.settings(), Settings{});
  EXPECT_THAT(centre_.effects, IsEmpty());
}

TEST_F(EngineTest, ALookAtAPersonIsPassedOn) {
  centre_.apply(tenancy::AccessRecord{});
  EXPECT_THAT(centre_.told<AccessLogged>(), SizeIs(1));
}

TEST_F(EngineTest, ARepeatedKeyIsAnsweredAsTheFirstTime) {
  alarm::Signal signal = centre_.signal(device_.address);
  signal.key = "scaip:17/1";
  centre_.apply(signal);
  const Receipt first = centre_.receipt;
  signal.id = make_id<SignalId>(99);
  const auto told = centre_.engine.remembered(signal);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->status, Receipt::Status::duplicate);
  EXPECT_EQ(told->signal, first.signal);
  EXPECT_EQ(told->alarm, first.alarm);
  EXPECT_EQ(told->position, first.position);
  EXPECT_EQ(centre_.apply(signal).status, Receipt::Status::duplicate);
  EXPECT_THAT(centre_.effects, IsEmpty());
  signal.content = 8;
  EXPECT_EQ(centre_.engine.remembered(signal)->status, Receipt::Status::conflict);
  EXPECT_FALSE(centre_.engine.remembered(signal, kStart + 10min)) << "SCAIP keys live short";
  signal.protocol = alarm::Protocol::http;
  EXPECT_FALSE(centre_.engine.remembered(signal)) << "another protocol's keys";
}

// A device that does not count its references calls anew under the one that was handled.
TEST_F(EngineTest, TheSameReferenceAfterItsAlarmIsClosedIsANewCall) {
  alarm::Signal signal = centre_.signal(device_.address);
  signal.key = "scaip:17/1";
  centre_.apply(signal);
  const AlarmId first = *centre_.receipt.alarm;
  centre_.now += 50s;
  EXPECT_EQ(centre_.engine.remembered(signal, centre_.now)->status, Receipt::Status::duplicate);
  centre_.command(first, make_id<ActorId>(1), alarm::Action::take);
  centre_.close(first, make_id<ActorId>(1));
  EXPECT_TRUE(centre_.engine.remembered(signal, centre_.now))
      << "may still be the first, sent again";

  centre_.now += 60s;
  signal.id = make_id<SignalId>(99);
  EXPECT_FALSE(centre_.engine.remembered(signal, centre_.now));
  EXPECT_EQ(centre_.apply(signal).status, Receipt::Status::accepted);
  const AlarmId second = *centre_.receipt.alarm;
  EXPECT_NE(second, first);
  EXPECT_EQ(centre_.alarm(second).state, alarm::State::waiting);
  EXPECT_EQ(centre_.engine.remembered(signal, centre_.now)->alarm, second);
}

TEST_F(EngineTest, ASendersKeyOverHttpStaysARepeatAfterItsAlarmIsClosed) {
  alarm::Signal signal = centre_.signal(device_.address);
  signal.protocol = alarm::Protocol::http;
  signal.key = "http:x/1";
  centre_.apply(signal);
  const AlarmId first = *centre_.receipt.alarm;
  centre_.command(first, make_id<ActorId>(1), alarm::Action::take);
  centre_.close(first, make_id<ActorId>(1));
  centre_.now += 1h;
  EXPECT_EQ(centre_.engine.remembered(signal, centre_.now)->alarm, first);
}

TEST_F(EngineTest, HeartbeatsWithOneKeyAllCount) {
  alarm::Signal beat = centre_.signal(device_.address, SignalKind::heartbeat);
  beat.key = "scaip:17/1";
  centre_.apply(beat);
  EXPECT_FALSE(centre_.engine.remembered(beat));
  EXPECT_EQ(centre_.apply(beat).status, Receipt::Status::accepted);
}

}  // namespace
}  // namespace varde::engine
