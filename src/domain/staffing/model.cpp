#include "domain/staffing/model.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace varde::staffing {
namespace {

/// Weekly hours that are paid: those at the desk, and what overlaps.
double paid_hours(const WeekPlan& plan, const Roster& roster) {
  return plan.operator_hours() + plan.shifts_begun() * roster.overlap_minutes / 60.0;
}

std::optional<std::string> fault(std::span<const Demand> sources, const WeekPlan& plan,
                                 const Reserve& reserve) {
  if (const auto hole = plan.hole()) {
    return fmt::format("has nobody on duty {}; add a shift there", to_string(*hole));
  }
  if (const auto too_much = overload(sources, plan, reserve)) {
    return fmt::format("cannot be computed: {}", to_string(*too_much));
  }
  return {};
}

}  // namespace

const Alternative* StaffingCase::alternative(std::string_view id) const {
  const auto found = std::ranges::find(alternatives, id, &Alternative::id);
  return found == alternatives.end() ? nullptr : &*found;
}

StaffingCase at_bound(const StaffingCase& input, Bound bound) {
  auto result = input;
  result.ranges.clear();
  const auto move = [&](Demand& demand) {
    for (std::size_t k = 0; k < input.ranges.size(); ++k) {
      const auto& range = input.ranges[k];
      const bool low = bound == Bound::low;
      auto& kind = demand.kinds[k];
      kind.per_year *= low ? range.arrivals_low : range.arrivals_high;
      const double longer = low ? range.handling_low : range.handling_high;
      kind.handling.mean_s *= longer;
      kind.handling.deviation_s *= longer;
    }
  };
  move(result.demand);
  for (auto& host : result.hosts) move(host.demand);
  return result;
}

std::optional<std::string> fault(const StaffingCase& input, const Alternative& alternative) {
  if (alternative.host) return fault(input, input.hosts[*alternative.host], true);
  return fault(std::span(&input.demand, 1), WeekPlan(alternative.shifts), alternative.reserve);
}

std::optional<std::string> fault(const StaffingCase& input, const Host& host, bool with_ours) {
  std::vector<Demand> sources{host.demand};
  if (with_ours) sources.push_back(input.demand);
  return fault(sources, WeekPlan(host.shifts), {});
}

Cost cost_of(const StaffingCase& input, const WeekPlan& plan) {
  const double hours = paid_hours(plan, input.roster);
  const auto with = [&](const std::optional<double>& sickness) {
    auto roster = input.roster;
    roster.sickness = sickness.value_or(roster.sickness);
    return person_years(hours, roster);
  };
  const auto pay = [&](double years) { return economy::scale(input.person_year_cost, years); };
  Cost cost;
  cost.person_years = person_years(hours, input.roster);
  cost.person_years_low = with(input.sickness_low);
  cost.person_years_high = with(input.sickness_high);
  cost.pay = pay(cost.person_years);
  cost.pay_low = pay(cost.person_years_low);
  cost.pay_high = pay(cost.person_years_high);
  return cost;
}

double cost_of_hour(const StaffingCase& input) {
  return input.person_year_cost.in_kroner() / desk_hours(input.roster);
}

Bought buys(const StaffingCase& input, double person_years) {
  Bought bought;
  bought.person_years = person_years;
  bought.seats = person_years / person_years_per_seat(input.roster);
  bought.whole_seats = static_cast<int>(std::floor(bought.seats));
  bought.hours_left_a_week = (bought.seats - bought.whole_seats) * kHoursInWeek;
  bought.desk_hours = person_years * desk_hours(input.roster);
  return bought;
}

}  // namespace varde::staffing
