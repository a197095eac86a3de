#include "domain/staffing/shift_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::staffing {
namespace {

constexpr std::uint8_t kWeekdays = 0x1F, kAll = 0x7F;

WeekPlan two_two_two() {
  const std::vector<Shift> shifts{{"day", kAll, 7 * 60 + 30, 15 * 60, 2},
                                  {"evening", kAll, 15 * 60, 22 * 60, 2},
                                  {"night", kAll, 22 * 60, 7 * 60 + 30, 2}};
  return WeekPlan(shifts);
}

TEST(WeekPlan, TwoTwoTwoIsTwoSeats) {
  const auto plan = two_two_two();
  EXPECT_FALSE(plan.hole());
  EXPECT_EQ(plan.changes().size(), 1U);
  EXPECT_DOUBLE_EQ(plan.operator_hours(), 336);
  EXPECT_DOUBLE_EQ(plan.hours_below(2), 0);
  EXPECT_DOUBLE_EQ(plan.hours_below(3), 168);
  EXPECT_EQ(plan.shifts_begun(), 42);
}

TEST(WeekPlan, NamesTheHole) {
  const std::vector<Shift> shifts{
      {"day", kAll, 7 * 60, 15 * 60, 2},
      {"evening", kAll, 15 * 60, 22 * 60, 1},
      {"night", static_cast<std::uint8_t>(kAll & ~(1 << 5)), 22 * 60, 7 * 60, 1}};
  ASSERT_TRUE(WeekPlan(shifts).hole());
  EXPECT_EQ(to_string(*WeekPlan(shifts).hole()), "Saturday 22:00 to Sunday 07:00");
}

TEST(WeekPlan, AHoleOverTheEndOfTheWeekIsOne) {
  const std::vector<Shift> shifts{{"day", kWeekdays, 8 * 60, 8 * 60, 1}};  // Monday to Saturday 08
  ASSERT_TRUE(WeekPlan(shifts).hole());
  EXPECT_EQ(to_string(*WeekPlan(shifts).hole()), "Saturday 08:00 to Monday 08:00");
}

TEST(WeekPlan, NobodyAtAllIsAHole) { EXPECT_EQ(to_string(*WeekPlan({}).hole()), "the whole week"); }

TEST(WeekPlan, AShiftOverMidnightOfSundayGoesIntoMonday) {
  const std::vector<Shift> shifts{{"night", 1 << 6, 22 * 60, 6 * 60, 3}};
  const WeekPlan plan(shifts);
  EXPECT_EQ(plan.at(0), 3);
  EXPECT_EQ(plan.at(6 * 60), 0);
  EXPECT_EQ(plan.at(6 * kMinutesInDay + 22 * 60), 3);
  EXPECT_NEAR(plan.by_hour()[5], 3, 1e-9);
  EXPECT_DOUBLE_EQ(plan.by_hour()[6], 0);
}

RC_GTEST_PROP(WeekPlanProperties, HoursAreThoseOfTheShifts, ()) {
  std::vector<Shift> shifts;
  double hours = 0;
  for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
    const auto days = static_cast<std::uint8_t>(*rc::gen::inRange(1, 128));
    const int from = *rc::gen::inRange(0, kMinutesInDay);
    const int until = *rc::gen::inRange(0, kMinutesInDay + 1);
    const int operators = *rc::gen::inRange(1, 4);
    shifts.push_back({"", days, from, until, operators});
    hours += (until - from + (until > from ? 0 : kMinutesInDay)) / 60.0 * operators *
             __builtin_popcount(days);
  }
  const WeekPlan plan(shifts);
  RC_ASSERT(std::abs(plan.operator_hours() - hours) < 1e-6);
  RC_ASSERT(plan.hole().has_value() == (plan.fewest() == 0));
  double below = 0;
  for (int n = 1; n <= plan.most(); ++n) below += kMinutesInWeek / 60.0 - plan.hours_below(n);
  RC_ASSERT(std::abs(below - hours) < 1e-6);
}

}  // namespace
}  // namespace varde::staffing
