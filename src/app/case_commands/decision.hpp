#pragma once

#include <cstdint>
#include <filesystem>

#include "app/case_commands/printed.hpp"
#include "base/time.hpp"
#include "domain/decision/smaa.hpp"

namespace CLI {
class App;
}

namespace varde::app {

struct DecideOptions {
  std::filesystem::path folder;
  decision::Draws draws;
  bool json = false;
  std::string format;         ///< one of answers::kDecisionFormats; empty: text
  std::filesystem::path out;  ///< empty: the folder's name, or for HTML standard output
  Instant made;               ///< the day on the document
};

/// varde decide: what the tables of a decision allow, and whether its conclusions follow.
Printed decide_command(const DecideOptions& options);

/// Adds `decide` to the program. It runs when the command line is parsed, prints, and sets
/// `exit_code`.
void add_decide_command(CLI::App& program, int& exit_code);

}  // namespace varde::app
