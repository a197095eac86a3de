#pragma once

#include "domain/decision/weighted.hpp"

namespace varde::decision {

/// The nearest weights with which an alternative is first, from the mean of the allowed weights.
struct WeightMove {
  double moved = 0;  ///< share of all weight that must change place, 0 to 1
  std::vector<double> weights;
};

/// One criterion given another importance.
struct ImportanceMove {
  std::size_t criterion = 0;
  Importance from = Importance::low, to = Importance::low;
};

struct ScoreMove {
  std::size_t criterion = 0;
  double from = 0, to = 0;
};

/// What would have to be true for an alternative to be first (an equal first counts), judged by the
/// mean of the allowed weights.
struct Turn {
  std::size_t alternative = 0;
  /// Without breaking the order of the importance words; nothing when no such weights exist.
  std::optional<WeightMove> within_importance;
  /// With any weights; nothing when no weights at all would do.
  std::optional<WeightMove> any_weights;
  /// Each single change of importance that would do, with the fewest classes.
  std::vector<ImportanceMove> importance;
  /// The fewest whole steps by which its own scores must be higher; nothing when the top is not
  /// enough.
  std::optional<std::vector<ScoreMove>> scores;
};

/// One for each alternative that is not first already.
std::vector<Turn> turns(const Decision& decision, const Judgement& judgement);

}  // namespace varde::decision
