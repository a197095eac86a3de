#include "domain/decision/smaa.hpp"

#include <thread>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/decision/exact.hpp"
#include "domain/decision/sample_decision.hpp"

namespace varde::decision {
namespace {

using testing::Each;
using testing::ElementsAre;

void backwards_on_threads(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  std::vector<std::jthread> threads;
  for (std::size_t t = 0; t < 3; ++t) {
    threads.emplace_back([=] {
      for (std::size_t i = tasks; i-- > 0;) {
        if (i % 3 == t) task(i);
      }
    });
  }
}

std::vector<double> difference(const Judgement& judgement, std::size_t one, std::size_t other) {
  std::vector<double> result;
  const auto n = judgement.scores.size() / judgement.importance.size();
  for (std::size_t c = 0; c < judgement.importance.size(); ++c) {
    result.push_back(judgement.scores[c * n + one] - judgement.scores[c * n + other]);
  }
  return result;
}

TEST(Smaa, PairsOfTheReportAgreeWithExactVolumes) {
  const auto decision = sample::scenarios();
  const auto result = smaa(decision, {200'000, 1}, Doubt::none).value();
  for (std::size_t k = 0; k < decision.areas.size(); ++k) {
    const auto& judgement = decision.assessors[0].areas[k];
    for (std::size_t a = 0; a < 4; ++a) {
      for (std::size_t b = 0; b < 4; ++b) {
        if (a == b) continue;
        const double exactly =
            exact::share_positive(WeightRegion(judgement.importance), difference(judgement, a, b));
        EXPECT_NEAR(result.together.areas[k].ahead_of(a, b), exactly, 0.005)
            << "area " << k << ", " << a << " over " << b;
      }
    }
  }
}

RC_GTEST_PROP(Smaa, TwoAlternativesAgreeWithExactVolumes, ()) {
  const auto criteria = *rc::gen::inRange<std::size_t>(1, 6);
  std::vector<double> scores;
  std::vector<std::string_view> importance;
  for (std::size_t c = 0; c < criteria; ++c) {
    importance.push_back(kImportanceWords[*rc::gen::inRange<std::size_t>(0, 5)]);
    scores.push_back(*rc::gen::inRange(0, 4));
    scores.push_back(*rc::gen::inRange(0, 4));
  }
  const auto decision = sample::decision_of(2, scores, {importance});
  const auto& judgement = decision.assessors[0].areas[0];
  const WeightRegion region(judgement.importance);
  const double ahead = exact::share_positive(region, difference(judgement, 0, 1));
  const double behind = exact::share_positive(region, difference(judgement, 1, 0));
  const auto ranking = smaa(decision, {10'000, 3}, Doubt::none)->together.areas[0];
  RC_ASSERT(std::abs(ranking.first(0) - (ahead + (1 - ahead - behind) / 2)) < 0.03);
}

TEST(Smaa, TheSameOnAnyThreadsAndByteForByte) {
  const auto decision = sample::scenarios();
  for (const auto doubt : {Doubt::none, Doubt::ordinal}) {
    const auto one = smaa(decision, {30'000, 9}, doubt).value();
    const auto other = smaa(decision, {30'000, 9}, doubt, backwards_on_threads).value();
    for (std::size_t k = 0; k < 5; ++k) {
      EXPECT_EQ(one.together.areas[k].acceptability, other.together.areas[k].acceptability);
      EXPECT_EQ(one.together.areas[k].central_weights, other.together.areas[k].central_weights);
      EXPECT_EQ(one.together.areas[k].confidence, other.together.areas[k].confidence);
    }
    EXPECT_EQ(one.together.overall.central_weights, other.together.overall.central_weights);
    const auto different = smaa(decision, {30'000, 10}, doubt).value();
    EXPECT_NE(one.together.areas[1].acceptability, different.together.areas[1].acceptability);
  }
}

TEST(Smaa, RanksOfEachAlternativeAndOfEachPlaceSumToOne) {
  auto decision = sample::scenarios();
  decision.margin = 1;
  for (const auto doubt : {Doubt::none, Doubt::ordinal, Doubt::margin}) {
    const auto result = smaa(decision, {5'000, 2}, doubt).value();
    for (const auto& ranking : result.together.areas) {
      for (std::size_t i = 0; i < 4; ++i) {
        double of_alternative = 0;
        double of_place = 0;
        for (std::size_t j = 0; j < 4; ++j) {
          of_alternative += ranking.rank(i, j);
          of_place += ranking.rank(j, i);
        }
        EXPECT_NEAR(of_alternative, 1, 1e-12);
        EXPECT_NEAR(of_place, 1, 1e-12);
      }
    }
  }
}

TEST(Smaa, EqualAlternativesShareTheRanksTheyTake) {
  const auto decision = sample::decision_of(3, {2, 2, 1, 2, 2, 1}, {{"S", "M"}});
  const auto ranking = smaa(decision, {1'000, 1}, Doubt::none)->together.areas[0];
  EXPECT_THAT(ranking.acceptability, ElementsAre(0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1));
  EXPECT_EQ(ranking.ahead_of(0, 1), 0.5);
  EXPECT_EQ(ranking.ahead_of(0, 2), 1);
  EXPECT_EQ(ranking.favourite(), 0);
  EXPECT_THAT(ranking.central_weights[2], testing::IsEmpty());
}

TEST(Smaa, CentralWeightsAreAllowedAndMakeTheirAlternativeFirst) {
  const auto result = smaa(sample::scenarios(), {20'000, 1}, Doubt::none).value();
  for (const auto& ranking : result.together.areas) {
    for (std::size_t a = 0; a < 4; ++a) {
      if (ranking.central_weights[a].empty()) continue;
      double sum = 0;
      for (const double weight : ranking.central_weights[a]) sum += weight;
      EXPECT_NEAR(sum, 1, 1e-9);
      // The weights that favour an alternative are a convex set, which holds its own mean.
      EXPECT_EQ(ranking.confidence[a], 1.0);
    }
  }
}

TEST(Smaa, CentralWeightsOfATriangleAreItsCentroid) {
  // Two criteria of one class, each alternative best on one: each wins with weights from a half up.
  const auto decision = sample::decision_of(2, {1, 0, 0, 1}, {{"M", "M"}});
  const auto ranking = smaa(decision, {100'000, 1}, Doubt::none)->together.areas[0];
  EXPECT_NEAR(ranking.first(0), 0.5, 0.01);
  EXPECT_NEAR(ranking.central_weights[0][0], 0.75, 0.005);
  EXPECT_NEAR(ranking.central_weights[1][0], 0.25, 0.005);
}

TEST(Smaa, DoubtedScoresLowerTheConfidence) {
  auto decision = sample::decision_of(2, {2, 1, 1, 2}, {{"M", "M"}});
  decision.margin = 1.5;
  const auto ranking = smaa(decision, {50'000, 1}, Doubt::margin)->together.areas[0];
  EXPECT_GT(*ranking.confidence[0], 0.5);
  EXPECT_LT(*ranking.confidence[0], 0.95);
  // When only the order of the scores is sure nothing changes here: 1 < 2 is all there is.
  const auto ordinal = smaa(decision, {50'000, 1}, Doubt::ordinal)->together.areas[0];
  EXPECT_EQ(ordinal.confidence[0], 1.0);
}

TEST(Smaa, EachAssessorHasAnEqualVoice) {
  auto decision = sample::decision_of(2, {1, 0, 0, 1}, {{"S", "L"}, {"M", "M"}});
  auto other = decision.assessors[0];
  other.areas[0].importance = {Importance::low, Importance::high};
  decision.assessors.push_back(other);
  const auto result = smaa(decision, {1'000, 1}, Doubt::none).value();
  EXPECT_EQ(result.assessors[0].areas[0].first(0), 1);
  EXPECT_EQ(result.assessors[1].areas[0].first(0), 0);
  EXPECT_EQ(result.together.areas[0].first(0), 0.5);
  EXPECT_NEAR(result.together.areas[0].central_weights[0][0],
              result.assessors[0].areas[0].central_weights[0][0], 1e-12);
}

TEST(Smaa, OverallIsTheSumOverAreasThatAreNotSummaries) {
  auto decision = sample::decision_of(2, {1, 0, 0, 1}, {{"S", "L"}, {"L", "S"}, {"L", "S"}});
  decision.areas[2].summary = true;
  const auto even = smaa(decision, {50'000, 1}, Doubt::none)->together.overall;
  EXPECT_NEAR(even.first(0), 0.5, 0.01);
  decision.areas[2].summary = false;
  EXPECT_LT(smaa(decision, {50'000, 1}, Doubt::none)->together.overall.first(0), 0.35);
  decision.areas[0].weight = 100;
  EXPECT_GT(smaa(decision, {50'000, 1}, Doubt::none)->together.overall.first(0), 0.9);
}

TEST(Smaa, StopsWhenCancelled) {
  bool cancelled = false;
  const auto cancel_on_third = [&](std::size_t tasks,
                                   const std::function<void(std::size_t)>& task) {
    for (std::size_t i = 0; i < tasks; ++i) {
      if (i == 3) cancelled = true;
      task(i);
    }
  };
  EXPECT_FALSE(smaa(sample::scenarios(), {1'000'000, 1}, Doubt::none, cancel_on_third,
                    [&] { return cancelled; }));
}

}  // namespace
}  // namespace varde::decision
