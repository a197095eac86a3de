#include "domain/economy/uncertainty.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "domain/economy/random.hpp"

namespace varde::economy {
namespace {

constexpr std::size_t kBlock = 128;  ///< draws side by side: what a core's cache holds of a block
constexpr std::size_t kMostNumbers = 128'000'000;  ///< kept results, 1 GiB

Result<std::vector<double>> correlate(const std::vector<Uncertain>& inputs,
                                      const std::vector<Correlation>& correlations) {
  const auto size = inputs.size();
  std::vector<double> matrix(size * size, 0.0);
  for (std::size_t i = 0; i < size; ++i) matrix[i * size + i] = 1.0;
  for (const auto& one : correlations) {
    const auto place = [&](const std::string& name) {
      const auto found = std::ranges::find(inputs, name, &Uncertain::input);
      return static_cast<std::size_t>(found - inputs.begin());
    };
    const auto i = place(one.first);
    const auto j = place(one.second);
    if (i == size || j == size || i == j) {
      return Error{
          fmt::format("the correlation of '{}' and '{}' needs two uncertain inputs of the "
                      "case",
                      one.first, one.second)};
    }
    matrix[i * size + j] = matrix[j * size + i] = one.coefficient;
  }
  auto lower = cholesky(matrix, size);
  if (!lower) return Error{"the correlations contradict each other; weaken one of them"};
  return std::move(*lower);
}

/// The inputs of `count` draws from `first`, input by input. An input that no correlation touches
/// comes straight from its probability.
std::vector<double> draw(const std::vector<Uncertain>& inputs, const std::vector<double>& lower,
                         const Draws& draws, std::size_t first, std::size_t count) {
  const auto size = inputs.size();
  std::vector<double> values(size * count);
  std::vector<double> scores(size * count);
  for (std::size_t i = 0; i < size; ++i) {
    const auto row = std::span(lower).subspan(i * size, size);
    const bool alone = row[i] == 1.0;
    for (std::size_t b = 0; b < count; ++b) {
      const double p = uniform(draws.seed, first + b, static_cast<std::uint32_t>(i));
      if (alone) values[i * count + b] = value_at_probability(inputs[i], p);
      scores[i * count + b] = p;
    }
  }
  for (std::size_t i = 0; i < size; ++i) {
    const auto row = std::span(lower).subspan(i * size, size);
    if (row[i] == 1.0) continue;
    for (std::size_t b = 0; b < count; ++b) {
      double z = 0;
      for (std::size_t j = 0; j <= i; ++j) {
        if (row[j] != 0.0) z += row[j] * normal_quantile(scores[j * count + b]);
      }
      values[i * count + b] = value_at(inputs[i], z);
    }
  }
  return values;
}

std::vector<std::vector<Swing>> tornado(const LinearModel& model) {
  const auto& inputs = model.inputs();
  const auto count = 2 * inputs.size();
  if (count == 0) return std::vector<std::vector<Swing>>(model.outcomes(0).size());
  std::vector<double> values(inputs.size() * count);
  const double z = normal_quantile(0.9);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    std::fill_n(values.begin() + static_cast<std::ptrdiff_t>(i * count), count,
                value_at(inputs[i], 0.0));
    values[i * count + 2 * i] = value_at(inputs[i], -z);
    values[i * count + 2 * i + 1] = value_at(inputs[i], z);
  }
  auto outcomes = model.outcomes(count);
  model.evaluate(values, count, 0, outcomes);
  std::vector<std::vector<Swing>> result;
  for (auto& outcome : outcomes) {
    const auto present = outcome.column(outcome.net_present());
    std::vector<Swing> swings;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      swings.push_back({inputs[i].input, present[2 * i], present[2 * i + 1]});
    }
    std::ranges::stable_sort(swings, std::greater{},
                             [](const Swing& one) { return std::abs(one.at_p90 - one.at_p10); });
    result.push_back(std::move(swings));
  }
  return result;
}

AlternativeSpread named(const Alternative& alternative, const Outcome& outcome,
                        std::vector<Swing> swings) {
  AlternativeSpread result;
  result.alternative = alternative.id;
  result.years.resize(outcome.years);
  result.municipalities.resize(outcome.municipalities);
  result.tornado = std::move(swings);
  return result;
}

/// Where the spread of a column belongs.
Spread& place_of(AlternativeSpread& into, const Outcome& outcome, std::size_t column) {
  if (column == outcome.cost()) return into.cost;
  if (column == outcome.saving()) return into.saving;
  if (column == outcome.net_present()) return into.net_present;
  if (column == outcome.hours_saved()) return into.hours_saved;
  if (column < outcome.saving_of(0)) return into.years[column - outcome.year(0)];
  if (column < outcome.net_present_of(0)) {
    return into.municipalities[column - outcome.saving_of(0)].saving;
  }
  return into.municipalities[column - outcome.net_present_of(0)].net_present;
}

}  // namespace

Result<Uncertainty> simulate(const Case& input, const AsIs& as_is, const Draws& draws,
                             const Parallel& parallel) {
  const auto model = LinearModel::compile(input, as_is);
  if (!model) return model.error();
  const auto lower = correlate(model->inputs(), input.correlations);
  if (!lower) return lower.error();
  const auto kept = model->outcomes(0);
  const auto columns = kept.empty() ? 1 : kept.front().size() * kept.size();
  if (draws.count == 0 || draws.count > kMostNumbers / columns) {
    return Error{fmt::format("the number of draws must be from 1 to {} for this case",
                             kMostNumbers / columns)};
  }
  auto outcomes = model->outcomes(draws.count);
  parallel((draws.count + kBlock - 1) / kBlock, [&](std::size_t block) {
    const auto first = block * kBlock;
    const auto count = std::min(kBlock, draws.count - first);
    model->evaluate(draw(model->inputs(), *lower, draws, first, count), count, first, outcomes);
  });
  Uncertainty result{draws, model->inputs(), {}};
  std::atomic<bool> finite{true};
  auto swings = tornado(*model);
  for (std::size_t a = 0; a < outcomes.size(); ++a) {
    result.alternatives.push_back(named(input.alternatives[a], outcomes[a], std::move(swings[a])));
    parallel(outcomes[a].size(), [&](std::size_t column) {
      const auto spread = spread_of(outcomes[a].column(column));
      if (!spread) finite = false;
      if (spread) place_of(result.alternatives[a], outcomes[a], column) = *spread;
    });
  }
  if (!finite) {
    return Error{"an uncertain input takes values out of range; check its deviation and bounds"};
  }
  return result;
}

}  // namespace varde::economy
