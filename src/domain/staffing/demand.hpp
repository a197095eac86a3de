#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace varde::staffing {

constexpr std::size_t kHoursOfWeek = 168;
using HourOfWeek = std::array<double, kHoursOfWeek>;  ///< Monday 00:00-01:00 first
constexpr std::size_t kMostKinds = 16;
constexpr int kPriorities = 5;  ///< 1 most urgent .. 5, as alarms have

/// How long one alarm keeps an operator: talk, decision, documentation.
struct Handling {
  enum class Shape : std::uint8_t { constant, exponential, lognormal, measured };
  Shape shape = Shape::lognormal;
  double mean_s = 0;
  double deviation_s = 0;        ///< lognormal
  std::vector<double> sample{};  ///< measured: seconds, drawn with equal chance
};
constexpr std::array<std::string_view, 4> kHandlingShapes{"constant", "exponential", "lognormal",
                                                          "measured"};

/// One kind of work that arrives.
struct Kind {
  std::string name;
  bool technical = false;  ///< no person waits: battery, mains, contact
  int priority = 3;        ///< 1 first; equal ones in the order they came
  double per_year = 0;     ///< on average, bursts not counted; a year is 365 days
  HourOfWeek profile{};    ///< share of a week's arrivals in each hour; sums to 1
  Handling handling;
  bool interruptible = false;  ///< work that is laid down when something more urgent comes
  double patience_s = 0;       ///< mean time until the person stops waiting; 0 = never
  double retry_s = 0;          ///< mean time until the person presses again
};

/// Something that gives many alarms at once: mains, a mobile mast, a supplier's cloud.
struct Burst {
  struct Part {
    std::size_t kind = 0;
    double share = 0;  ///< of the affected homes that give one of this kind, 0..1
  };
  std::string name;
  double per_year = 0;
  double homes_mean = 0, homes_deviation = 0;  ///< lognormal
  double spread_s = 0;                         ///< alarms come evenly over this time
  std::vector<Part> parts;
};

struct Demand {
  std::vector<Kind> kinds;
  std::vector<Burst> bursts;
};

/// Arrivals an hour of one kind in an hour of the week, without bursts.
double rate(const Kind& kind, std::size_t hour);
/// Alarms a year of one kind, bursts too.
double yearly(const Demand& demand, std::size_t kind);
/// Hours of handling a year of all kinds, bursts too.
double yearly_work_hours(const Demand& demand);
/// Operators busy on average in each hour of the week, bursts spread over the year.
HourOfWeek load_by_hour(const Demand& demand);

/// A profile of the week from weights by hour of the day and by day of the week.
HourOfWeek profile_of(const std::array<double, 24>& by_hour, const std::array<double, 7>& by_day);

}  // namespace varde::staffing
