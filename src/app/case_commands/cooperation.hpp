#pragma once

#include <filesystem>

#include "answers/cooperation/analysis.hpp"
#include "app/case_commands/printed.hpp"

namespace CLI {
class App;
}

namespace varde::app {

struct CoalitionRun {
  answers::AnalysisOptions options;
  bool json = false;
};

/// varde cooperation analyse: who would leave, and what would keep them. From the files of a case;
/// no terminal, clock or file of its own, so that a server can call it. `watch` tells how far it
/// is, stops it, and gives it threads.
Printed cooperation_analyse(const cases::Files& files, const CoalitionRun& run,
                            const cooperation::Watch& watch = {});
/// varde cooperation partition: which clusters are cheapest.
Printed cooperation_partition(const cases::Files& files, const CoalitionRun& run,
                              const cooperation::Watch& watch = {});

/// Adds `cooperation` with its subcommands to the program. The chosen one runs when the command
/// line is parsed, prints, and sets `exit_code`.
void add_cooperation_commands(CLI::App& program, int& exit_code);

}  // namespace varde::app
