#include "domain/cooperation/stability.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/cooperation/test_games.hpp"

namespace varde::cooperation {
namespace {

using testing::ElementsAre;

std::vector<Money> kroner(const std::vector<std::int64_t>& amounts) {
  std::vector<Money> result;
  for (const auto amount : amounts) result.push_back(Money::kroner(amount));
  return result;
}

/// Any split of the total, negative parts included.
std::vector<Money> any_split(const Game& game) {
  std::vector<Money> split;
  Money sum;
  for (std::size_t i = 0; i + 1 < game.players(); ++i) {
    split.push_back(Money::ore(*rc::gen::inRange<std::int64_t>(0, game.total().in_ore() + 1)));
    sum += split.back();
  }
  split.push_back(game.total() - sum);
  return split;
}

TEST(CheckCore, AnEqualSplitOfAnAirportMakesTheSmallLeave) {
  const auto result = check_core(test::airport({30, 60, 90}), kroner({30, 30, 30}));
  EXPECT_TRUE(result.holds());
  EXPECT_EQ(result.checked, 6);
  const auto unfair = check_core(test::airport({12, 60, 90}), kroner({30, 30, 30}));
  EXPECT_EQ(unfair.better_off, 1);
  EXPECT_THAT(unfair.first_movers.front().members, ElementsAre(0));
  EXPECT_EQ(unfair.first_movers.front().gain(), Money::kroner(18));
}

TEST(CheckCore, OfThreeEqualsAnyTwoWouldLeave) {
  const auto result = check_core(test::majority(), kroner({200, 200, 200}));
  EXPECT_EQ(result.better_off, 3);
  EXPECT_EQ(result.largest.size(), 3);
  EXPECT_THAT(result.largest.front().members, ElementsAre(0, 1));
  EXPECT_EQ(result.largest.front().gain(), Money::kroner(100));
}

TEST(CheckCore, AnOreForEachIsRounding) {
  const auto game = test::airport({30, 60, 90});
  std::vector split{Money::ore(3'003), Money::ore(2'997), Money::ore(3'000)};
  EXPECT_TRUE(check_core(game, split).holds());
  split = {Money::ore(3'004), Money::ore(2'996), Money::ore(3'000)};
  EXPECT_FALSE(check_core(game, split).holds());
}

RC_GTEST_PROP(CheckCoreProperty, FindsWhatLookingAtEachGroupFinds, ()) {
  const auto game = test::any_game(1, 7);
  const auto split = any_split(game);
  const auto result = check_core(game, split, 200);
  std::size_t count = 0;
  Money most;
  for (Coalition group = 1; group < game.everybody(); ++group) {
    Money pays;
    for (const auto i : members_of(group)) pays += split[i];
    const auto gain = pays - game.cost(group);
    most = std::max(most, gain);
    if (gain.in_ore() > static_cast<std::int64_t>(game.players())) ++count;
  }
  RC_ASSERT(result.better_off == count);
  RC_ASSERT(result.largest.size() == std::min<std::size_t>(count, 200));
  if (count > 0) RC_ASSERT(result.largest.front().gain() == most);
}

RC_GTEST_PROP(CheckCoreProperty, NoPartOfAFirstMoverGains, ()) {
  const auto game = test::any_game(2, 7);
  const auto split = any_split(game);
  const auto result = check_core(game, split, 200);
  RC_ASSERT(result.holds() == result.first_movers.empty());
  for (const auto& mover : result.first_movers) {
    const auto whole = coalition_of(mover.members);
    for (Coalition part = (whole - 1) & whole; part != 0; part = (part - 1) & whole) {
      Money pays;
      for (const auto i : members_of(part)) pays += split[i];
      RC_ASSERT((pays - game.cost(part)).in_ore() <= static_cast<std::int64_t>(game.players()));
    }
  }
}

TEST(SearchCore, FindsWhoLeavesAloneAndAGroupThatGainsMore) {
  const auto model = test::centre(40);
  std::vector<Money> equal(40, Money::ore(model.total().in_ore() / 40));
  const auto result = search_core(model, equal);
  EXPECT_FALSE(result.all_checked);
  EXPECT_FALSE(result.holds());
  EXPECT_EQ(result.first_movers.front().members.size(), 1);
  EXPECT_GT(result.largest.front().members.size(), 1);
  EXPECT_GT(result.largest.front().gain(), result.first_movers.front().gain());
}

}  // namespace
}  // namespace varde::cooperation
