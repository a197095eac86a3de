#include "domain/cooperation/partition.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/cooperation/remedy.hpp"
#include "domain/cooperation/test_games.hpp"

namespace varde::cooperation {
namespace {

using testing::ElementsAre;

/// Tries every partition: player `next` in each group there is, or in one of its own.
Money cheapest(const Game& game, std::vector<Coalition>& groups, std::size_t next) {
  if (next == game.players()) {
    Money sum;
    for (const auto group : groups) sum += game.cost(group);
    return sum;
  }
  groups.push_back(single(next));
  auto best = cheapest(game, groups, next + 1);
  groups.pop_back();
  for (auto& group : groups) {
    group |= single(next);
    best = std::min(best, cheapest(game, groups, next + 1));
    group &= ~single(next);
  }
  return best;
}

std::vector<Partition> ends_of(const Game& game) {
  std::vector<std::size_t> all(game.players());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return {partition_of({all}, cost_of(game)),
          with_the_rest_alone(game.players(), {}, cost_of(game))};
}

TEST(BestPartition, KeepsWhatSavesTogetherAndParts) {
  // Two pairs save, and nobody else does.
  const auto game = test::game_of(4, [](Coalition group) {
    double cost = 100.0 * static_cast<double>(size_of(group));
    if ((group & 0b0101) == 0b0101) cost -= 50;
    if ((group & 0b1010) == 0b1010) cost -= 60;
    return size_of(group) > 2 ? cost + 20 : cost;
  });
  const auto best = best_partition(game).value();
  EXPECT_EQ(best.cost, Money::kroner(290));
  EXPECT_THAT(best.groups, ElementsAre(ElementsAre(0, 2), ElementsAre(1, 3)));
}

TEST(BestPartition, OfEquallyCheapOnesTakesTheLargerClusters) {
  const auto game =
      test::game_of(3, [](Coalition group) { return 10.0 * static_cast<double>(size_of(group)); });
  EXPECT_EQ(best_partition(game)->groups.size(), 1);
}

RC_GTEST_PROP(BestPartitionProperty, IsAsCheapAsTheCheapestOfAll, ()) {
  const auto game = test::any_game(1, 7);
  std::vector<Coalition> groups;
  const auto best = best_partition(game).value();
  RC_ASSERT(best.cost == cheapest(game, groups, 0));
  Coalition seen = 0;
  for (const auto& group : best.groups) {
    RC_ASSERT((seen & coalition_of(group)) == 0);
    seen |= coalition_of(group);
  }
  RC_ASSERT(seen == game.everybody());
}

RC_GTEST_PROP(GoodPartitionProperty, IsBetweenTheBestAndItsStarts, ()) {
  const auto game = test::any_game(1, 8);
  const auto good = good_partition(cost_of(game), ends_of(game)).value();
  const auto best = best_partition(game).value();
  RC_ASSERT(good.cost >= best.cost);
  for (const auto& start : ends_of(game)) RC_ASSERT(good.cost <= start.cost);
  RC_ASSERT(most_carried(game)->total <= static_cast<double>(best.cost.in_ore()) + 0.01);
}

TEST(GoodPartition, FindsTheBestOfACentre) {
  const auto game = test::centre(12).tabulate();
  EXPECT_EQ(good_partition(cost_of(game), ends_of(game))->cost, best_partition(game)->cost);
}

TEST(BestPartition, StopsWhenAsked) {
  const std::atomic<bool> cancelled{true};
  Watch watch;
  watch.cancelled = &cancelled;
  EXPECT_FALSE(best_partition(test::gloves(), watch));
}

}  // namespace
}  // namespace varde::cooperation
