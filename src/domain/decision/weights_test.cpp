#include "domain/decision/weights.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/decision/exact.hpp"
#include "domain/decision/sample_decision.hpp"

namespace varde::decision {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

std::vector<Importance> words(std::initializer_list<std::string_view> names) {
  std::vector<Importance> result;
  for (const auto name : names) result.push_back(sample::importance_of(name));
  return result;
}

std::vector<double> point(const WeightRegion& region, std::uint64_t draw) {
  std::vector<double> weights(region.size());
  Words source(7, draw, 0);
  const double sum = region.draw(source, weights);
  for (auto& weight : weights) weight /= sum;
  return weights;
}

bool keeps(const std::vector<Importance>& importance, const std::vector<double>& weights) {
  for (std::size_t c = 0; c < weights.size(); ++c) {
    for (std::size_t d = 0; d < weights.size(); ++d) {
      if (importance[c] > importance[d] && weights[c] < weights[d]) return false;
    }
  }
  return true;
}

std::vector<Importance> any_importance(std::size_t most) {
  const auto size = *rc::gen::inRange<std::size_t>(1, most + 1);
  std::vector<Importance> result;
  for (std::size_t i = 0; i < size; ++i) {
    result.push_back(static_cast<Importance>(*rc::gen::inRange(0, 5)));
  }
  return result;
}

std::vector<double> any_values(std::size_t size) {
  std::vector<double> result;
  for (std::size_t i = 0; i < size; ++i) {
    result.push_back(*rc::gen::inRange(-30, 31) / 10.0);
  }
  return result;
}

RC_GTEST_PROP(Weights, EveryDrawIsAllowed, ()) {
  const auto importance = any_importance(9);
  const WeightRegion region(importance);
  for (std::uint64_t d = 0; d < 50; ++d) {
    const auto weights = point(region, d);
    RC_ASSERT(std::abs(std::accumulate(weights.begin(), weights.end(), 0.0) - 1) < 1e-12);
    RC_ASSERT(std::ranges::all_of(weights, [](double w) { return w > 0; }));
    RC_ASSERT(keeps(importance, weights));
  }
}

RC_GTEST_PROP(Weights, TheDrawsFillEveryHalfspaceByItsVolume, ()) {
  const auto importance = any_importance(6);
  const WeightRegion region(importance);
  const auto values = any_values(region.size());
  constexpr int kDraws = 20'000;
  int positive = 0;
  for (std::uint64_t d = 0; d < kDraws; ++d) {
    const auto weights = point(region, d);
    positive += std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0) > 0;
  }
  // Six standard deviations at most: 3 in 1000 million.
  RC_ASSERT(std::abs(static_cast<double>(positive) / kDraws -
                     exact::share_positive(region, values)) < 3.0 / std::sqrt(kDraws));
}

TEST(Weights, TheVolumesAreThoseOfThrowingAwayPointsOfTheWholeSimplex) {
  const auto importance = words({"M", "S", "M", "L", "S"});
  const WeightRegion region(importance);
  const WeightRegion simplex(words({"M", "M", "M", "M", "M"}));
  const std::vector<double> values{1.0, -0.8, 0.5, 2.0, -0.1};
  int kept = 0;
  int positive = 0;
  std::vector<double> mean(5, 0.0);
  for (std::uint64_t d = 0; d < 600'000; ++d) {
    const auto weights = point(simplex, d);
    if (!keeps(importance, weights)) continue;
    ++kept;
    positive += std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0) > 0;
    for (std::size_t c = 0; c < 5; ++c) mean[c] += weights[c];
  }
  // 2! 2! 1! of the 5! orders are allowed.
  EXPECT_NEAR(kept / 600'000.0, 4.0 / 120, 0.001);
  EXPECT_NEAR(static_cast<double>(positive) / kept, exact::share_positive(region, values), 0.012);
  const auto centre = region.centre();
  for (std::size_t c = 0; c < 5; ++c) EXPECT_NEAR(mean[c] / kept, centre[c], 0.003);
}

TEST(Weights, AllOrdersWithinClassesAreEquallyLikely) {
  const WeightRegion region(words({"S", "L", "S", "L", "S"}));
  std::map<std::vector<std::size_t>, int> orders;
  constexpr int kDraws = 60'000;
  for (std::uint64_t d = 0; d < kDraws; ++d) {
    const auto weights = point(region, d);
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    std::ranges::sort(order, std::greater{}, [&](std::size_t c) { return weights[c]; });
    ++orders[order];
  }
  ASSERT_EQ(orders.size(), 12);
  double chi_square = 0;
  for (const auto& [order, count] : orders) {
    chi_square += (count - kDraws / 12.0) * (count - kDraws / 12.0) / (kDraws / 12.0);
  }
  EXPECT_LT(chi_square, 31.3);  // 11 degrees of freedom, 0.999
}

TEST(Weights, TheCentreOfDistinctClassesIsTheRankOrderCentroid) {
  EXPECT_THAT(WeightRegion(words({"S", "M", "L"})).centre(),
              ElementsAre(DoubleNear(11.0 / 18, 1e-15), DoubleNear(5.0 / 18, 1e-15),
                          DoubleNear(2.0 / 18, 1e-15)));
  EXPECT_THAT(WeightRegion(words({"M", "M"})).centre(), ElementsAre(0.5, 0.5));
  EXPECT_THAT(WeightRegion(words({"L", "S", "S"})).centre(),
              ElementsAre(DoubleNear(2.0 / 18, 1e-15), DoubleNear(8.0 / 18, 1e-15),
                          DoubleNear(8.0 / 18, 1e-15)));
}

RC_GTEST_PROP(Weights, TheRangeHoldsEveryDrawAndTheCentre, ()) {
  const WeightRegion region(any_importance(7));
  const auto values = any_values(region.size());
  const auto range = region.range(values);
  const auto sum = [&](const std::vector<double>& weights) {
    return std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0);
  };
  for (std::uint64_t d = 0; d < 100; ++d) {
    const double drawn = sum(point(region, d));
    RC_ASSERT(drawn >= range.least - 1e-12 && drawn <= range.most + 1e-12);
  }
  const double centre = sum(region.centre());
  RC_ASSERT(centre >= range.least - 1e-12 && centre <= range.most + 1e-12);
  // A bound that is not reached would call a conclusion open that is certain.
  RC_ASSERT((exact::share_positive(region, values) > 1e-13) == (range.most > 1e-9) ||
            std::abs(range.most) < 0.2);
}

TEST(Weights, TheRangeIsThatOfTheCorners) {
  const WeightRegion region(words({"S", "M", "M"}));
  const std::vector<double> values{1, -3, 2};
  const auto range = region.range(values);
  EXPECT_DOUBLE_EQ(range.least, -1);  // half on each of the first two
  EXPECT_DOUBLE_EQ(range.most, 1.5);  // half on the first and the third
}

}  // namespace
}  // namespace varde::decision
