#include "domain/cooperation/nucleolus.hpp"

#include <cmath>
#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/cooperation/span.hpp"
#include "domain/cooperation/test_games.hpp"

namespace varde::cooperation {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

std::vector<double> nucleolus_of(const Game& game) { return nucleolus(game).value().ore; }

auto near(const std::vector<double>& expected) {
  return Pointwise(testing::DoubleNear(1e-3), expected);
}

/// All groups' excesses, the largest first.
std::vector<double> excesses(const Game& game, const std::vector<double>& pays) {
  std::vector<double> result;
  for (Coalition group = 1; group < game.everybody(); ++group) {
    double sum = 0;
    for (const auto i : members_of(group)) sum += pays[i];
    result.push_back(sum - static_cast<double>(game.ore()[group]));
  }
  std::ranges::sort(result, std::ranges::greater{});
  return result;
}

bool lexicographically_less(const std::vector<double>& a, const std::vector<double>& b,
                            double tolerance) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::abs(a[i] - b[i]) > tolerance) return a[i] < b[i];
  }
  return false;
}

TEST(Nucleolus, AirportAsLittlechildHasIt) {
  EXPECT_THAT(nucleolus_of(test::airport({10, 20, 30})), near({500, 750, 1'750}));
}

TEST(Nucleolus, TheOnlyLeftGloveGetsTheWholeSaving) {
  const auto result = nucleolus(test::gloves()).value();
  EXPECT_THAT(result.ore, near({0, 30'000, 30'000}));
  EXPECT_NEAR(result.largest_excess, 0, 1e-3);
}

TEST(Nucleolus, ThreeEqualsWithAnEmptyCoreShareEqually) {
  const auto result = nucleolus(test::majority()).value();
  EXPECT_THAT(result.ore, near({20'000, 20'000, 20'000}));
  // Any two pay 400 and would cost 300: nothing takes the excess below 100.
  EXPECT_NEAR(result.largest_excess, 10'000, 1e-3);
}

TEST(Nucleolus, BankruptcyAsTheTalmudHasIt) {
  // Aumann and Maschler, Game theoretic analysis of a bankruptcy problem from the Talmud (1985).
  const std::vector<double> claims{100, 200, 300};
  const auto gets = [&](double estate) {
    auto ore = nucleolus_of(test::bankruptcy(estate, claims));
    for (std::size_t i = 0; i < ore.size(); ++i) ore[i] = claims[i] - ore[i] / 100;
    return ore;
  };
  EXPECT_THAT(gets(100), near({100.0 / 3, 100.0 / 3, 100.0 / 3}));
  EXPECT_THAT(gets(200), near({50, 75, 75}));
  EXPECT_THAT(gets(300), near({50, 100, 150}));
}

TEST(Nucleolus, OneAndTwoPlayers) {
  EXPECT_THAT(nucleolus_of(test::game_of(1, [](Coalition) { return 3; })), near({300}));
  const auto two = test::game_of(2, [](Coalition group) { return group == 3 ? 80.0 : 60.0; });
  EXPECT_THAT(nucleolus_of(two), near({4'000, 4'000}));
}

TEST(Nucleolus, WhenAllAreDearerTogetherItSaysSo) {
  const auto game = test::game_of(2, [](Coalition group) { return group == 3 ? 100.0 : 20.0; });
  const auto result = nucleolus(game).value();
  EXPECT_FALSE(result.nobody_above_alone);
  EXPECT_THAT(result.ore, near({5'000, 5'000}));
}

// The definition: no other split has a lexicographically smaller list of excesses. They are convex
// in the split, so it is enough that no small step in any direction is better.
RC_GTEST_PROP(NucleolusProperty, NoStepInAnyDirectionIsBetter, ()) {
  const auto runways = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 1'000));
  const auto game = *rc::gen::arbitrary<bool>() ? test::any_game(2, 5)
                                                : test::airport({runways.begin(), runways.end()});
  const auto result = nucleolus(game).value();
  const auto& pays = result.ore;
  const auto total = static_cast<double>(game.total().in_ore());
  RC_ASSERT(std::abs(std::accumulate(pays.begin(), pays.end(), 0.0) - total) < 1e-2);
  const auto own = excesses(game, pays);
  for (int step = 0; step < 60; ++step) {
    auto other = pays;
    double drift = 0;
    // Every other step is between two players: it keeps what binds groups that have both or none.
    const auto first = *rc::gen::inRange<std::size_t>(0, other.size());
    const auto second = *rc::gen::inRange<std::size_t>(0, other.size());
    for (std::size_t i = 0; i < other.size(); ++i) {
      if (step % 2 == 0 && i != first) continue;
      const auto move = static_cast<double>(*rc::gen::inRange(-2'000, 2'001));
      other[i] += move;
      drift += move;
    }
    if (step % 2 == 0) {
      other[second] -= drift;
      drift = 0;
    }
    for (auto& one : other) one -= drift / static_cast<double>(other.size());
    if (result.nobody_above_alone) {
      bool above = false;
      for (std::size_t i = 0; i < other.size(); ++i) {
        above = above || other[i] > static_cast<double>(game.alone(i).in_ore());
      }
      if (above) continue;
    }
    RC_ASSERT(!lexicographically_less(excesses(game, other), own, 0.05));
  }
}

RC_GTEST_PROP(NucleolusProperty, IsInTheCoreWhenThereIsOne, ()) {
  // An airport's core is never empty.
  const auto runways = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(1, 1'000));
  const auto game = test::airport({runways.begin(), runways.end()});
  RC_ASSERT(excesses(game, nucleolus_of(game)).front() < 1e-2);
}

TEST(Nucleolus, ALargerGameHasNoBetterStepEither) {
  const auto game = test::centre(12).tabulate();
  const auto pays = nucleolus_of(game);
  const auto own = excesses(game, pays);
  for (std::size_t from = 0; from < 12; ++from) {
    for (std::size_t to = 0; to < 12; ++to) {
      if (from == to) continue;
      auto other = pays;
      other[from] -= 1'000;
      other[to] += 1'000;
      EXPECT_FALSE(lexicographically_less(excesses(game, other), own, 0.5));
    }
  }
}

TEST(FixedGroups, KnowsWhatFollows) {
  FixedGroups fixed(4);
  EXPECT_TRUE(fixed.follows(0));
  EXPECT_TRUE(fixed.add(0b1111));
  EXPECT_TRUE(fixed.add(0b0011));
  EXPECT_TRUE(fixed.follows(0b1100));
  EXPECT_FALSE(fixed.follows(0b0101));
  EXPECT_FALSE(fixed.add(0b1100));
  EXPECT_TRUE(fixed.add(0b0101));
  EXPECT_TRUE(fixed.follows(0b1010));
  EXPECT_FALSE(fixed.follows(0b0001));
  EXPECT_TRUE(fixed.add(0b0001));
  EXPECT_EQ(fixed.rank(), 4);
  for (Coalition group = 0; group < 16; ++group) EXPECT_TRUE(fixed.follows(group));
}

}  // namespace
}  // namespace varde::cooperation
