#include "domain/decision/turn.hpp"

#include <cmath>
#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/decision/sample_decision.hpp"

namespace varde::decision {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

TEST(Weighted, TheCentreStandsFirstAndPointsAreDividedByTheirSum) {
  auto decision = sample::decision_of(2, {3, 0, 0, 3}, {{"S", "L"}});
  Weighting points;
  points.name = "points";
  points.points = {1, 2, 3, 4, 5};
  Weighting own = points;
  own.name = "own";
  own.criteria = {1.0, 3.0};
  decision.weightings = {points, own};
  const auto sums = weighted_sums(decision, decision.assessors[0].areas[0]);
  ASSERT_EQ(sums.size(), 3);
  EXPECT_THAT(sums[0].weights, ElementsAre(0.75, 0.25));
  EXPECT_THAT(sums[1].weights, ElementsAre(DoubleNear(5.0 / 6, 1e-15), DoubleNear(1.0 / 6, 1e-15)));
  EXPECT_THAT(sums[1].values, ElementsAre(DoubleNear(2.5, 1e-15), DoubleNear(0.5, 1e-15)));
  EXPECT_EQ(sums[1].best, 0);
  EXPECT_TRUE(sums[1].within_importance);
  EXPECT_EQ(sums[2].best, 1);
  EXPECT_FALSE(sums[2].within_importance);
}

TEST(Turns, TheNearestWeightsAreFound) {
  const auto decision = sample::decision_of(2, {3, 0, 0, 3}, {{"S", "L"}});
  const auto all = turns(decision, decision.assessors[0].areas[0]);
  ASSERT_EQ(all.size(), 1);
  EXPECT_EQ(all[0].alternative, 1);
  // From 0.75 and 0.25 to a half each, which the importance words just allow.
  ASSERT_TRUE(all[0].within_importance);
  EXPECT_NEAR(all[0].within_importance->moved, 0.25, 1e-9);
  EXPECT_THAT(all[0].within_importance->weights,
              ElementsAre(DoubleNear(0.5, 1e-9), DoubleNear(0.5, 1e-9)));
  // The importance of either moved two classes or more makes them equal in the middle: from S and L
  // the fewest are four for equal words.
  ASSERT_EQ(all[0].importance.size(), 2);
  EXPECT_EQ(all[0].importance[0].to, Importance::low);
  EXPECT_EQ(all[0].importance[1].to, Importance::high);
  // 0.75 x 3 = 2.25 against 0.25 x 3: two steps on the heavy criterion.
  ASSERT_TRUE(all[0].scores);
  ASSERT_EQ(all[0].scores->size(), 1);
  EXPECT_EQ(all[0].scores->front().criterion, 0);
  EXPECT_EQ(all[0].scores->front().to, 2);
}

TEST(Turns, WhatCannotWinSaysSo) {
  const auto decision = sample::decision_of(2, {3, 1, 3, 1}, {{"S", "L"}});
  const auto all = turns(decision, decision.assessors[0].areas[0]);
  ASSERT_EQ(all.size(), 1);
  EXPECT_FALSE(all[0].within_importance);
  EXPECT_FALSE(all[0].any_weights);
  EXPECT_TRUE(all[0].importance.empty());
  EXPECT_TRUE(all[0].scores);  // at the top of every criterion it is equal
}

RC_GTEST_PROP(Turns, WhatIsFoundTurnsTheResultAndIsNoFartherThanAnotherWay, ()) {
  const auto criteria = *rc::gen::inRange<std::size_t>(2, 6);
  std::vector<double> scores;
  std::vector<std::string_view> importance;
  for (std::size_t c = 0; c < criteria; ++c) {
    importance.push_back(kImportanceWords[*rc::gen::inRange<std::size_t>(0, 5)]);
    for (int a = 0; a < 3; ++a) scores.push_back(*rc::gen::inRange(0, 4));
  }
  const auto decision = sample::decision_of(3, scores, {importance});
  const auto& judgement = decision.assessors[0].areas[0];
  const WeightRegion region(judgement.importance);
  const auto centre = region.centre();
  const auto first = [&](const Judgement& of, const std::vector<double>& weights, std::size_t a) {
    const auto values = values_of(of, weights, 3);
    return values[a] >= *std::ranges::max_element(values) - 1e-6;
  };
  for (const auto& turn : turns(decision, judgement)) {
    if (const auto& move = turn.within_importance) {
      RC_ASSERT(first(judgement, move->weights, turn.alternative));
      RC_ASSERT(turn.any_weights && turn.any_weights->moved <= move->moved + 1e-9);
    }
    // No drawn weights that favour it are nearer than what was found.
    for (std::uint64_t d = 0; d < 300; ++d) {
      std::vector<double> weights(criteria);
      Words words(1, d, 0);
      const double sum = region.draw(words, weights);
      double moved = 0;
      for (std::size_t c = 0; c < criteria; ++c) {
        weights[c] /= sum;
        moved += std::abs(weights[c] - centre[c]) / 2;
      }
      const auto values = values_of(judgement, weights, 3);
      if (values[turn.alternative] < *std::ranges::max_element(values)) continue;
      RC_ASSERT(turn.within_importance && turn.within_importance->moved <= moved + 1e-9);
    }
    for (const auto& move : turn.importance) {
      auto changed = judgement;
      changed.importance[move.criterion] = move.to;
      RC_ASSERT(first(changed, WeightRegion(changed.importance).centre(), turn.alternative));
    }
    if (!turn.scores) continue;
    auto changed = judgement;
    for (const auto& move : *turn.scores) {
      changed.scores[move.criterion * 3 + turn.alternative] = move.to;
    }
    RC_ASSERT(first(changed, centre, turn.alternative));
  }
}

}  // namespace
}  // namespace varde::decision
