#include "domain/staffing/capacity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/staffing/arrivals.hpp"
#include "domain/staffing/erlang.hpp"
#include "domain/staffing/model.hpp"

namespace varde::staffing {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;

Demand demand_of(double load, double handling_s = 240) {
  Kind kind;
  kind.per_year = load / handling_s * kYear_s;
  kind.profile.fill(1.0 / kHoursOfWeek);
  kind.handling.mean_s = handling_s;
  return {{kind}, {}};
}

TEST(Capacity, SaysHowManyStopAQueueThatGrows) {
  const std::vector sources{demand_of(3.4)};
  const auto found = overload(sources, WeekPlan::steady(2), {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->more, 2);
  EXPECT_NEAR(found->load, 3.4, 1e-9);
  EXPECT_THAT(to_string(*found), HasSubstr("grows without bound; 2 more at every hour stop it"));
  EXPECT_FALSE(overload(sources, WeekPlan::steady(4), {}));
}

TEST(Capacity, ExactlyAsMuchWorkAsPeopleIsTooMuch) {
  const auto found = overload(std::vector{demand_of(2.0)}, WeekPlan::steady(2), {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->more, 1);
}

TEST(Capacity, TheReserveCarriesWhatItIsFreeFor) {
  const Reserve half{1, 0.5, 600, 30, false};
  EXPECT_FALSE(overload(std::vector{demand_of(1.4)}, WeekPlan::steady(1), half));
  EXPECT_TRUE(overload(std::vector{demand_of(1.6)}, WeekPlan::steady(1), half));
  auto technical = demand_of(1.4);
  technical.kinds[0].technical = true;
  EXPECT_TRUE(overload(std::vector{technical}, WeekPlan::steady(1), half));
}

TEST(Capacity, OperatorsByHourAreErlangsWhenTheLoadIsSteady) {
  const std::vector sources{demand_of(4.9)};
  const auto needed = operators_by_hour(sources, {60, 0.975}, 2);
  EXPECT_THAT(*needed, Each(10));
  EXPECT_THAT(*operators_by_hour(std::vector{demand_of(0.01)}, {60, 0.5}, 2), Each(2));
}

TEST(Capacity, TwoHalvesNeedWhatTheWholeNeeds) {
  const std::vector whole{demand_of(3.0)}, halves{demand_of(1.5), demand_of(1.5)};
  EXPECT_EQ(*operators_by_hour(whole, {60, 0.975}, 1), *operators_by_hour(halves, {60, 0.975}, 1));
}

StaffingCase a_case() {
  StaffingCase input;
  input.demand = demand_of(0.8);
  input.roster = {35.5, 5, 0.09, 0.02, 0};
  input.sickness_high = 0.11;
  input.person_year_cost = economy::Money::kroner(805'000);
  return input;
}

TEST(Model, SixPersonYearsAreOneSeat) {
  const auto bought = buys(a_case(), 6);
  EXPECT_EQ(bought.whole_seats, 1);
  EXPECT_NEAR(bought.seats, 6 / 5.88, 0.01);
  EXPECT_NEAR(bought.hours_left_a_week, 3.3, 0.5);
  EXPECT_LT(bought.desk_hours, 6 * 1'950);
}

TEST(Model, TwoSeatsCostTwelvePersonYears) {
  const auto cost = cost_of(a_case(), WeekPlan::steady(2));
  EXPECT_NEAR(cost.person_years, 11.76, 0.01);
  EXPECT_EQ(cost.person_years_low, cost.person_years);
  EXPECT_NEAR(cost.person_years_high, 12.03, 0.01);
  EXPECT_NEAR(cost.pay.in_kroner(), cost.person_years * 805'000, 0.01);
}

TEST(Model, NamesHoleAndOverload) {
  auto input = a_case();
  Alternative one;
  one.shifts = {{"day", 0x7F, 480, 960, 1}};
  EXPECT_THAT(*fault(input, one), HasSubstr("nobody on duty Monday 16:00 to Tuesday 08:00"));
  one.shifts = {{"all", 0x7F, 0, 0, 1}};
  EXPECT_FALSE(fault(input, one));
  input.demand = demand_of(1.2);
  EXPECT_THAT(*fault(input, one), HasSubstr("1 more at every hour stops it"));
}

}  // namespace
}  // namespace varde::staffing
