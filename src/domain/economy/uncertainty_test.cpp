#include "domain/economy/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/economy/projection.hpp"
#include "domain/economy/random.hpp"
#include "domain/economy/sample_case.hpp"

namespace varde::economy {
namespace {

Uncertain shaped(Shape shape, std::string input) {
  Uncertain one;
  one.input = std::move(input);
  one.shape = shape;
  one.relative = true;
  one.low = 0.7;
  one.mode = 1.0;
  one.high = 1.6;
  one.mean = 1.1;
  one.deviation = 0.2;
  one.values = {0.8, 1.0, 1.5};
  one.probabilities = {0.25, 0.5, 0.25};
  return one;
}

/// The Helgeland case with every kind of input.
Case uncertain_case() {
  auto input = sample::helgeland_case();
  input.assumptions.indices = {{"prices", 0.01}, {"wages", 0.02}};
  input.as_is.index = "prices";
  input.as_is.wage_index = "wages";
  for (auto& alternative : input.alternatives) alternative.items[0].index = "prices";
  input.alternatives[1].parallel = {10'000, 5'000};
  input.uncertain = {
      shaped(Shape::triangular, "item:platform"), shaped(Shape::lognormal, "item:centre"),
      shaped(Shape::discrete, "item:staffing"),   shaped(Shape::normal, "hours:manual_follow_up"),
      shaped(Shape::normal, "index:wages"),       shaped(Shape::normal, "discount_rate")};
  input.correlations = {{"item:staffing", "hours:manual_follow_up", 0.5}};
  return input;
}

Uncertainty simulated(const Case& input, std::size_t draws, const Parallel& parallel = one_by_one) {
  const auto as_is = as_is_of(input).value();
  return simulate(input, as_is, {draws, 7}, parallel).value();
}

TEST(Random, CholeskyMultipliesBackAndRefusesAContradiction) {
  const std::vector<double> matrix{1, 0.5, 0.2, 0.5, 1, -0.3, 0.2, -0.3, 1};
  const auto lower = cholesky(matrix, 3).value();
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < 3; ++k) sum += lower[i * 3 + k] * lower[j * 3 + k];
      EXPECT_NEAR(sum, matrix[i * 3 + j], 1e-12);
    }
  }
  EXPECT_FALSE(cholesky(std::vector<double>{1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1}, 3));
}

class Shapes : public testing::TestWithParam<Shape> {};
INSTANTIATE_TEST_SUITE_P(All, Shapes,
                         testing::Values(Shape::triangular, Shape::normal, Shape::lognormal,
                                         Shape::discrete));

TEST_P(Shapes, MeanOfDrawsIsTheAnalyticMean) {
  const auto input = shaped(GetParam(), "x");
  constexpr std::size_t kDraws = 200'000;
  double sum = 0;
  for (std::size_t d = 0; d < kDraws; ++d) {
    sum += value_at(input, normal_quantile(uniform(3, d, 0)));
  }
  EXPECT_NEAR(sum / kDraws, mean_of(input), 0.002);
}

TEST(Uncertainty, WithoutUncertainInputsItIsTheExactProjection) {
  auto input = uncertain_case();
  input.uncertain.clear();
  input.correlations.clear();
  input.keys["response"].cap = Money::kroner(2'000'000);
  input.keys["response"].minimum = Money::kroner(250'000);
  const auto as_is = as_is_of(input).value();
  const auto result = simulated(input, 3);
  for (std::size_t a = 0; a < 2; ++a) {
    const auto exact = project(input, as_is, input.alternatives[a]).value();
    const auto& spread = result.alternatives[a];
    EXPECT_NEAR(spread.net_present.p50, exact.value.net_present.in_kroner(), 5);
    EXPECT_NEAR(spread.cost.mean, exact.comparison.cost_total.in_kroner(), 0.01);
    EXPECT_NEAR(spread.hours_saved.mean, 17'800, 1e-6);
    for (std::size_t t = 0; t < exact.years.size(); ++t) {
      EXPECT_NEAR(spread.years[t].p90, exact.years[t].saving().in_kroner(), 1);
    }
    for (std::size_t m = 0; m < 18; ++m) {
      EXPECT_NEAR(spread.municipalities[m].saving.p10, exact.comparison.saving(m).in_kroner(), 0.1);
      EXPECT_NEAR(spread.municipalities[m].net_present.p10, exact.values[m].net_present.in_kroner(),
                  2);
    }
  }
}

TEST(Uncertainty, MeanIsTheAnalyticMeanWhereTheModelIsLinear) {
  auto input = uncertain_case();
  input.uncertain.resize(4);  // amounts only: no uncertain rates
  const auto result = simulated(input, 100'000);
  auto central = input;
  central.uncertain.clear();
  central.correlations.clear();
  central.as_is.stated->hours = Hours::whole(29'500);
  const double platform = 5.5e6 * mean_of(input.uncertain[0]);
  const double cost = platform + 4.5e6 * 1.1 + 7.0e6 * mean_of(input.uncertain[2]);
  EXPECT_NEAR(result.alternatives[0].cost.mean / cost, 1.0, 0.002);
  const double hours = 29'500 * 1.1 - 11'700 * mean_of(input.uncertain[2]);
  EXPECT_NEAR(result.alternatives[0].hours_saved.mean / hours, 1.0, 0.005);
}

TEST(Uncertainty, IsTheSameForASeedOnAnyNumberOfThreads) {
  const auto input = uncertain_case();
  const Parallel three = [](std::size_t tasks, const std::function<void(std::size_t)>& task) {
    std::vector<std::thread> threads;
    for (std::size_t n = 0; n < 3; ++n) {
      threads.emplace_back([&, n] {
        for (std::size_t i = tasks; i-- > 0;) {
          if (i % 3 == n) task(i);
        }
      });
    }
    for (auto& thread : threads) thread.join();
  };
  const auto one = simulated(input, 1'000);
  const auto other = simulated(input, 1'000, three);
  for (std::size_t a = 0; a < 2; ++a) {
    EXPECT_EQ(one.alternatives[a].net_present.p10, other.alternatives[a].net_present.p10);
    EXPECT_EQ(one.alternatives[a].cost.deviation, other.alternatives[a].cost.deviation);
    EXPECT_EQ(one.alternatives[a].municipalities[4].saving.above_zero,
              other.alternatives[a].municipalities[4].saving.above_zero);
  }
}

TEST(Uncertainty, CorrelationShowsInTheDraws) {
  auto input = uncertain_case();
  input.uncertain = {shaped(Shape::normal, "item:platform"),
                     shaped(Shape::normal, "item:staffing")};
  const auto spread = [&](double coefficient) {
    input.correlations = {{"item:platform", "item:staffing", coefficient}};
    return simulated(input, 50'000).alternatives[1].cost.deviation;
  };
  // Var(5.5 X + 7 Y) with both deviations 0.2 and correlation r.
  const auto expected = [](double r) {
    return 0.2e6 * std::sqrt(5.5 * 5.5 + 49 + 2 * r * 5.5 * 7);
  };
  EXPECT_NEAR(spread(0.8) / expected(0.8), 1, 0.02);
  EXPECT_NEAR(spread(-0.8) / expected(-0.8), 1, 0.02);
}

TEST(Uncertainty, ARangeOnACostIsATriangularInput) {
  auto input = sample::helgeland_case();
  auto& item = input.alternatives[0].items[1];
  item.amount.low = Money::kroner(3'000'000);
  item.amount.high = Money::kroner(9'000'000);
  const auto result = simulated(input, 50'000);
  ASSERT_EQ(result.inputs.size(), 1);
  EXPECT_EQ(result.inputs[0].input, "item:establish/centre");
  EXPECT_NEAR(result.alternatives[0].cost.mean, 12.5e6 + 5.5e6, 0.02e6);
  EXPECT_EQ(result.alternatives[1].cost.deviation, 0);
}

TEST(Uncertainty, TornadoPutsTheWidestFirst) {
  const auto result = simulated(uncertain_case(), 100);
  const auto& swings = result.alternatives[1].tornado;
  ASSERT_EQ(swings.size(), 6);
  double last = 1e18;
  for (const auto& one : swings) {
    const double width = std::abs(one.at_p90 - one.at_p10);
    EXPECT_LE(width, last);
    last = width;
  }
  // Alternative 2 has no new centre, so its price moves nothing.
  EXPECT_EQ(swings.back().input, "item:centre");
  EXPECT_EQ(swings.back().at_p10, swings.back().at_p90);
}

TEST(Uncertainty, RefusesWhatTheCaseDoesNotHave) {
  auto input = uncertain_case();
  const auto as_is = as_is_of(input).value();
  const auto error = [&] { return simulate(input, as_is, {100, 1}).error().message; };
  input.uncertain[0].input = "item:plattform";
  EXPECT_EQ(error(), "the uncertain input 'item:plattform' is not in the case");
  input = uncertain_case();
  input.correlations.push_back({"item:platform", "item:moon", 0.1});
  EXPECT_THAT(error(), testing::HasSubstr("'item:moon' needs two uncertain inputs"));
  input.correlations = {{"item:platform", "item:centre", 0.9},
                        {"item:centre", "item:staffing", 0.9},
                        {"item:platform", "item:staffing", -0.9}};
  EXPECT_THAT(error(), testing::HasSubstr("contradict each other"));
  input = uncertain_case();
  input.uncertain[4].deviation = 1e30;
  EXPECT_THAT(error(), testing::HasSubstr("values out of range"));
  input = uncertain_case();
  EXPECT_FALSE(simulate(input, as_is, {0, 1}));
  EXPECT_FALSE(simulate(input, as_is, {100'000'000, 1}));
}

}  // namespace
}  // namespace varde::economy
