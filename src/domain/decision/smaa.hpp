#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/parallel.hpp"
#include "domain/decision/weights.hpp"

namespace varde::decision {

struct Draws {
  std::size_t count = 1'000'000;
  std::uint64_t seed = 1;
};
constexpr std::size_t kMostDraws = 100'000'000;

/// What the drawn weights say of one ranking (Lahdelma and Salminen, SMAA-2, Operations Research
/// 49(3), 2001). Alternatives in the order of the decision.
struct Ranking {
  std::size_t alternatives = 0;
  /// Rank acceptability: the share of draws in which an alternative has a rank, by alternative and
  /// rank (0 = first). Alternatives that are equal share the ranks they take.
  std::vector<double> acceptability;
  /// The share of draws in which one alternative is ahead of another, by both; equals count half.
  std::vector<double> ahead;
  /// The mean of the weights with which an alternative is first: what somebody who prefers it
  /// thinks, on average. Areas x criteria for the overall ranking, criteria for an area. Empty when
  /// it is never first.
  std::vector<std::vector<double>> central_weights;
  /// The share of the doubted scores with which an alternative is first under its central weights.
  /// Nothing when it has none.
  std::vector<std::optional<double>> confidence;

  double rank(std::size_t alternative, std::size_t rank) const {
    return acceptability[alternative * alternatives + rank];
  }
  double first(std::size_t alternative) const { return rank(alternative, 0); }
  double ahead_of(std::size_t one, std::size_t other) const {
    return ahead[one * alternatives + other];
  }
  /// The alternative that is most often first; the earlier of equals.
  std::size_t favourite() const;
};

/// One assessor's, or all assessors' together, each with an equal voice.
struct Rankings {
  std::vector<Ranking> areas;
  Ranking overall;  ///< weighted sum over the areas that are not summaries; weights by area are
                    ///< independent
};

struct Smaa {
  Draws draws;
  std::vector<Rankings> assessors;
  Rankings together;
};

/// Draws weights, and scores as `doubt` says, for every area and assessor. The same seed gives the
/// same result whatever `parallel` does. `cancelled` may be asked from any thread; once it says yes
/// nothing comes out.
std::optional<Smaa> smaa(
    const Decision& decision, const Draws& draws, Doubt doubt,
    const Parallel& parallel = one_by_one,
    const std::function<bool()>& cancelled = [] { return false; });

}  // namespace varde::decision
