#include "domain/staffing/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "domain/staffing/erlang.hpp"

namespace varde::staffing {
namespace {

double mean(const HourOfWeek& hours) {
  return std::accumulate(hours.begin(), hours.end(), 0.0) / static_cast<double>(kHoursOfWeek);
}

/// The demand of the kinds that `keep` says yes to.
template <class Keep>
Demand only(const Demand& demand, Keep keep) {
  auto kept = demand;
  for (std::size_t k = 0; k < kept.kinds.size(); ++k) {
    if (keep(kept.kinds[k])) continue;
    kept.kinds[k].per_year = 0;
    kept.kinds[k].handling.mean_s = 0;
  }
  return kept;
}

/// Alarms an hour, bursts spread over the year.
HourOfWeek arrivals_by_hour(Demand demand) {
  for (auto& kind : demand.kinds) {
    kind.handling.mean_s = kind.handling.mean_s > 0 ? 3'600.0 : 0.0;
  }
  return load_by_hour(demand);
}

}  // namespace

std::string to_string(const Overload& overload) {
  return fmt::format(
      "arrivals are above capacity: the work keeps {:.2f} operators busy on average and {:.2f} are "
      "there, so the queue grows without bound; {} more at every hour stop{} it",
      overload.load, overload.capacity, overload.more, overload.more == 1 ? "s" : "");
}

std::optional<Overload> overload(std::span<const Demand> sources, const WeekPlan& plan,
                                 const Reserve& reserve) {
  double load = 0, for_reserve = 0;
  for (const auto& source : sources) {
    load += mean(load_by_hour(source));
    for_reserve += mean(load_by_hour(
        only(source, [&](const Kind& kind) { return reserve.technical || !kind.technical; })));
  }
  const double own = plan.operator_hours() / 168.0;
  const double capacity =
      own + std::min(for_reserve, reserve.persons * (1.0 - reserve.own_occupancy));
  if (load < capacity) return {};
  return Overload{load, capacity, static_cast<int>(std::min(std::floor(load - capacity), 1e9)) + 1};
}

Result<std::array<int, kHoursOfWeek>> operators_by_hour(std::span<const Demand> sources,
                                                        const AnswerTarget& target, int minimum) {
  HourOfWeek all{}, load{}, alarms{};
  for (const auto& source : sources) {
    const auto urgent =
        only(source, [](const Kind& kind) { return !(kind.technical && kind.interruptible); });
    const auto every = load_by_hour(source);
    const auto its_load = load_by_hour(urgent);
    const auto its_alarms = arrivals_by_hour(urgent);
    for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
      all[hour] += every[hour];
      load[hour] += its_load[hour];
      alarms[hour] += its_alarms[hour];
    }
  }
  std::array<int, kHoursOfWeek> needed{};
  for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
    needed[hour] = std::max(minimum, operators_to_be_steady(all[hour]));
    if (load[hour] <= 0) continue;
    const double handling = load[hour] / alarms[hour] * 3'600.0;
    const auto operators = operators_for({load[hour], handling, target.within_s}, target.share);
    if (!operators) return operators.error();
    needed[hour] = std::max(needed[hour], *operators);
  }
  return needed;
}

}  // namespace varde::staffing
