#include <CLI/CLI.hpp>

#include "app/decision/commands.hpp"
#include "app/portfolio/commands.hpp"

/// The decision and portfolio commands alone, for tests of the command line.
int main(int argc, char** argv) {
  CLI::App program{"varde"};
  program.require_subcommand(1);
  int exit_code = 0;
  varde::app::add_decide_command(program, exit_code);
  varde::app::add_portfolio_commands(program, exit_code);
  CLI11_PARSE(program, argc, argv);
  return exit_code;
}
