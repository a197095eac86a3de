#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/parallel.hpp"
#include "base/result.hpp"
#include "domain/staffing/centre.hpp"
#include "domain/staffing/estimate.hpp"

namespace varde::staffing {

/// A centre to try: which sources of alarms it serves, with which people.
struct Trial {
  std::string name;
  std::vector<std::size_t> sources;
  WeekPlan plan = WeekPlan::steady(1);
  Reserve reserve;
};

/// Kinds whose figures are wanted together: the alarms of persons, the technical ones, one kind.
struct Group {
  std::string name;
  std::vector<std::pair<std::size_t, std::size_t>> kinds;  ///< source, kind in it
};

struct Experiment {
  std::vector<Demand> sources;
  std::vector<Trial> trials;
  std::vector<Group> groups;
  std::size_t hourly_group = 0;   ///< the group whose answer times are wanted by hour
  std::vector<double> targets_s;  ///< at most kMostTargets
  std::size_t years = 200;        ///< at least 2
  std::uint64_t seed = 1;
};

/// How alarms of a group were answered. Times in seconds from the first press; shares 0..1.
struct Answers {
  std::string group;
  Estimate yearly;               ///< answered a year
  std::vector<Estimate> within;  ///< by target
  Estimate waits;                ///< share for whom nobody was free at once
  Estimate mean_s;
  Estimate p50_s, p90_s, p99_s;
  Estimate longest_s;      ///< in a year
  Estimate pressed_again;  ///< attempts after the first, per alarm
  Estimate interrupted;    ///< per alarm
  Estimate work_hours;     ///< a year
};
struct HourAnswers {
  double yearly = 0;
  std::vector<Estimate> within;
  double p50_s = 0, p90_s = 0, p99_s = 0;
};
struct TrialResult {
  std::string name;
  std::vector<Answers> groups;        ///< those with a kind that this trial serves
  std::array<HourAnswers, 24> hours;  ///< of the hourly group, by the hour the alarm came
  Estimate occupancy;                 ///< share of operators' time that goes to alarms
  Estimate reserve_hours;             ///< a year
};

/// What the one who waits wants: to be told, and to stop it. May be called from any thread.
struct Watch {
  std::function<void(std::size_t done, std::size_t total)> progress;
  std::function<bool()> cancelled;
};

/// Every trial through the same years of alarms. Nothing when cancelled. The result depends on the
/// experiment alone, not on how `parallel` runs it.
std::optional<std::vector<TrialResult>> simulate(const Experiment& experiment,
                                                 const Parallel& parallel = one_by_one,
                                                 const Watch& watch = {});

}  // namespace varde::staffing
