#pragma once

#include "answers/cooperation/ground.hpp"
#include "domain/cooperation/nucleolus.hpp"
#include "domain/cooperation/splits.hpp"

namespace varde::answers {

/// A key with other weights, as near to what it was as keeps everybody.
struct ChangedKey {
  std::string measure;             ///< what gets the weight: "inhabitants", "users"
  std::int64_t basis_points = 0;   ///< of the cost that move to it
  std::vector<economy::Key> keys;  ///< those that share the alternative, changed
  std::vector<Money> split;
  Money moved;  ///< kroner that change hands
};

/// One way to share the total.
struct Split {
  std::string id;
  bool key = false;  ///< a key of the case; else a fair benchmark
  std::vector<Money> pays;
  std::vector<double> error;  ///< standard error in øre, of what is sampled
  cooperation::Stability stability;
  std::vector<cooperation::Door> doors;  ///< by player
  std::vector<cooperation::Leaver> partnerships;
  std::optional<std::vector<Money>> nearest;  ///< in the core, the fewest kroner moved
  Money moved;
  std::optional<ChangedKey> change;
};

struct Analysis {
  Ground ground;
  cooperation::Sampling sampling;
  std::size_t orders = 0;                ///< of a sampled Shapley value; 0 when it is exact
  std::optional<double> largest_excess;  ///< of the nucleolus, øre
  bool nobody_above_alone = true;
  std::optional<Money> subsidy;  ///< the least that holds all together; zero when there is a core
  std::vector<Split> splits;
  Clusters clusters;

  const Split* split(std::string_view id) const;
};

struct AnalysisOptions {
  std::string alternative;
  std::vector<std::string> keys;  ///< empty = all
  std::optional<std::size_t> samples;
  std::uint64_t seed = 1;
};

Result<Analysis> analyse(cases::AnyCooperation input, const AnalysisOptions& options,
                         const cooperation::Watch& watch);

std::string analysis_json(const Analysis& analysis);
std::string analysis_text(const Analysis& analysis);
std::string clusters_json(const Ground& ground, const Clusters& clusters);
std::string clusters_text(const Ground& ground, const Clusters& clusters);

}  // namespace varde::answers
