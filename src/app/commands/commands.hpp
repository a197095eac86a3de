#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace varde::app {

/// What main() runs when the command line is understood; gives the exit code: 0 done, 1 not done, 2
/// wrong use.
using Run = std::function<int()>;

// Each adds its subcommand to the program and, when that is the one given, sets `run`.
void add_serve(CLI::App& program, Run& run);
void add_simulate(CLI::App& program, Run& run);
void add_backup(CLI::App& program, Run& run);
void add_restore(CLI::App& program, Run& run);
void add_verify(CLI::App& program, Run& run);
void add_account(CLI::App& program, Run& run);
void add_enrol(CLI::App& program, Run& run);
void add_key(CLI::App& program, Run& run);
void add_openapi(CLI::App& program, Run& run);
void add_version(CLI::App& program, Run& run);

}  // namespace varde::app
