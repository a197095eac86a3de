#include <CLI/CLI.hpp>

#include "app/staffing/commands.hpp"

/// The staffing commands alone, for benchmarks and fuzzing of the command line.
int main(int argc, char** argv) {
  CLI::App program{"varde"};
  program.require_subcommand(1);
  int exit_code = 0;
  varde::app::add_staffing_commands(program, exit_code);
  CLI11_PARSE(program, argc, argv);
  return exit_code;
}
