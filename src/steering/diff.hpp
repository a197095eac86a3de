#pragma once

#include "steering/model.hpp"

namespace varde::steering {

/// One place where two versions differ.
struct Change {
  std::string file;
  int line_before = 0;  ///< 0 = not there before
  int line_after = 0;   ///< 0 = not there any more
  std::string before;
  std::string after;
};

/// What makes `after` of `before`, line by line (longest common subsequence). Lines that were taken
/// out and put in at the same place are paired in order.
std::vector<Change> diff(const Files& before, const Files& after);

}  // namespace varde::steering
