#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/decision/weights.hpp"

namespace varde::decision {

/// A plain weighted sum: what most reports do, beside what the words allow.
struct WeightedSum {
  std::string weighting;
  std::vector<double> weights;  ///< by criterion, sum one
  std::vector<double> values;   ///< by alternative, on the scale of the scores
  std::size_t best = 0;         ///< the earlier of equals
  /// Whether the weights keep the order of the importance words.
  bool within_importance = true;
};

std::vector<double> values_of(const Judgement& judgement, std::span<const double> weights,
                              std::size_t alternatives);

/// The mean of the allowed weights first, under the name "centre", then each weighting of the
/// decision that gives this area a weight at all.
std::vector<WeightedSum> weighted_sums(const Decision& decision, const Judgement& judgement);

}  // namespace varde::decision
