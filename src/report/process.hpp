#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace varde::report {

struct Finished {
  int exit_code = 0;  ///< 128 + the signal when one ended the program
  std::string out;
  std::string error;  ///< its last 4 KiB
};

/// Runs a program (absolute path first) with `input` on its standard input and an environment of
/// PATH, LANG and HOME=/nonexistent only. Ended when it takes longer than `limit` or writes more
/// than `most` bytes: both are errors, and so is a program that is not there.
Result<Finished> run_process(const std::vector<std::string>& command, std::string_view input,
                             std::chrono::milliseconds limit, std::size_t most);

}  // namespace varde::report
