#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/case_commands/printed.hpp"
#include "domain/economy/uncertainty.hpp"

namespace CLI {
class App;
}

namespace varde::app {

struct EconomyRun {
  std::filesystem::path folder;
  std::vector<std::string> alternatives;  ///< empty = all
  std::vector<std::string> keys;          ///< compare; empty = all
  std::optional<economy::Draws> draws;
  std::string as_of;  ///< growth: only estimates known on this date; empty = all
  bool json = false;
};

/// varde economy check: what is wrong or missing, and how each gap would be filled.
Printed economy_check(const EconomyRun& options);
/// varde economy run: every figure of the case.
Printed economy_run(const EconomyRun& options);
/// varde economy compare: who pays what under each key.
Printed economy_compare(const EconomyRun& options);
/// varde economy new: a case folder with the survey to fill in. Nothing is written over.
Printed economy_new(const std::filesystem::path& folder, const std::string& kind,
                    const std::filesystem::path& municipalities);

/// Adds `economy` with its subcommands to the program. The chosen one runs when the command line is
/// parsed, prints, and sets `exit_code`.
void add_economy_commands(CLI::App& program, int& exit_code);

}  // namespace varde::app
