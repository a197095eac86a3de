#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace varde::staffing {

constexpr int kMinutesInDay = 24 * 60;
constexpr int kMinutesInWeek = 7 * kMinutesInDay;
constexpr int kMostOnDuty = 200;  ///< operators at one time

/// People who come at `from` and go at `until` on some days of every week. Times are minutes of the
/// day; `until` at or before `from` is on the next day.
struct Shift {
  std::string name;
  std::uint8_t weekdays = 0x7F;  ///< bit 0 = Monday, the day it begins
  int from = 0;
  int until = kMinutesInDay;
  int operators = 1;
};

/// From `from` to `until` (minutes of the week, Monday 00:00 = 0; until may be in the next week)
/// nobody is on duty.
struct Hole {
  int from = 0;
  int until = 0;
};
/// "Saturday 22:00 to Sunday 07:00"
std::string to_string(const Hole& hole);

/// How many are on duty, week after week.
class WeekPlan {
 public:
  struct Change {
    int minute = 0;  ///< of the week
    int operators = 0;
  };

  explicit WeekPlan(std::span<const Shift> shifts);
  static WeekPlan steady(int operators);

  int at(int minute) const { return operators_[static_cast<std::size_t>(minute)]; }
  /// In time order; the first is at 0.
  const std::vector<Change>& changes() const { return changes_; }
  /// The first time nobody is on duty; a hole over the end of the week is one.
  std::optional<Hole> hole() const;
  int fewest() const;
  int most() const;
  /// Hours at the desk in a week, all operators together.
  double operator_hours() const;
  /// Hours a week with fewer than `minimum` on duty.
  double hours_below(int minimum) const;
  /// Mean number on duty in each hour of the week.
  std::array<double, 168> by_hour() const;
  /// Operators who begin a shift in a week: what each overlap is paid for.
  int shifts_begun() const { return shifts_begun_; }

 private:
  std::vector<int> operators_;  ///< by minute of the week
  std::vector<Change> changes_;
  int shifts_begun_ = 0;
};

}  // namespace varde::staffing
