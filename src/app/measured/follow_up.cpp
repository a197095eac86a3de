#include "app/measured/follow_up.hpp"

#include <fmt/format.h>

#include "answers/print.hpp"

namespace varde::app {
namespace {

struct Month {
  MonthOfUse real;
  double as_is_hours = 0;  ///< a twelfth of the year's
  double plan_hours = 0;   ///< of the alternative's staffing
  double benefit() const { return as_is_hours - real.technical_hours; }
  double planned_benefit() const { return as_is_hours - plan_hours; }
};

/// Months of the case's municipalities. Today's hours are of technical alarms, so technical hours
/// stand against them.
std::map<MonthNumber, Month> months_of(const answers::CooperationRun& run, std::size_t alternative,
                                       const MeasuredUse& measured) {
  std::map<MonthNumber, Month> months;
  for (const auto& municipality : run.input.municipalities) {
    const auto found = measured.months.find(municipality.number);
    if (found == measured.months.end()) continue;
    for (const auto& [number, use] : found->second) {
      auto& month = months[number].real;
      month.alarms += use.alarms;
      month.technical += use.technical;
      month.hours += use.hours;
      month.technical_hours += use.technical_hours;
    }
  }
  const auto& comparison = run.projections[alternative].comparison;
  for (auto& [number, month] : months) {
    month.as_is_hours = comparison.as_is_hours.in_hours() / 12;
    month.plan_hours = comparison.cost_hours.in_hours() / 12;
  }
  return months;
}

std::uint32_t count(const std::map<int, std::uint32_t>& counts, int number) {
  const auto found = counts.find(number);
  return found == counts.end() ? 0 : found->second;
}

MonthOfUse sum_of(const MeasuredUse& measured, int municipality) {
  MonthOfUse sum;
  const auto found = measured.months.find(municipality);
  if (found == measured.months.end()) return sum;
  for (const auto& [number, use] : found->second) {
    sum.alarms += use.alarms;
    sum.technical += use.technical;
    sum.hours += use.hours;
    sum.technical_hours += use.technical_hours;
  }
  return sum;
}

}  // namespace

std::string follow_up_text(const answers::CooperationRun& run, std::size_t alternative,
                           const MeasuredUse& measured) {
  answers::TextTable months({"month", ">alarms", ">technical", ">hours on technical",
                             ">today's hours", ">planned hours", ">benefit, h",
                             ">planned benefit, h"});
  for (const auto& [number, month] : months_of(run, alternative, measured)) {
    months.row(
        {month_name(number), std::to_string(month.real.alarms),
         std::to_string(month.real.technical), answers::decimals(month.real.technical_hours, 1),
         answers::decimals(month.as_is_hours, 0), answers::decimals(month.plan_hours, 0),
         answers::decimals(month.benefit(), 0), answers::decimals(month.planned_benefit(), 0)});
  }
  answers::TextTable each(
      {"municipality", ">users", ">devices", ">alarms", ">technical", ">hours on technical"});
  for (const auto& municipality : run.input.municipalities) {
    const auto sum = sum_of(measured, municipality.number);
    each.row({municipality.name, std::to_string(count(measured.users, municipality.number)),
              std::to_string(count(measured.devices, municipality.number)),
              std::to_string(sum.alarms), std::to_string(sum.technical),
              answers::decimals(sum.technical_hours, 1)});
  }
  return fmt::format(
      "{}: plan ('{}') and reality, measured in {}\nThe first and the last month may be cut.\n{}\n"
      "All months\n{}",
      run.input.name, run.input.alternatives[alternative].name, measured.folder, months.text(),
      each.text());
}

std::string follow_up_json(const answers::CooperationRun& run, std::size_t alternative,
                           const MeasuredUse& measured) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-economy/1");
  field(out, "kind", "follow_up");
  field(out, "alternative", run.input.alternatives[alternative].id);
  out.key("months").begin_array();
  for (const auto& [number, month] : months_of(run, alternative, measured)) {
    out.begin_object();
    field(out, "month", month_name(number));
    integer(out, "alarms", month.real.alarms);
    integer(out, "technical_alarms", month.real.technical);
    varde::number(out, "hours", month.real.hours);
    varde::number(out, "technical_hours", month.real.technical_hours);
    varde::number(out, "as_is_hours", month.as_is_hours);
    varde::number(out, "planned_hours", month.plan_hours);
    varde::number(out, "benefit_hours", month.benefit());
    varde::number(out, "planned_benefit_hours", month.planned_benefit());
    out.end_object();
  }
  out.end_array();
  out.key("municipalities").begin_array();
  for (const auto& municipality : run.input.municipalities) {
    const auto sum = sum_of(measured, municipality.number);
    out.begin_object();
    integer(out, "number", municipality.number);
    field(out, "name", municipality.name);
    integer(out, "users", count(measured.users, municipality.number));
    integer(out, "devices", count(measured.devices, municipality.number));
    integer(out, "alarms", sum.alarms);
    integer(out, "technical_alarms", sum.technical);
    varde::number(out, "technical_hours", sum.technical_hours);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take() + "\n";
}

}  // namespace varde::app
