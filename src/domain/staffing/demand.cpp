#include "domain/staffing/demand.hpp"

#include <numeric>

namespace varde::staffing {
namespace {

constexpr double kWeeksInSimulatedYear = 365.0 / 7.0;

double by_bursts(const Demand& demand, std::size_t kind) {
  double alarms = 0;
  for (const auto& burst : demand.bursts) {
    for (const auto& part : burst.parts) {
      if (part.kind == kind) alarms += burst.per_year * burst.homes_mean * part.share;
    }
  }
  return alarms;
}

}  // namespace

double rate(const Kind& kind, std::size_t hour) {
  return kind.per_year / kWeeksInSimulatedYear * kind.profile[hour];
}

double yearly(const Demand& demand, std::size_t kind) {
  return demand.kinds[kind].per_year + by_bursts(demand, kind);
}

double yearly_work_hours(const Demand& demand) {
  double hours = 0;
  for (std::size_t k = 0; k < demand.kinds.size(); ++k) {
    hours += yearly(demand, k) * demand.kinds[k].handling.mean_s / 3'600.0;
  }
  return hours;
}

HourOfWeek load_by_hour(const Demand& demand) {
  HourOfWeek load{};
  for (std::size_t k = 0; k < demand.kinds.size(); ++k) {
    const auto& kind = demand.kinds[k];
    const double steady = by_bursts(demand, k) / (365.0 * 24.0);
    for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
      load[hour] += (rate(kind, hour) + steady) * kind.handling.mean_s / 3'600.0;
    }
  }
  return load;
}

HourOfWeek profile_of(const std::array<double, 24>& by_hour, const std::array<double, 7>& by_day) {
  const double all = std::accumulate(by_hour.begin(), by_hour.end(), 0.0) *
                     std::accumulate(by_day.begin(), by_day.end(), 0.0);
  HourOfWeek profile{};
  for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
    profile[hour] = by_hour[hour % 24] * by_day[hour / 24] / all;
  }
  return profile;
}

}  // namespace varde::staffing
