#include "domain/alarm/correlation.hpp"

#include <map>

#include <gtest/gtest.h>

namespace varde::alarm {
namespace {

using namespace std::chrono_literals;
constexpr Instant kNow{Duration{1'795'000'000'000}};

Signal signal(SignalKind kind, Condition condition = Condition::none) {
  Signal s;
  s.id = SignalId{{1, 1}};
  s.kind = kind;
  s.address = "scaip:1";
  s.condition = condition;
  return s;
}

TEST(Correlation, AlarmsAndTroublesOpen) {
  const std::map<SignalKind, bool> kOpens = {
      {SignalKind::alarm, true},      {SignalKind::technical, true},    {SignalKind::reset, false},
      {SignalKind::heartbeat, false}, {SignalKind::measurement, false}, {SignalKind::event, false},
      {SignalKind::location, false}};
  for (const auto& [kind, opening] : kOpens)
    EXPECT_EQ(opens(signal(kind)), opening) << to_string(kind);
  for (const auto ok : {Condition::battery_ok, Condition::mains_ok, Condition::contact_ok})
    EXPECT_FALSE(opens(signal(SignalKind::technical, ok))) << to_string(ok);
  for (const auto bad :
       {Condition::battery_low, Condition::mains_failed, Condition::contact_lost, Condition::fault})
    EXPECT_TRUE(opens(signal(SignalKind::technical, bad))) << to_string(bad);
}

TEST(Correlation, AnAlarmOpensAsTheSignalSays) {
  Signal s = signal(SignalKind::alarm);
  s.code = kFall;
  s.raw_code = "dty=0005";
  s.location = 11;
  s.understood = false;
  const Alarm alarm = open_alarm(s, kNow);
  EXPECT_EQ(alarm.id, s.id);
  EXPECT_EQ(alarm.code, kFall);
  EXPECT_EQ(alarm.raw_code, s.raw_code);
  EXPECT_EQ(alarm.address, s.address);
  EXPECT_EQ(alarm.location, 11);
  EXPECT_FALSE(alarm.understood);
  EXPECT_EQ(alarm.received_at, kNow);
  EXPECT_EQ(alarm.state, State::received);
  EXPECT_FALSE(alarm.seen_by_person);
}

TEST(Correlation, AlarmsJoinAlarmsAndTroublesTheSameTrouble) {
  const Alarm person = open_alarm(signal(SignalKind::alarm), kNow);
  Signal fall = signal(SignalKind::alarm);
  fall.code = kFall;
  EXPECT_TRUE(joins(person, fall)) << "whatever its code";
  EXPECT_FALSE(joins(person, signal(SignalKind::technical, Condition::fault)));

  const Alarm battery = open_alarm(signal(SignalKind::technical, Condition::battery_low), kNow);
  EXPECT_TRUE(joins(battery, signal(SignalKind::technical, Condition::battery_low)));
  EXPECT_FALSE(joins(battery, signal(SignalKind::technical, Condition::mains_failed)));
  EXPECT_FALSE(joins(battery, signal(SignalKind::alarm)));
  Signal other_code = signal(SignalKind::technical, Condition::battery_low);
  other_code.code = {1, 17, 0};
  EXPECT_FALSE(joins(battery, other_code));
}

TEST(Correlation, NothingJoinsAClosedAlarm) {
  Alarm alarm = open_alarm(signal(SignalKind::alarm), kNow);
  alarm.state = State::closed;
  EXPECT_FALSE(joins(alarm, signal(SignalKind::alarm)));
  EXPECT_FALSE(withdraws(alarm, signal(SignalKind::reset)));
}

TEST(Correlation, ResetsWithdrawAlarmsAndGoodStatesTheirTrouble) {
  const Alarm person = open_alarm(signal(SignalKind::alarm), kNow);
  EXPECT_TRUE(withdraws(person, signal(SignalKind::reset)));
  EXPECT_FALSE(withdraws(person, signal(SignalKind::technical, Condition::battery_ok)));
  const std::map<Condition, Condition> kEnds = {{Condition::battery_ok, Condition::battery_low},
                                                {Condition::mains_ok, Condition::mains_failed},
                                                {Condition::contact_ok, Condition::contact_lost}};
  for (const auto& [ok, bad] : kEnds) {
    const Alarm trouble = open_alarm(signal(SignalKind::technical, bad), kNow);
    EXPECT_FALSE(withdraws(trouble, signal(SignalKind::reset)));
    for (const auto& [other_ok, other_bad] : kEnds)
      EXPECT_EQ(withdraws(trouble, signal(SignalKind::technical, other_ok)), other_ok == ok);
  }
  const Alarm fault = open_alarm(signal(SignalKind::technical, Condition::fault), kNow);
  EXPECT_FALSE(withdraws(fault, signal(SignalKind::technical, Condition::battery_ok)));
}

TEST(Correlation, ALessUrgentRepeatChangesNeitherCodeNorPriority) {
  Signal fall = signal(SignalKind::alarm);
  fall.code = kFall;
  Alarm alarm = open_alarm(fall, kNow);
  alarm.state = State::waiting;
  EXPECT_FALSE(join(alarm, signal(SignalKind::alarm), 0, kNow + 1s));
  EXPECT_EQ(alarm.code, kFall);
  EXPECT_EQ(alarm.priority, 1);
  EXPECT_EQ(alarm.repeats, 1U);
  EXPECT_EQ(alarm.last_signal_at, kNow + 1s);
  EXPECT_EQ(alarm.received_at, kNow);
}

TEST(Correlation, ARepeatThatIsNotUnderstoodMakesTheCaseSo) {
  Alarm alarm = open_alarm(signal(SignalKind::alarm), kNow);
  alarm.state = State::waiting;
  Signal garbled = signal(SignalKind::alarm);
  garbled.understood = false;
  join(alarm, garbled, 0, kNow);
  EXPECT_FALSE(alarm.understood);
}

TEST(Correlation, AddressesThatNameNobody) {
  EXPECT_FALSE(names_device(""));
  EXPECT_FALSE(names_device("scaip:?"));
  EXPECT_TRUE(names_device("scaip:1"));
}

}  // namespace
}  // namespace varde::alarm
