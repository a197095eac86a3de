#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/staffing/run.hpp"
#include "steering/tools.hpp"

namespace varde::editing {

/// What a simulated alternative changes in staffing.csv of the economy case it stands for.
struct IntoEconomy {
  struct Cell {
    int line = 0;
    std::string column, before, after;
  };
  std::string alternative, economy;  ///< ids: of staffing.toml, of case.toml
  std::vector<Cell> cells;           ///< those that differ
  steering::Files files;             ///< all of the case's, changed
  steering::Complaints then;         ///< what other tools of the case will say after it
};

/// Puts the person-years and the yearly cost of `alternative`, with their range, in the one row of
/// staffing.csv that its economy alternative has: quality estimated, and a source that names the
/// simulation. Complaints when it stands for none, or staffing.csv has no such row or several.
steering::Checked<IntoEconomy> into_economy(const steering::Files& files,
                                            const answers::StaffingRun& run,
                                            std::string_view alternative);
/// docs/reference/staffing-json.md
std::string into_economy_json(const IntoEconomy& change, const staffing::Run& run);

}  // namespace varde::editing
