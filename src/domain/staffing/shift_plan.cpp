#include "domain/staffing/shift_plan.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace varde::staffing {
namespace {

constexpr std::array<std::string_view, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};

std::string moment(int minute) {
  const int in_week = minute % kMinutesInWeek;
  return fmt::format("{} {:02}:{:02}", kDays[static_cast<std::size_t>(in_week / kMinutesInDay)],
                     in_week % kMinutesInDay / 60, in_week % 60);
}

}  // namespace

std::string to_string(const Hole& hole) {
  if (hole.until - hole.from >= kMinutesInWeek) return "the whole week";
  return moment(hole.from) + " to " + moment(hole.until);
}

WeekPlan::WeekPlan(std::span<const Shift> shifts) : operators_(kMinutesInWeek, 0) {
  for (const auto& shift : shifts) {
    const int length = (shift.until > shift.from ? 0 : kMinutesInDay) + shift.until - shift.from;
    for (int day = 0; day < 7; ++day) {
      if ((shift.weekdays >> day & 1) == 0) continue;
      shifts_begun_ += shift.operators;
      for (int i = 0; i < length; ++i) {
        const int minute = (day * kMinutesInDay + shift.from + i) % kMinutesInWeek;
        operators_[static_cast<std::size_t>(minute)] += shift.operators;
      }
    }
  }
  for (int minute = 0; minute < kMinutesInWeek; ++minute) {
    if (minute == 0 || at(minute) != at(minute - 1)) changes_.push_back({minute, at(minute)});
  }
}

WeekPlan WeekPlan::steady(int operators) {
  const Shift always{"", 0x7F, 0, kMinutesInDay, operators};
  return WeekPlan(std::span(&always, 1));
}

std::optional<Hole> WeekPlan::hole() const {
  if (most() == 0) return Hole{0, kMinutesInWeek};
  // Begin where somebody is on duty, so that a hole over Sunday night comes out whole.
  int start = 0;
  while (at(start) == 0) ++start;
  for (int i = start; i < start + kMinutesInWeek; ++i) {
    if (at(i % kMinutesInWeek) != 0) continue;
    int until = i;
    while (at(until % kMinutesInWeek) == 0) ++until;
    return Hole{i % kMinutesInWeek, i % kMinutesInWeek + until - i};
  }
  return {};
}

int WeekPlan::fewest() const { return *std::ranges::min_element(operators_); }
int WeekPlan::most() const { return *std::ranges::max_element(operators_); }

double WeekPlan::operator_hours() const {
  long minutes = 0;
  for (const int operators : operators_) minutes += operators;
  return static_cast<double>(minutes) / 60.0;
}

double WeekPlan::hours_below(int minimum) const {
  return static_cast<double>(std::ranges::count_if(
             operators_, [&](int operators) { return operators < minimum; })) /
         60.0;
}

std::array<double, 168> WeekPlan::by_hour() const {
  std::array<double, 168> hours{};
  for (int minute = 0; minute < kMinutesInWeek; ++minute) {
    hours[static_cast<std::size_t>(minute / 60)] += at(minute) / 60.0;
  }
  return hours;
}

}  // namespace varde::staffing
