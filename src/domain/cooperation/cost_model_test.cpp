#include "domain/cooperation/cost_model.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/cooperation/partition.hpp"
#include "domain/cooperation/test_games.hpp"

namespace varde::cooperation {
namespace {

Member member(int number, std::int64_t alone, std::int64_t own, std::int64_t volume) {
  return {number, std::to_string(number), Money::kroner(alone), Money::kroner(own), {volume}};
}

TEST(ScaleOf, SlicesAreReckonedLikeIncomeTaxAndStepsAreStairs) {
  CostLine line;
  line.slices = {{0, 1.0}, {100, 0.5}, {300, 0.25}};
  EXPECT_EQ(scale_of(line, 0), 0);
  EXPECT_EQ(scale_of(line, 100), 100);
  EXPECT_EQ(scale_of(line, 200), 150);
  EXPECT_EQ(scale_of(line, 500), 250);
  line.steps = {{100, 4.5}, {200, 6}};
  EXPECT_EQ(scale_of(line, 1), 4.5);
  EXPECT_EQ(scale_of(line, 100), 4.5);
  EXPECT_EQ(scale_of(line, 101), 6);
}

TEST(CostModel, AddsFixedVariableAndOwnAndTakesTheCheapestToTheGroup) {
  // 100 fixed, 300 variable for 30 units, and what each adds.
  const CostLine line{"platform", Money::kroner(100), Money::kroner(300), 0, {}, {}};
  const CostModel model({member(1, 500, 5, 10), member(2, 50, 7, 20)}, {line}, {});
  EXPECT_EQ(model.total(), Money::kroner(412));
  EXPECT_EQ(model.cost(std::vector<std::size_t>{0}), Money::kroner(205));
  EXPECT_EQ(model.cost(std::vector<std::size_t>{1}), Money::kroner(50));
}

TEST(CostModel, AGivenCostHoldsForExactlyItsGroup) {
  const CostLine line{"platform", Money::kroner(100), Money::kroner(300), 0, {}, {}};
  const CostModel model({member(1, 500, 0, 10), member(2, 500, 0, 10), member(3, 500, 0, 10)},
                        {line}, {{{0, 1}, Money::kroner(220)}});
  EXPECT_EQ(model.cost(std::vector<std::size_t>{0, 1}), Money::kroner(220));
  EXPECT_EQ(model.cost(std::vector<std::size_t>{1, 2}), Money::kroner(300));
  EXPECT_EQ(model.total(), Money::kroner(400));
  EXPECT_EQ(model.tabulate().cost(0b011), Money::kroner(220));
  EXPECT_EQ(model.tabulate().cost(0b110), Money::kroner(300));
}

TEST(CostModel, TheTableHasTheCostOfEachGroup) {
  const auto model = test::centre(14);
  const auto game = model.tabulate();
  for (Coalition group = 1; group <= game.everybody(); group += 37) {
    ASSERT_EQ(game.cost(group), model.cost(members_of(group))) << group;
  }
  EXPECT_FALSE(flaw_in(game).has_value());
}

TEST(Flaw, NamesTheGroupAndThePart) {
  auto flaw = flaw_in(test::game_of(2, [](Coalition group) { return group == 3 ? 5.0 : 9.0; }));
  ASSERT_TRUE(flaw.has_value());
  EXPECT_EQ(flaw->kind, Flaw::Kind::not_monotone);
  EXPECT_EQ(flaw->group, 3);
  flaw = flaw_in(Game(1, {0, -1}));
  ASSERT_TRUE(flaw.has_value());
  EXPECT_EQ(flaw->kind, Flaw::Kind::negative);
  EXPECT_FALSE(flaw_in(test::gloves()).has_value());
}

RC_GTEST_PROP(CarriedByAllProperty, NoGroupCarriesMoreThanItsCost, ()) {
  const auto players = *rc::gen::inRange<std::size_t>(1, 10);
  const auto model = test::centre(players);
  const auto game = model.tabulate();
  const auto carried = model.carried_by_all();
  for (Coalition group = 1; group <= game.everybody(); ++group) {
    double sum = 0;
    for (const auto i : members_of(group)) sum += carried[i];
    RC_ASSERT(sum <= static_cast<double>(game.ore()[group]) + 1);
  }
}

TEST(CarriedByAll, AGivenCostLowersIt) {
  const CostLine line{"platform", Money::kroner(100), Money::kroner(300), 0, {}, {}};
  const CostModel model({member(1, 500, 0, 10), member(2, 500, 0, 10), member(3, 500, 0, 10)},
                        {line}, {{{0, 1}, Money::kroner(120)}});
  const auto carried = model.carried_by_all();
  EXPECT_NEAR(carried[0] + carried[1], 12'000, 1e-6);
}

}  // namespace
}  // namespace varde::cooperation
