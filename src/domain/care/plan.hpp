#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace varde::care {

enum class Target : std::uint8_t { response_centre, home_care_team, next_of_kin, on_call };
std::string_view to_string(Target target);
std::optional<Target> parse_target(std::string_view text);

/// When a step counts, in Norwegian wall-clock time. `until` at or before `from` runs past midnight
/// and belongs to the weekday it started on.
struct Hours {
  std::uint8_t weekdays = 0x7F;  ///< bit 0 = Monday ... bit 6 = Sunday
  std::uint16_t from = 0;        ///< minute of day, 0..1439
  std::uint16_t until = 1440;    ///< minute of day, exclusive, 1..1440

  bool contains(const LocalTime& local) const;
  friend bool operator==(const Hours&, const Hours&) = default;
};

struct PlanStep {
  Target target = Target::response_centre;
  std::optional<ContactId> contact;  ///< which team or relative; unset for the response centre
  std::optional<Duration>
      limit;  ///< unanswered that long: the next step; only the last step may have none
  Hours hours;

  friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

/// Who is to be asked, in order. The last step is always the response centre, at all hours: no
/// alarm falls off the end.
struct ResponsePlan {
  PlanId id;
  std::vector<PlanStep> steps;
  std::int8_t priority_shift = 0;  ///< -2..2; -1 = one class more urgent for this person

  friend bool operator==(const ResponsePlan&, const ResponsePlan&) = default;
};

/// Says which rule a plan breaks: no steps, too many, last step not the response centre at all
/// hours, a limit that is missing or not within 10 s to 24 h, hours out of range.
Status check(const ResponsePlan& plan);

/// The first step at or after `from` whose hours contain `t`. Always found: the last step counts at
/// all hours.
std::size_t applicable_step(const ResponsePlan& plan, std::size_t from, Instant t);

/// The plan of a device without one: the response centre, with the given limit before it escalates.
ResponsePlan default_plan();

}  // namespace varde::care
