#pragma once

#include <cstdint>
#include <string>

#include "canary.hpp"

namespace varde::sim {

struct Figures {
  std::uint64_t entries = 0;
  std::uint64_t crashes = 0;
  std::uint64_t alarms = 0;
  std::uint64_t refused = 0;  ///< groups the journal could not keep
};

/// Runs one seed for `steps` turns. Throws a Violation that says which promise was broken; `step`
/// tells where.
Figures run_seed(std::uint64_t seed, std::uint64_t steps, Canary canary, std::uint64_t& step);

}  // namespace varde::sim
