#include "domain/cooperation/shapley.hpp"

#include <cmath>
#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/cooperation/splits.hpp"
#include "domain/cooperation/test_games.hpp"

namespace varde::cooperation {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

/// By the definition: what each adds, averaged over all orders.
std::vector<double> over_all_orders(const Game& game) {
  std::vector<std::uint32_t> order(game.players());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<double> added(order.size()), sum(order.size(), 0.0);
  const auto walk = walk_of(game);
  double orders = 0;
  do {
    walk(order, added);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += added[i];
    ++orders;
  } while (std::ranges::next_permutation(order).found);
  for (auto& one : sum) one /= orders;
  return sum;
}

Game sum_of(const Game& a, const Game& b) {
  std::vector<std::int64_t> ore;
  for (std::size_t group = 0; group <= a.everybody(); ++group) {
    ore.push_back(a.ore()[group] + b.ore()[group]);
  }
  return {a.players(), std::move(ore)};
}

TEST(Shapley, AirportSharesEachStretchAmongThoseWhoUseIt) {
  EXPECT_THAT(
      shapley(test::airport({30, 60, 90})),
      ElementsAre(DoubleNear(1'000, 1e-6), DoubleNear(2'500, 1e-6), DoubleNear(5'500, 1e-6)));
}

TEST(Shapley, TheOnlyLeftGloveGetsTwoThirdsOfTheSaving) {
  EXPECT_THAT(
      shapley(test::gloves()),
      ElementsAre(DoubleNear(10'000, 1e-6), DoubleNear(25'000, 1e-6), DoubleNear(25'000, 1e-6)));
}

TEST(Shapley, OnePlayerPaysItsCost) {
  EXPECT_THAT(shapley(test::game_of(1, [](Coalition) { return 7.5; })), ElementsAre(750));
}

RC_GTEST_PROP(ShapleyProperty, IsTheAverageOverAllOrders, ()) {
  const auto game = test::any_game(1, 6);
  const auto value = shapley(game);
  const auto expected = over_all_orders(game);
  for (std::size_t i = 0; i < value.size(); ++i) RC_ASSERT(std::abs(value[i] - expected[i]) < 1e-4);
}

RC_GTEST_PROP(ShapleyProperty, SettledPartsSumToTheTotalToTheOre, ()) {
  const auto game = test::any_game(1, 8);
  const auto parts = settle(shapley(game), game.total());
  RC_ASSERT(std::accumulate(parts.begin(), parts.end(), Money{}) == game.total());
}

RC_GTEST_PROP(ShapleyProperty, OneWhoAddsNothingPaysNothing, ()) {
  const auto game = test::any_game(1, 6);
  std::vector<std::int64_t> ore(std::size_t{2} << game.players());
  for (std::size_t group = 0; group < ore.size(); ++group) {
    ore[group] = game.ore()[group & game.everybody()];
  }
  const auto value = shapley(Game{game.players() + 1, std::move(ore)});
  RC_ASSERT(std::abs(value.back()) < 1e-4);
}

RC_GTEST_PROP(ShapleyProperty, EqualPlayersPayTheSame, ()) {
  const auto costs =
      *rc::gen::container<std::vector<std::int64_t>>(7, rc::gen::inRange<std::int64_t>(1, 1'000));
  // By size alone: all are equal.
  const auto game =
      test::game_of(6, [&](Coalition group) { return static_cast<double>(costs[size_of(group)]); });
  const auto value = shapley(game);
  for (const auto one : value) RC_ASSERT(std::abs(one - value.front()) < 1e-4);
  const auto parts = settle(value, game.total());
  for (const auto part : parts) RC_ASSERT(parts.front() - part <= Money::ore(1));
}

RC_GTEST_PROP(ShapleyProperty, TheValueOfASumIsTheSumOfTheValues, ()) {
  const auto first = test::any_game(5, 5);
  const auto second = test::any_game(5, 5);
  const auto value = shapley(sum_of(first, second));
  const auto a = shapley(first);
  const auto b = shapley(second);
  for (std::size_t i = 0; i < value.size(); ++i) {
    RC_ASSERT(std::abs(value[i] - a[i] - b[i]) < 1e-4);
  }
}

TEST(Shapley, BlocksOfALargerGameAddUp) {
  // 14 players are four blocks; an airport's value is known in closed form.
  std::vector<double> runways;
  for (int i = 1; i <= 14; ++i) runways.push_back(10.0 * i);
  const auto value = shapley(test::airport(runways));
  double sum = 0;
  for (std::size_t i = 0; i < runways.size(); ++i) {
    sum += 1'000.0 / static_cast<double>(runways.size() - i);
    EXPECT_NEAR(value[i], sum, 1e-6);
  }
}

TEST(SampledShapley, IsWithinItsErrorBarsOfTheExactOne) {
  const auto model = test::centre(10);
  const auto exact = shapley(model.tabulate());
  int outside = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto sampled = sampled_shapley(10, model.walk(), {2'000, seed}).value();
    EXPECT_EQ(sampled.orders, 2'000);
    for (std::size_t i = 0; i < exact.size(); ++i) {
      if (std::abs(sampled.mean[i] - exact[i]) > 1.96 * sampled.error[i]) ++outside;
      EXPECT_LT(std::abs(sampled.mean[i] - exact[i]), 5 * sampled.error[i] + 1);
    }
  }
  // 200 bars of 95 %: ten outside are expected, and more than 25 would be one in 100,000.
  EXPECT_LE(outside, 25);
}

TEST(SampledShapley, SumsToTheTotalAndRepeatsWithItsSeed) {
  const auto model = test::centre(60);
  const auto one = sampled_shapley(60, model.walk(), {600, 7}).value();
  const auto again = sampled_shapley(60, model.walk(), {600, 7}).value();
  EXPECT_EQ(one.mean, again.mean);
  EXPECT_NE(one.mean, sampled_shapley(60, model.walk(), {600, 8}).value().mean);
  const auto parts = settle(one.mean, model.total());
  EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), Money{}), model.total());
}

TEST(SampledShapley, StopsWhenAsked) {
  const auto model = test::centre(5);
  const std::atomic<bool> cancelled{true};
  Watch watch;
  watch.cancelled = &cancelled;
  EXPECT_FALSE(sampled_shapley(5, model.walk(), {100, 1}, watch));
}

TEST(Splits, EqualAndProportionalSavings) {
  const std::vector alone{Money::kroner(100), Money::kroner(300)};
  EXPECT_THAT(equal_savings(alone, Money::kroner(200)), ElementsAre(0, 20'000));
  EXPECT_THAT(proportional_savings(alone, Money::kroner(200)), ElementsAre(5'000, 15'000));
  EXPECT_THAT(proportional_savings(std::vector{Money{}, Money{}}, Money::kroner(2)),
              ElementsAre(100, 100));
}

TEST(Splits, TheDoorSwingsBothWays) {
  // Pays 40 of 100, costs 70 alone; the others would cost 80 without it.
  const auto door =
      door_of(Money::kroner(40), Money::kroner(70), Money::kroner(80), Money::kroner(100));
  EXPECT_EQ(door.leaver_loses, Money::kroner(30));
  EXPECT_EQ(door.others_lose, Money::kroner(20));
  EXPECT_EQ(door.least_to_join, Money::kroner(20));
  EXPECT_EQ(door.most_to_join, Money::kroner(70));
}

TEST(Settle, GivesTheLastOreToTheLargestRemaindersAndNegativesRoundDown) {
  const std::vector<double> thirds{100.0 / 3, 100.0 / 3, 100.0 / 3};
  EXPECT_THAT(settle(thirds, Money::ore(100)),
              ElementsAre(Money::ore(34), Money::ore(33), Money::ore(33)));
  // -1.25 is -2 and 0.75, 4.25 is 4 and 0.25.
  EXPECT_THAT(settle(std::vector{-1.25, 4.25}, Money::ore(3)),
              ElementsAre(Money::ore(-1), Money::ore(4)));
}

}  // namespace
}  // namespace varde::cooperation
