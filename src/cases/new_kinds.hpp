#pragma once

#include <string>

#include "cases/load.hpp"

// The files that a new case of each kind starts with: small, commented, and readable as they are.
// What must be replaced says so.
namespace varde::cases {

/// Two alternatives, three criteria, one area, and the twelve barriers as a checklist.
Files new_decision();
/// One solution, one activity, and the municipalities of `municipalities` (as a cooperation's;
/// empty gives one invented).
Files new_portfolio(const std::string& municipalities);
/// One solution in the common foundation, one project, and payers.
Files new_financing();
/// One solution with an estimate of one meeting.
Files new_growth();

}  // namespace varde::cases
