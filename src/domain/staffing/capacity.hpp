#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>

#include "base/result.hpp"
#include "domain/staffing/centre.hpp"
#include "domain/staffing/demand.hpp"

namespace varde::staffing {

/// More work than people: the queue grows without bound, and no answer time means anything.
struct Overload {
  double load = 0;      ///< operators' work, erlang, on average over the week
  double capacity = 0;  ///< operators on duty on average, and what of the reserve can be used
  int more = 0;         ///< operators to add at every hour to stop it
};
std::string to_string(const Overload& overload);
/// A week's work against a week's people; work may wait for a quieter hour, so single hours above
/// capacity are no overload.
std::optional<Overload> overload(std::span<const Demand> sources, const WeekPlan& plan,
                                 const Reserve& reserve);

struct AnswerTarget {
  double within_s = 60;
  double share = 0.975;
};
/// The fewest operators by hour of the week that reach the target by Erlang C (hour by hour, as if
/// each were steady), are steady with all the work, and are at least `minimum`. Technical alarms
/// that are laid down for others do not count as waiting in front of them.
Result<std::array<int, kHoursOfWeek>> operators_by_hour(std::span<const Demand> sources,
                                                        const AnswerTarget& target, int minimum);

}  // namespace varde::staffing
