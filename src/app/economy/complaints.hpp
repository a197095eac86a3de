#pragma once

#include <string_view>
#include <vector>

#include "app/economy/commands.hpp"
#include "cases/complaint.hpp"

namespace varde::app {

/// What a command prints when a case has mistakes: a line for each on standard error, and with
/// `json` the member mistakes under `schema` on standard output.
Printed complaints_printed(std::string_view schema, const std::vector<cases::Complaint>& all,
                           bool json);

/// Writes both streams; gives the exit code.
int write_out(const Printed& printed);

}  // namespace varde::app
