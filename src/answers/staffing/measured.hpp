#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/staffing/model.hpp"

namespace varde::answers {

/// What Varde's own operation says of arrivals and handling.
struct Measured {
  struct Alarm {
    bool technical = false;
    std::string code;              ///< national event code, "4.1"
    std::size_t hour_of_week = 0;  ///< received, Norwegian time
    double handling_s = 0;         ///< an operator's time; 0 = not taken, or still open
    double answer_s = -1;          ///< received to first taken; below 0 = not taken
  };
  std::vector<Alarm> alarms;
  double days = 0;  ///< from the first to the last
  std::string folder;
};

/// Puts measured arrivals and handling times in place of the case's: a kind gets the alarms with
/// its codes, or, without codes, the rest of its sort (persons' or technical). An error when alarms
/// fit no kind.
Status use_measured(const Measured& measured, staffing::StaffingCase& into);

}  // namespace varde::answers
