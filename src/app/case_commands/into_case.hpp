#pragma once

namespace CLI {
class App;
}

namespace varde::app {

/// Adds `staffing into-case` to the program, which has `staffing` already.
void add_into_case_command(CLI::App& program, int& exit_code);

}  // namespace varde::app
