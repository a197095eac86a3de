#include "domain/decision/weighted.hpp"

#include <algorithm>
#include <numeric>

namespace varde::decision {
namespace {

std::vector<double> weights_of(const Weighting& weighting, const Judgement& judgement) {
  std::vector<double> weights;
  for (std::size_t c = 0; c < judgement.importance.size(); ++c) {
    const auto points = weighting.points[static_cast<std::size_t>(judgement.importance[c])];
    const auto own = c < weighting.criteria.size() ? weighting.criteria[c] : std::nullopt;
    weights.push_back(own.value_or(points));
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum <= 0) return {};
  for (auto& weight : weights) weight /= sum;
  return weights;
}

bool in_order(const Judgement& judgement, std::span<const double> weights) {
  for (std::size_t c = 0; c < weights.size(); ++c) {
    for (std::size_t d = 0; d < weights.size(); ++d) {
      if (judgement.importance[c] > judgement.importance[d] && weights[c] < weights[d]) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

std::vector<double> values_of(const Judgement& judgement, std::span<const double> weights,
                              std::size_t alternatives) {
  std::vector<double> values(alternatives, 0.0);
  for (std::size_t c = 0; c < weights.size(); ++c) {
    for (std::size_t a = 0; a < alternatives; ++a) {
      values[a] += weights[c] * judgement.scores[c * alternatives + a];
    }
  }
  return values;
}

std::vector<WeightedSum> weighted_sums(const Decision& decision, const Judgement& judgement) {
  std::vector<WeightedSum> result;
  const auto add = [&](const std::string& name, std::vector<double> weights) {
    if (weights.empty()) return;
    WeightedSum sum{name, std::move(weights), {}, 0, true};
    sum.values = values_of(judgement, sum.weights, decision.alternatives.size());
    sum.best = static_cast<std::size_t>(std::ranges::max_element(sum.values) - sum.values.begin());
    sum.within_importance = in_order(judgement, sum.weights);
    result.push_back(std::move(sum));
  };
  add("centre", WeightRegion(judgement.importance).centre());
  for (const auto& weighting : decision.weightings) {
    add(weighting.name, weights_of(weighting, judgement));
  }
  return result;
}

}  // namespace varde::decision
