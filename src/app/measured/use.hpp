#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "app/data_folder.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/economy/model.hpp"

namespace varde::app {

/// A month by Norwegian time: year x 12 + month - 1.
using MonthNumber = int;
constexpr MonthNumber month_number(int year, unsigned month) {
  return year * 12 + static_cast<int>(month) - 1;
}
std::string month_name(MonthNumber month);  ///< "2026-11"

/// What happened in one municipality in one month.
struct MonthOfUse {
  std::uint32_t alarms = 0;     ///< received from persons
  std::uint32_t technical = 0;  ///< received from devices about themselves
  double hours = 0;             ///< an operator's time on alarms
  double technical_hours = 0;   ///< and on technical alarms
};

/// Use of a centre by municipality number. Alarms of unknown devices are not counted.
struct MeasuredUse {
  std::map<int, std::map<MonthNumber, MonthOfUse>> months;
  std::map<int, std::uint32_t> devices;  ///< in use now
  std::map<int, std::uint32_t> users;    ///< persons with a device in use now
  std::string folder;
};

/// Reads the store of a data folder. An operator's time on an alarm runs from each time somebody
/// takes it until it is sent on, handed over, given back, resolved or closed; at most four hours.
/// An error when the folder cannot be read.
Result<MeasuredUse> read_measured_use(const DataFolder& folder);

/// Puts the metrics users, devices and alarms of `year` in place of what the case says of them,
/// marked as measured. An error when the year has no alarm in the municipalities of the case.
Status use_measured(const MeasuredUse& measured, int year, economy::Case& into);

}  // namespace varde::app
