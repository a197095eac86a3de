#pragma once

#include <array>
#include <optional>
#include <vector>

#include "domain/staffing/model.hpp"
#include "domain/staffing/simulate.hpp"

namespace varde::staffing {

struct Run {
  std::size_t years = 200;  ///< simulated, 2 or more
  std::uint64_t seed = 1;
};

/// Kroner a year. `low` and `high` hold both the roster's range of sickness and the confidence
/// interval of what is simulated.
struct MoneyRange {
  economy::Money value, low, high;
};

/// What connecting does to the centre that takes the alarms.
struct Connection {
  Estimate share;           ///< ours of all its work, 0..1
  Answers alone, together;  ///< the host's own persons' alarms, without and with ours
  Cost host_cost;           ///< of its plan today
  /// Operator hours a week it lacks for the first target, without and with ours, by Erlang C hour
  /// by hour; and the person-years and pay of what ours adds.
  double lacks_alone_hours = 0, lacks_together_hours = 0;
  Cost extra;
};

/// An alternative with all uncertain work at its low or its high.
struct AtBound {
  std::optional<std::string> fault;  ///< why it cannot be computed; then the rest says nothing
  Answers answers;                   ///< persons' alarms
  Estimate occupancy;
  economy::Money cost;
};
/// The work and the need then.
struct WorkAtBound {
  double work_hours = 0;  ///< a year
  double needed_person_years = 0;
  std::size_t years = 0;  ///< simulated
};

struct Figures {
  std::size_t alternative = 0;  ///< in the case
  WeekPlan plan = WeekPlan::steady(1);
  TrialResult simulated;
  double person_years = 0, person_years_low = 0, person_years_high = 0;
  MoneyRange pay, reserve, total;  ///< total with overhead
  double hours_below_minimum = 0;  ///< a year, the reserve counted where it counts
  double hours_alone = 0;          ///< a year with one operator, reserve or not
  std::optional<Connection> connection;
  std::optional<AtBound> at_low, at_high;  ///< when the case has ranges
};

struct Evaluation {
  Run run;
  HourOfWeek load{};                       ///< erlang by hour of the week
  std::array<int, kHoursOfWeek> needed{};  ///< operators for the first target and the minimum
  double needed_hours_a_week = 0;
  Cost needed_cost;
  double work_hours = 0;       ///< a year
  std::vector<Bought> bought;  ///< by each number of person-years the case states
  std::vector<Figures> alternatives;
  /// The first alternative that has the minimum on duty with its own people; what the others are
  /// compared with. In `alternatives`.
  std::optional<std::size_t> reference;
  std::optional<WorkAtBound> at_low, at_high;  ///< when the case has ranges
};

/// Everything about the chosen alternatives (by place in the case). Low and high are simulated in a
/// quarter of the years: they move the figures far more than chance does. An error when the load is
/// out of the formulas' reach; nothing when cancelled.
Result<std::optional<Evaluation>> evaluate(const StaffingCase& input,
                                           const std::vector<std::size_t>& alternatives,
                                           const Run& run, const Parallel& parallel = one_by_one,
                                           const Watch& watch = {});

}  // namespace varde::staffing
