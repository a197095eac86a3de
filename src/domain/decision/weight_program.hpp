#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/decision/turn.hpp"

namespace varde::decision {

/// The weights nearest to `from` with which `alternative` is not behind any other, by linear
/// programming: least sum of absolute changes. Nothing when there are none.
std::optional<WeightMove> nearest_weights(const Judgement& judgement, std::size_t alternatives,
                                          std::span<const double> from, std::size_t alternative,
                                          bool keep_importance);

}  // namespace varde::decision
