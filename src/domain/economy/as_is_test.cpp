#include "domain/economy/as_is.hpp"

#include <gmock/gmock.h>

#include "domain/economy/sample_case.hpp"

namespace varde::economy {
namespace {

const auto kAll = [](const AsIsLine&) { return true; };

Answer kroner(int municipality, Area area, Category category, std::int64_t amount) {
  return {municipality, area,
          category,     Amount{Money::kroner(amount), {}, {}, {}},
          {},           {Quality::reported, "survey", 0}};
}
Answer hours(int municipality, std::int64_t amount) {
  return {municipality, Area::manual_follow_up, Category::hours,
          {},           Hours::whole(amount),   {Quality::reported, "survey", 0}};
}

/// Three municipalities with 100, 300 and 600 inhabitants.
Case three() {
  Case input;
  for (const auto& [number, people] : {std::pair{1, 100}, {2, 300}, {3, 600}}) {
    input.municipalities.push_back({number, "", {{2025, {people, {}, {}}}}});
  }
  input.as_is.compared = {Area::vtp};
  input.assumptions.comparison_year = input.assumptions.price_year = 2025;
  input.assumptions.person_year_cost = Money::kroner(805'000);
  input.assumptions.person_year = Hours::whole(1'950);
  return input;
}

TEST(AsIs, FillsAGapByTheAveragePerInhabitantOfThoseWhoAnswered) {
  auto input = three();
  input.as_is.answers = {kroner(1, Area::vtp, Category::integration, 1'000),
                         kroner(2, Area::vtp, Category::integration, 5'000)};
  const auto as_is = as_is_of(input).value();
  // 6,000 kr over 400 inhabitants is 15 kr each.
  EXPECT_EQ(as_is.amount([](const AsIsLine& line) { return line.filled; }), Money::kroner(9'000));
  EXPECT_EQ(as_is.amount(kAll), Money::kroner(15'000));
  EXPECT_EQ(coverage(as_is, {Area::vtp}), 4'000);
  // Nobody answered the six other questions, so those 18 gaps stay open.
  EXPECT_EQ(std::ranges::count(as_is.gaps, true, &Gap::filled), 1);
  EXPECT_EQ(std::ranges::count(as_is.gaps, false, &Gap::filled), 18);
}

TEST(AsIs, FillsThoseWhoAnsweredNothingByAReferenceAmount) {
  auto input = three();
  input.as_is.rules[Area::vtp] = {Fill::reference, Money::kroner(326), "report"};
  input.as_is.answers = {kroner(2, Area::vtp, Category::other, 7)};
  const auto as_is = as_is_of(input).value();
  EXPECT_EQ(as_is.amount(kAll), Money::kroner(7 + 326 * 700));
  EXPECT_EQ(as_is.gaps.size(), 2);
}

TEST(AsIs, TurnsHoursIntoKronerByTheCostOfAPersonYear) {
  auto input = three();
  input.as_is.compared = {Area::manual_follow_up};
  input.as_is.answers = {hours(1, 1'950), hours(2, 975)};
  const auto as_is = as_is_of(input).value();
  EXPECT_EQ(as_is.lines[0].amount, Money::kroner(805'000));
  EXPECT_EQ(as_is.lines[1].amount, Money::kroner(402'500));
  // 2,925 h over 400 inhabitants, for 600.
  EXPECT_EQ(as_is.lines[2].hours, (Hours{438'750}));
}

TEST(AsIs, BringsAnAnswerToThePricesOfTheCase) {
  auto input = three();
  input.as_is.index = "prices";
  input.assumptions.indices["prices"] = 0.1;
  input.as_is.answers = {kroner(1, Area::vtp, Category::other, 1'000)};
  input.as_is.answers[0].origin.price_year = 2023;
  EXPECT_EQ(as_is_of(input)->lines[0].amount, Money::kroner(1'210));
}

TEST(AsIs, RefusesAStatedTotalThatDoesNotHold) {
  auto input = sample::helgeland_case();
  input.as_is.answers = {kroner(1811, Area::vtp, Category::other, 26'000'000)};
  EXPECT_THAT(as_is_of(input).error().message, testing::HasSubstr("less than what is reported"));
  input.as_is.rules.clear();
  EXPECT_THAT(as_is_of(input).error().message, testing::HasSubstr("no municipality has a gap"));
}

TEST(AsIs, WhatIsReportedComesOutOfTheStatedTotalFirst) {
  auto input = sample::helgeland_case();
  input.as_is.answers = {kroner(1833, Area::vtp, Category::operation_agreement, 4'000'000),
                         hours(1833, 9'000)};
  const auto as_is = as_is_of(input).value();
  EXPECT_EQ(as_is.amount(kAll), Money::kroner(26'500'000));
  EXPECT_EQ(as_is.hours(kAll), Hours::whole(29'500));
  EXPECT_GT(coverage(as_is, input.as_is.compared), 2'500);
}

TEST(SamarbeidForFremtidensEHelsePaaHelgeland2025, TodayIs26And5MillionAnd319KronerEach) {
  const auto input = sample::helgeland_case();
  const auto as_is = as_is_of(input).value();
  EXPECT_EQ(as_is.amount(kAll), Money::kroner(26'500'000));
  EXPECT_EQ(as_is.hours(kAll), Hours::whole(29'500));
  const auto each = scale(as_is.amount(kAll), 1, *input.as_is.stated->inhabitants);
  EXPECT_EQ(to_string(each), "318.86");
  EXPECT_EQ(scale(each, 1, 100).in_ore(), 319);
  EXPECT_EQ(coverage(as_is, input.as_is.compared), 0);
}

}  // namespace
}  // namespace varde::economy
