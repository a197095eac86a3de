#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/portfolio/next.hpp"

namespace varde::portfolio {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date on(std::string_view text) { return parse_date(text).value(); }

/// Two municipalities and four solutions: c needs b needs a.
Portfolio sample() {
  Portfolio portfolio;
  portfolio.date = on("2024-01-01");
  for (const char* id : {"a", "b", "c", "d"}) {
    Solution solution;
    solution.id = solution.name = id;
    portfolio.solutions.push_back(solution);
  }
  portfolio.municipalities = {{{1}, "En", "18", 1000}, {{2}, "To", "50", 2000}};
  portfolio.dependencies = {{1, 0, "", ""}, {2, 1, "", ""}};
  return portfolio;
}

Statement says(std::size_t municipality, std::size_t solution, Fact fact, bool holds,
               const char* said) {
  Statement one;
  one.municipality = municipality;
  one.solution = solution;
  one.fact = fact;
  one.holds = holds;
  one.said = on(said);
  return one;
}

std::vector<std::size_t> solutions(const std::vector<Step>& steps) {
  std::vector<std::size_t> result;
  for (const auto& step : steps) result.push_back(step.solution);
  return result;
}

TEST(Date, IsADayAMonthOrAYear) {
  EXPECT_EQ(on("2023").day, on("2023-01-01").day);
  EXPECT_EQ(on("2023-04").day, on("2023-04-01").day);
  EXPECT_EQ(on("2023").last, on("2023-12-31").day);
  EXPECT_EQ(on("2024-02").last, on("2024-02-29").day);
  EXPECT_EQ(on("2024-02-03").last, on("2024-02-03").day);
  for (const char* bad : {"", "23", "2023-13", "2023-02-30", "2023/04", "2023-4", "april"}) {
    EXPECT_FALSE(parse_date(bad)) << bad;
  }
}

TEST(Number, TakesTheZeroThatASpreadsheetDrops) {
  EXPECT_EQ(tenancy::to_string(parse_number("0301").value()), "0301");
  EXPECT_EQ(parse_number("301"), parse_number("0301"));
  for (const char* bad : {"", "0", "0000", "18130", "-301", "3O1", " 301"}) {
    EXPECT_FALSE(parse_number(bad)) << bad;
  }
}

TEST(Status, AvailableAndInUseAreTwoFactsAndSilenceIsAThirdAnswer) {
  auto portfolio = sample();
  portfolio.statements = {says(0, 0, Fact::available, true, "2023-01"),
                          says(1, 0, Fact::in_use, false, "2023-01")};
  const Status status(portfolio, portfolio.date.day);
  EXPECT_EQ(status.count(0, Fact::available), 1);
  EXPECT_EQ(status.count(0, Fact::in_use), 0);
  EXPECT_EQ(status.unknown(0, Fact::available), 1);
  EXPECT_EQ(status.unknown(0, Fact::in_use), 1);
}

TEST(Status, TheLastWordCountsAndWhatIsSaidLaterDoesNot) {
  auto portfolio = sample();
  portfolio.statements = {says(0, 0, Fact::in_use, true, "2023-06"),
                          says(0, 0, Fact::in_use, false, "2023-01"),
                          says(1, 0, Fact::in_use, true, "2024-06")};
  EXPECT_EQ(Status(portfolio, portfolio.date.day).count(0, Fact::in_use), 1);
  EXPECT_EQ(Status(portfolio, on("2023-02").day).count(0, Fact::in_use), 0);
  EXPECT_EQ(Status(portfolio, on("2025").day).count(0, Fact::in_use), 2);
}

TEST(Progress, ThePaceIsOfTheSameFactOnly) {
  auto portfolio = sample();
  portfolio.ambitions = {{0, Fact::in_use, on("2024-12"), 170, ""},
                         {1, Fact::in_use, on("2024-12"), 356, ""}};
  portfolio.totals = {{0, Fact::in_use, on("2022-06"), 78, "old", ""},
                      {0, Fact::in_use, on("2023-04"), 147, "new", ""},
                      {1, Fact::in_use, on("2025-01"), 300, "later", ""},
                      {1, Fact::available, on("2023-04"), 214, "new", ""}};
  const auto progress = progress_of(portfolio);
  EXPECT_EQ(progress[0].now, 147);
  EXPECT_NEAR(*progress[0].per_month, 69 / (304 / 30.4375), 1e-9);
  EXPECT_EQ(progress[0].missing(170), 23);
  ASSERT_TRUE(progress[0].reached);
  EXPECT_GT(*progress[0].reached, on("2023-06").day);
  EXPECT_LT(*progress[0].reached, on("2023-08").day);
  EXPECT_EQ(progress[1].now, 214);
  EXPECT_TRUE(progress[1].other_fact);
  EXPECT_FALSE(progress[1].per_month);
}

TEST(Dependencies, ACycleIsNamedFromItsFirstToItsLast) {
  auto portfolio = sample();
  EXPECT_THAT(cycle_of(portfolio), IsEmpty());
  EXPECT_THAT(order_of(portfolio), ElementsAre(0, 1, 2, 3));
  portfolio.dependencies.push_back({0, 2, "", ""});
  EXPECT_THAT(cycle_of(portfolio), ElementsAre(0, 2, 1));
}

RC_GTEST_PROP(Dependencies, WhatIsNeededComesFirstOrThereIsACycle, ()) {
  auto portfolio = sample();
  portfolio.dependencies.clear();
  const auto count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) {
    portfolio.dependencies.push_back(
        {*rc::gen::inRange<std::size_t>(0, 4), *rc::gen::inRange<std::size_t>(0, 4), "", ""});
  }
  const auto cycle = cycle_of(portfolio);
  const auto needs = [&](std::size_t one, std::size_t other) {
    return std::ranges::any_of(portfolio.dependencies, [&](const Dependency& d) {
      return d.solution == one && d.needs == other;
    });
  };
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    RC_ASSERT(needs(cycle[i], cycle[(i + 1) % cycle.size()]));
  }
  if (!cycle.empty()) return;
  const auto order = order_of(portfolio);
  RC_ASSERT(order.size() == 4u);
  for (const auto& one : portfolio.dependencies) {
    RC_ASSERT(std::ranges::find(order, one.needs) < std::ranges::find(order, one.solution));
  }
}

TEST(Next, WhatMustComeFirstComesFirst) {
  auto portfolio = sample();
  const auto steps = next_for(portfolio, 0);
  EXPECT_THAT(solutions(steps), ElementsAre(0, 3, 1, 2));
  EXPECT_EQ(steps[0].act, Act::clarify);
  EXPECT_THAT(steps[0].unlocks, ElementsAre(1, 2));
  EXPECT_EQ(steps[2].act, Act::wait);
  EXPECT_THAT(steps[2].first, ElementsAre(0));
  EXPECT_EQ(steps[2].reasons[0].kind, Reason::Kind::builds_on);
  EXPECT_THAT(steps[2].reasons[0].solutions, ElementsAre(0));
}

TEST(Next, LawThenOverdueThenPriority) {
  auto portfolio = sample();
  portfolio.dependencies.clear();
  portfolio.solutions[3].statutory = true;
  Activity first;
  first.priority = 1;
  first.solutions = {1};
  portfolio.activities = {first};
  portfolio.plans = {{0, 2, Fact::in_use, on("2023-06"), "", ""}};
  portfolio.statements = {says(0, 2, Fact::available, true, "2023-01"),
                          says(0, 1, Fact::in_use, false, "2023-01")};
  const auto steps = next_for(portfolio, 0);
  EXPECT_THAT(solutions(steps), ElementsAre(3, 2, 1, 0));
  EXPECT_EQ(steps[1].act, Act::take_in_use);
  EXPECT_TRUE(steps[1].overdue);
  EXPECT_EQ(steps[0].reasons.back().kind, Reason::Kind::statutory);
  EXPECT_EQ(steps[1].reasons.back().kind, Reason::Kind::overdue);
  EXPECT_EQ(steps[1].reasons.back().by, "2023-06");
  EXPECT_EQ(steps[2].reasons.back().number, 1);
  EXPECT_EQ(steps[2].act, Act::make_available);
}

TEST(Next, LeavesOutWhatIsInUseOrDoesNotConcernTheMunicipality) {
  auto portfolio = sample();
  portfolio.solutions[3].counties = {"50"};
  portfolio.statements = {says(0, 0, Fact::in_use, true, "2023-01")};
  EXPECT_THAT(solutions(next_for(portfolio, 0)), ElementsAre(1, 2));
  EXPECT_THAT(solutions(next_for(portfolio, 1)), ElementsAre(0, 3, 1, 2));
  portfolio.plans = {{0, 3, Fact::in_use, on("2025"), "", "neighbours of the county join"}};
  EXPECT_THAT(solutions(next_for(portfolio, 0)), ElementsAre(1, 3, 2));
}

TEST(Search, FindsEveryWordWhateverTheCase) {
  auto portfolio = sample();
  const auto note = [&](const char* title, const char* text, const char* date) {
    Experience one;
    one.title = title;
    one.text = text;
    one.date = date;
    portfolio.experiences.push_back(one);
  };
  note("Opplæring", "Superbrukere på natt", "2022-01-01");
  note("Natt", "OPPLÆRING tok lengre tid", "2023-01-01");
  note("Drift", "Ingenting", "2023-02-01");
  const auto found = search(portfolio, "natt opplæring");
  ASSERT_EQ(found.size(), 2);
  EXPECT_EQ(found[0]->title, "Natt");
  EXPECT_EQ(search(portfolio, "OPPLÆRING")[0]->title, "Opplæring");
  EXPECT_EQ(search(portfolio, "").size(), 3);
  EXPECT_THAT(search(portfolio, "fallsensor"), IsEmpty());
}

TEST(Doubts, FactsThatCannotBothBeTrueAreShown) {
  auto portfolio = sample();
  portfolio.statements = {says(0, 1, Fact::in_use, true, "2023-01"),
                          says(0, 1, Fact::available, false, "2023-01"),
                          says(0, 0, Fact::in_use, false, "2023-01")};
  const auto doubts = doubts_of(portfolio);
  ASSERT_EQ(doubts.size(), 2);
  EXPECT_EQ(doubts[0].solution, 1);
  EXPECT_FALSE(doubts[0].without);
  EXPECT_EQ(doubts[1].without, 0);
}

}  // namespace
}  // namespace varde::portfolio
