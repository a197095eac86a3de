#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/data_folder.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/staffing/model.hpp"

namespace varde::app {

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

/// Alarms received from `from` on and before `to`; all when not set.
struct MeasuredPeriod {
  std::optional<Instant> from{}, to{};
};

/// Reads the store of a data folder, beside a running server. Handling is counted from each time an
/// operator takes the alarm until it is sent to a responder, handed over, given back, resolved or
/// closed. An error when it cannot be read or covers less than a week.
Result<Measured> read_measured(const DataFolder& folder,
                               const std::function<void(std::uint64_t, std::uint64_t)>& progress,
                               const MeasuredPeriod& period = {});

/// Puts measured arrivals and handling times in place of the case's: a kind gets the alarms with
/// its codes, or, without codes, the rest of its sort (persons' or technical). An error when alarms
/// fit no kind.
Status use_measured(const Measured& measured, staffing::StaffingCase& into);

}  // namespace varde::app
