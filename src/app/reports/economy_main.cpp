#include <CLI/CLI.hpp>

#include "app/economy/commands.hpp"
#include "app/reports/commands.hpp"

/// The economy commands alone, for tests and fuzzing of the command line.
int main(int argc, char** argv) {
  CLI::App program{"varde"};
  program.require_subcommand(1);
  int exit_code = 0;
  varde::app::add_economy_commands(program, exit_code);
  varde::app::add_report_commands(program, exit_code);
  CLI11_PARSE(program, argc, argv);
  return exit_code;
}
