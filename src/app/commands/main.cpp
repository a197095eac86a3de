#include <exception>

#include <sys/stat.h>

#include "app/case_commands/cooperation.hpp"
#include "app/case_commands/decision.hpp"
#include "app/case_commands/economy.hpp"
#include "app/case_commands/into_case.hpp"
#include "app/case_commands/portfolio.hpp"
#include "app/case_commands/report.hpp"
#include "app/case_commands/staffing.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"

namespace {

int run(int argc, char** argv) {
  using namespace varde::app;
  CLI::App program{"Varde: alarms from homes to the one who answers, and none lost"};
  program.require_subcommand(1);
  program.get_formatter()->column_width(16);
  Run chosen;
  int exit_code = 0;  // of those that run while the command line is read
  add_serve(program, chosen);
  add_simulate(program, chosen);
  add_backup(program, chosen);
  add_restore(program, chosen);
  add_verify(program, chosen);
  add_account(program, chosen);
  add_enrol(program, chosen);
  add_key(program, chosen);
  add_openapi(program, chosen);
  add_economy_commands(program, exit_code);
  add_report_commands(program, exit_code);
  add_cooperation_commands(program, exit_code);
  add_staffing_commands(program, exit_code);
  add_into_case_command(program, exit_code);
  add_decide_command(program, exit_code);
  add_portfolio_commands(program, exit_code);
  add_version(program, chosen);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  }
  return chosen ? chosen() : exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  // Whatever is made holds personal data, or may: for its owner alone.
  ::umask(S_IRWXG | S_IRWXO);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    return varde::app::fail({error.what()});
  }
}
