#pragma once

#include <optional>

#include "app/economy/commands.hpp"
#include "app/staffing/run.hpp"

namespace varde::app {

struct ErlangRequest {
  double load = 0;      ///< erlang
  double per_hour = 0;  ///< alarms; in place of load when above 0
  double handling_s = 0;
  double target = 0.975;
  double within_s = 60;
  double patience_s = 0;           ///< above 0: Erlang A with retrial
  std::optional<int> operators{};  ///< given: what they reach, not how many are needed
  bool json = false;
};
/// varde staffing erlang
Printed staffing_erlang(const ErlangRequest& request);

struct SimulateRequest {
  std::filesystem::path folder;
  StaffingRequest run;
  std::filesystem::path measured;  ///< data folder; empty = as the case says
  bool json = false;
};
/// varde staffing simulate; progress on a terminal.
Printed staffing_simulate(SimulateRequest request);

/// Adds `staffing` with its subcommands to the program, as add_economy_commands does.
void add_staffing_commands(CLI::App& program, int& exit_code);

}  // namespace varde::app
