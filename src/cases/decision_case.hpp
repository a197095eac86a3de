#pragma once

#include "cases/load.hpp"
#include "domain/decision/model.hpp"

namespace varde::cases {

/// A case of kind "decision": case.toml, scores.csv, importance.csv and barriers.csv
/// (docs/reference/decision-case.md). Every criterion must have a score for every alternative, and
/// an importance, in every area and for every assessor. `shapes` learns what is asked for.
Result<decision::Decision, std::vector<Complaint>> parse_decision(const Files& files,
                                                                  Shapes* shapes = nullptr);

}  // namespace varde::cases
