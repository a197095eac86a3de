#pragma once

#include <optional>

#include "answers/staffing/measured.hpp"
#include "app/data_folder.hpp"
#include "base/time.hpp"

namespace varde::app {

/// Alarms received from `from` on and before `to`; all when not set.
struct MeasuredPeriod {
  std::optional<Instant> from{}, to{};
};

/// Reads the store of a data folder, beside a running server. Handling is counted from each time an
/// operator takes the alarm until it is sent to a responder, handed over, given back, resolved or
/// closed. An error when it cannot be read or covers less than a week.
Result<answers::Measured> read_measured(const DataFolder& folder,
                                        const MeasuredPeriod& period = {});

}  // namespace varde::app
