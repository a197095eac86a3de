#include "domain/care/plan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.hpp"

namespace varde::care {
namespace {

using namespace std::chrono_literals;

constexpr std::uint8_t kMonday = 1;
constexpr std::uint8_t kFriday = 1 << 4;
constexpr std::uint8_t kWeek = 0x7F;

/// Norwegian winter time of a day in the week of Monday 16 November 2026.
Instant at(int day, int hour, int minute = 0) {
  return std::chrono::sys_days{std::chrono::year{2026} / 11 / 16} + std::chrono::days{day} +
         std::chrono::hours{hour - 1} + std::chrono::minutes{minute};
}
bool counts(const Hours& hours, Instant t) { return hours.contains(to_norwegian_time(t)); }

TEST(Hours, WithinADay) {
  const Hours day{kMonday, 8 * 60, 16 * 60};
  EXPECT_FALSE(counts(day, at(0, 7, 59)));
  EXPECT_TRUE(counts(day, at(0, 8)));
  EXPECT_TRUE(counts(day, at(0, 15, 59)));
  EXPECT_FALSE(counts(day, at(0, 16)));
  EXPECT_FALSE(counts(day, at(1, 8))) << "Tuesday";
}

TEST(Hours, PastMidnightBelongsToTheDayItStartedOn) {
  const Hours night{kFriday, 22 * 60, 7 * 60};
  EXPECT_FALSE(counts(night, at(4, 6))) << "Friday morning is Thursday's night";
  EXPECT_TRUE(counts(night, at(4, 22)));
  EXPECT_TRUE(counts(night, at(5, 6, 59))) << "Saturday morning";
  EXPECT_FALSE(counts(night, at(5, 7)));
  EXPECT_FALSE(counts(night, at(5, 22)));
}

TEST(Hours, SundayNightReachesIntoMonday) {
  const Hours night{1 << 6, 22 * 60, 60};
  EXPECT_TRUE(counts(night, at(7, 0, 30)));
  EXPECT_FALSE(counts(night, at(0, 12)));
}

TEST(Hours, FromEqualToUntilIsARoundOfTheClock) {
  const Hours round{kMonday, 480, 480};
  EXPECT_TRUE(counts(round, at(0, 8)));
  EXPECT_TRUE(counts(round, at(1, 7, 59)));
  EXPECT_FALSE(counts(round, at(1, 8)));
}

TEST(Hours, FollowTheShiftToSummerTime) {
  // Sunday 29 March 2026 has no 02:00-03:00: the step until 03:00 ends at 01:00 UTC.
  const Hours night{kWeek, 0, 3 * 60};
  const Instant one_utc = std::chrono::sys_days{std::chrono::year{2026} / 3 / 29} + 1h;
  EXPECT_TRUE(counts(night, one_utc - 1ms));
  EXPECT_FALSE(counts(night, one_utc));
}

ResponsePlan sound() {
  ResponsePlan plan;
  plan.steps = {{Target::home_care_team, ContactId{{1, 1}}, 60s, {kWeek, 480, 960}},
                {Target::next_of_kin, ContactId{{1, 2}}, 90s, {kWeek, 960, 1320}},
                {Target::response_centre, std::nullopt, std::nullopt, {}}};
  return plan;
}

TEST(Plan, ASoundPlanPasses) {
  EXPECT_TRUE(check(sound()));
  EXPECT_TRUE(check(default_plan()));
}

TEST(Plan, EachBrokenRuleIsNamed) {
  const struct {
    void (*breaks)(ResponsePlan&);
    const char* says;
  } kRows[] = {
      {[](ResponsePlan& p) { p.steps.clear(); }, "no steps"},
      {[](ResponsePlan& p) { p.steps.assign(limits::kPlanSteps + 1, PlanStep{}); }, "at most 8"},
      {[](ResponsePlan& p) { p.steps.pop_back(); },
       "step 2 of the plan is the last and not the response centre"},
      {[](ResponsePlan& p) { p.steps.back().hours.until = 1439; }, "at all hours"},
      {[](ResponsePlan& p) { p.steps.back().hours.weekdays = 0x3F; }, "at all hours"},
      {[](ResponsePlan& p) { p.steps[0].limit.reset(); }, "step 1 of the plan has no time limit"},
      {[](ResponsePlan& p) { p.steps[1].limit = 10s - 1ms; }, "10 s to 24 h"},
      {[](ResponsePlan& p) { p.steps[2].limit = 24h + 1ms; }, "10 s to 24 h"},
      {[](ResponsePlan& p) { p.steps[0].hours.weekdays = 0; }, "weekday"},
      {[](ResponsePlan& p) { p.steps[0].hours.weekdays = 0x80; }, "weekday"},
      {[](ResponsePlan& p) { p.steps[0].hours.from = 1440; }, "00:00-24:00"},
      {[](ResponsePlan& p) { p.steps[0].hours.until = 0; }, "00:00-24:00"},
      {[](ResponsePlan& p) { p.steps[0].hours.until = 1441; }, "00:00-24:00"},
      {[](ResponsePlan& p) { p.priority_shift = 3; }, "priority shift"},
      {[](ResponsePlan& p) { p.priority_shift = -3; }, "priority shift"},
  };
  for (const auto& row : kRows) {
    ResponsePlan plan = sound();
    row.breaks(plan);
    const Status status = check(plan);
    ASSERT_FALSE(status) << row.says;
    EXPECT_NE(status.error().message.find(row.says), std::string::npos) << status.error().message;
  }
}

TEST(Plan, StepsThatDoNotCountAtThisHourArePassedOver) {
  const ResponsePlan plan = sound();
  EXPECT_EQ(applicable_step(plan, 0, at(0, 12)), 0U);
  EXPECT_EQ(applicable_step(plan, 0, at(0, 18)), 1U);
  EXPECT_EQ(applicable_step(plan, 0, at(0, 3)), 2U);
  EXPECT_EQ(applicable_step(plan, 1, at(0, 12)), 2U) << "never back";
  EXPECT_EQ(applicable_step(plan, 99, at(0, 12)), 2U) << "beyond the end is the end";
}

RC_GTEST_PROP(Plan, AStepIsAlwaysFoundAndCounts, (std::uint32_t minute, std::uint8_t from)) {
  const ResponsePlan plan = sound();
  const Instant t = at(0, 0) + std::chrono::minutes{minute};
  const std::size_t step = applicable_step(plan, from, t);
  RC_ASSERT(step < plan.steps.size());
  RC_ASSERT(counts(plan.steps[step].hours, t));
}

TEST(Plan, TargetsHaveNames) {
  for (const auto target :
       {Target::response_centre, Target::home_care_team, Target::next_of_kin, Target::on_call})
    EXPECT_EQ(parse_target(to_string(target)), target);
  EXPECT_FALSE(parse_target("nobody"));
}

}  // namespace
}  // namespace varde::care
