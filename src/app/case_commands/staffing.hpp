#pragma once

#include "answers/staffing/erlang.hpp"
#include "answers/staffing/run.hpp"
#include "app/case_commands/printed.hpp"

namespace CLI {
class App;
}

namespace varde::app {

/// varde staffing erlang
Printed staffing_erlang(const answers::ErlangQuestion& question, bool json = false);

struct SimulateRequest {
  std::filesystem::path folder;
  answers::StaffingRequest run;
  std::filesystem::path measured;  ///< data folder; empty = as the case says
  bool json = false;
};
/// varde staffing simulate; progress on a terminal.
Printed staffing_simulate(const SimulateRequest& request);
/// varde staffing report: the same as a document.
Printed staffing_report(const SimulateRequest& request, const std::string& format,
                        const std::filesystem::path& out);

/// Adds `staffing` with its subcommands to the program, as add_economy_commands does.
void add_staffing_commands(CLI::App& program, int& exit_code);

}  // namespace varde::app
