#include "domain/decision/turn.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "domain/decision/weight_program.hpp"

namespace varde::decision {
namespace {

constexpr double kEqual = 1e-12;  ///< below any difference that two sums of scores can have

bool is_first(const std::vector<double>& values, std::size_t alternative) {
  return values[alternative] >= *std::ranges::max_element(values) - kEqual;
}

int classes_between(const ImportanceMove& move) {
  return std::abs(static_cast<int>(move.to) - static_cast<int>(move.from));
}

std::vector<ImportanceMove> importance_moves(const Judgement& judgement, std::size_t alternatives,
                                             std::size_t alternative) {
  std::vector<ImportanceMove> found;
  for (std::size_t c = 0; c < judgement.importance.size(); ++c) {
    for (std::size_t to = 0; to < kImportanceClasses; ++to) {
      auto changed = judgement;
      changed.importance[c] = static_cast<Importance>(to);
      const auto centre = WeightRegion(changed.importance).centre();
      if (is_first(values_of(changed, centre, alternatives), alternative)) {
        found.push_back({c, judgement.importance[c], changed.importance[c]});
      }
    }
  }
  int fewest = kImportanceClasses;
  for (const auto& move : found) fewest = std::min(fewest, classes_between(move));
  std::erase_if(found, [&](const auto& move) { return classes_between(move) > fewest; });
  return found;
}

/// Each step on a criterion is worth its weight against every other alternative, so the heaviest
/// criteria with room for a step are the fewest steps.
std::optional<std::vector<ScoreMove>> score_moves(const Judgement& judgement,
                                                  std::span<const double> weights,
                                                  std::size_t alternatives, std::size_t alternative,
                                                  double top) {
  std::vector<std::size_t> by_weight(weights.size());
  std::iota(by_weight.begin(), by_weight.end(), std::size_t{0});
  std::ranges::stable_sort(by_weight, std::greater{}, [&](std::size_t c) { return weights[c]; });
  auto changed = judgement;
  std::vector<ScoreMove> moves;
  const auto first = [&] {
    return is_first(values_of(changed, weights, alternatives), alternative);
  };
  for (const auto c : by_weight) {
    auto& score = changed.scores[c * alternatives + alternative];
    const double stood = score;
    while (!first() && score < top) score = std::min(top, score + 1);
    if (score > stood) moves.push_back({c, stood, score});
  }
  if (!first()) return {};
  return moves;
}

}  // namespace

std::vector<Turn> turns(const Decision& decision, const Judgement& judgement) {
  const auto n = decision.alternatives.size();
  const auto centre = WeightRegion(judgement.importance).centre();
  const auto values = values_of(judgement, centre, n);
  std::vector<Turn> result;
  for (std::size_t a = 0; a < n; ++a) {
    if (is_first(values, a)) continue;
    Turn turn;
    turn.alternative = a;
    turn.within_importance = nearest_weights(judgement, n, centre, a, true);
    turn.any_weights = nearest_weights(judgement, n, centre, a, false);
    turn.importance = importance_moves(judgement, n, a);
    turn.scores = score_moves(judgement, centre, n, a, decision.top_score);
    result.push_back(std::move(turn));
  }
  return result;
}

}  // namespace varde::decision
