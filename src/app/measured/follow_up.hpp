#pragma once

#include <string>

#include "answers/economy/cooperation.hpp"
#include "app/measured/use.hpp"

namespace varde::app {

/// Plan and reality side by side, month by month: the hours that today's work was reckoned at, the
/// hours of the alternative's staffing, and what operators have spent. `alternative`: of the run.
std::string follow_up_text(const answers::CooperationRun& run, std::size_t alternative,
                           const MeasuredUse& measured);
std::string follow_up_json(const answers::CooperationRun& run, std::size_t alternative,
                           const MeasuredUse& measured);

}  // namespace varde::app
