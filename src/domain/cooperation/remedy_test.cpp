#include "domain/cooperation/remedy.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/cooperation/stability.hpp"
#include "domain/cooperation/test_games.hpp"

namespace varde::cooperation {
namespace {

std::vector<Money> equal_split(const Game& game) {
  std::vector<double> ore(game.players(), static_cast<double>(game.total().in_ore()) /
                                              static_cast<double>(game.players()));
  return settle(ore, game.total());
}

TEST(MostCarried, IsTheTotalOfAnAirportAndLessOfThreeEquals) {
  EXPECT_NEAR(most_carried(test::airport({30, 60, 90}))->total, 9'000, 1e-2);
  // Each pair pays at most 300, so all three at most 450 of the 600.
  EXPECT_NEAR(most_carried(test::majority())->total, 45'000, 1e-2);
}

TEST(NearestStable, MovesNoMoreThanItMust) {
  const auto game = test::airport({12, 60, 90});
  const auto nearest = nearest_stable(game, equal_split(game)).value();
  ASSERT_TRUE(nearest.has_value());
  EXPECT_NEAR(nearest->moved, 1'800, 1e-2);
  EXPECT_NEAR(nearest->ore[0], 1'200, 1e-2);
  EXPECT_TRUE(check_core(game, settle(nearest->ore, game.total())).holds());
}

TEST(NearestStable, IsNothingWhenTheCoreIsEmpty) {
  const auto game = test::majority();
  EXPECT_FALSE(nearest_stable(game, equal_split(game))->has_value());
}

RC_GTEST_PROP(NearestStableProperty, IsInTheCoreExactlyWhenAllIsCarried, ()) {
  const auto game = test::any_game(1, 6);
  const auto rounding = static_cast<double>(game.players());
  const bool stable = most_carried(game)->total > static_cast<double>(game.total().in_ore()) - 0.01;
  const auto nearest = nearest_stable(game, equal_split(game)).value();
  RC_ASSERT(nearest.has_value() == stable);
  if (!nearest) return;
  const auto check = check_core(game, settle(nearest->ore, game.total()));
  RC_ASSERT(check.holds());
  if (check_core(game, equal_split(game)).holds()) RC_ASSERT(nearest->moved < rounding);
}

TEST(LeastBlend, IsWhereTheLastGroupStopsGaining) {
  const auto game = test::airport({12, 60, 90});
  const auto from = equal_split(game);
  const std::vector to{Money::kroner(4), Money::kroner(30), Money::kroner(56)};
  // 30 - 26 w <= 12, but for the three øre of rounding.
  const auto weight = least_blend(game, from, to);
  ASSERT_TRUE(weight.has_value());
  EXPECT_NEAR(*weight, 17.97 / 26, 1e-6);
  EXPECT_EQ(least_blend(game, to, from), 0.0);
  EXPECT_FALSE(least_blend(game, from, from));
}

RC_GTEST_PROP(LeastBlendProperty, IsTheFirstPointOfTheLineThatHolds, ()) {
  const auto game = test::any_game(2, 6);
  const auto total = static_cast<double>(game.total().in_ore());
  std::vector<double> by_cost;
  double sum = 0;
  for (std::size_t i = 0; i < game.players(); ++i) {
    sum += static_cast<double>(game.alone(i).in_ore()) + 1;
  }
  for (std::size_t i = 0; i < game.players(); ++i) {
    by_cost.push_back((static_cast<double>(game.alone(i).in_ore()) + 1) / sum * total);
  }
  const auto from = equal_split(game);
  const auto to = settle(by_cost, game.total());
  const auto most_gain = [&](double weight) {
    double most = -1e18;
    for (Coalition group = 1; group < game.everybody(); ++group) {
      double gain = -static_cast<double>(game.ore()[group]);
      for (const auto i : members_of(group)) {
        gain += (1 - weight) * static_cast<double>(from[i].in_ore()) +
                weight * static_cast<double>(to[i].in_ore());
      }
      most = std::max(most, gain);
    }
    return most;
  };
  const auto rounding = static_cast<double>(game.players());
  const auto weight = least_blend(game, from, to);
  if (weight) RC_ASSERT(most_gain(*weight) <= rounding + 1e-3);
  for (int percent = 0; percent <= 100; ++percent) {
    const double at = percent / 100.0;
    if (weight && at >= *weight) break;
    RC_ASSERT(most_gain(at) > rounding - 1e-3);
  }
}

}  // namespace
}  // namespace varde::cooperation
