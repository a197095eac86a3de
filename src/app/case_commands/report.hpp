#pragma once

namespace CLI {
class App;
}

namespace varde::app {

/// Adds `report` and `invoice` to the `economy` that add_economy_commands made.
void add_report_commands(CLI::App& program, int& exit_code);

}  // namespace varde::app
