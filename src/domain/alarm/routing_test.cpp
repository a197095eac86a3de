#include "domain/alarm/routing.hpp"

#include <gtest/gtest.h>

namespace varde::alarm {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNoon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 18} + 11h;
constexpr Duration kDefault = 2min;

const care::ResponsePlan kPlan{
    PlanId{{1, 1}},
    {{care::Target::home_care_team, ContactId{{1, 1}}, 60s, {0x7F, 480, 960}},
     {care::Target::on_call, ContactId{{1, 2}}, 90s, {0x7F, 960, 480}},
     {care::Target::response_centre, std::nullopt, std::nullopt, {}}},
    0};
const Route kRoute{kPlan, kDefault};

Alarm waiting() {
  Alarm alarm;
  alarm.state = State::waiting;
  alarm.changed_at = kNoon;
  return alarm;
}

TEST(Routing, TheFirstStepIsTheOneThatCountsNow) {
  Alarm by_day = waiting();
  start_step(by_day, kRoute, 0, kNoon);
  EXPECT_EQ(by_day.step, 0);
  EXPECT_EQ(by_day.step_deadline, kNoon + 60s);
  Alarm by_night = waiting();
  start_step(by_night, kRoute, 0, kNoon + 12h);
  EXPECT_EQ(by_night.step, 1);
  EXPECT_EQ(by_night.step_deadline, kNoon + 12h + 90s);
}

TEST(Routing, AStepWithoutALimitHasTheDefault) {
  Alarm alarm = waiting();
  start_step(alarm, kRoute, 2, kNoon);
  EXPECT_EQ(alarm.step_deadline, kNoon + kDefault);
  EXPECT_EQ(kRoute.limit(99), kDefault);
}

TEST(Routing, EscalationRaisesCountsAndGoesOn) {
  Alarm alarm = waiting();
  start_step(alarm, kRoute, 0, kNoon);
  Instant now = kNoon;
  for (const int step : {2, 2, 2}) {
    now = *alarm.step_deadline;
    const auto before = alarm;
    escalate(alarm, kRoute, now);
    EXPECT_EQ(alarm.step, step);
    EXPECT_EQ(alarm.escalations, before.escalations + 1);
    EXPECT_EQ(alarm.priority, std::max(1, before.priority - 1));
    EXPECT_EQ(alarm.step_deadline, now + kDefault);
    EXPECT_EQ(alarm.state, State::waiting);
  }
}

TEST(Routing, TheClockAfterEachKindOfStep) {
  Alarm alarm = waiting();
  start_step(alarm, kRoute, 0, kNoon);
  alarm.state = State::taken;
  set_clock(alarm, kRoute, Step::taken, kNoon + 1s);
  EXPECT_FALSE(alarm.step_deadline);
  alarm.state = State::sent_to_responder;
  set_clock(alarm, kRoute, Step::sent_to_responder, kNoon + 2s);
  EXPECT_EQ(alarm.step_deadline, kNoon + 62s);
  set_clock(alarm, kRoute, Step::note, kNoon + 3s);
  EXPECT_EQ(alarm.step_deadline, kNoon + 62s) << "a note does not buy the responder time";
  alarm.state = State::accepted_by_responder;
  set_clock(alarm, kRoute, Step::accepted_by_responder, kNoon + 4s);
  EXPECT_FALSE(alarm.step_deadline);
  alarm.state = State::waiting;
  set_clock(alarm, kRoute, Step::given_back, kNoon + 5s);
  EXPECT_EQ(alarm.step_deadline, kNoon + 65s);
}

TEST(Routing, ASlowResponderEscalatesInTheHandlersHands) {
  Alarm alarm = waiting();
  alarm.state = State::sent_to_responder;
  alarm.handler = ActorId{{1, 1}};
  set_clock(alarm, kRoute, Step::sent_to_responder, kNoon);
  escalate(alarm, kRoute, kNoon + 60s);
  EXPECT_EQ(alarm.state, State::sent_to_responder);
  EXPECT_TRUE(alarm.handler);
  EXPECT_EQ(alarm.step, 0);
  EXPECT_EQ(alarm.step_deadline, kNoon + 120s);
}

TEST(Routing, ALostHandlerLeavesTheAlarmWhereItWasInItsPlan) {
  Alarm alarm = waiting();
  alarm.step = 1;
  alarm.state = State::resolved;
  alarm.outcome = Outcome::advice;
  alarm.handler = ActorId{{1, 1}};
  lose_handler(alarm, kRoute, kNoon + 12h);
  EXPECT_EQ(alarm.state, State::waiting);
  EXPECT_FALSE(alarm.handler);
  EXPECT_EQ(alarm.outcome, Outcome::none);
  EXPECT_EQ(alarm.step, 1);
  EXPECT_TRUE(alarm.step_deadline);
}

}  // namespace
}  // namespace varde::alarm
