#include "answers/staffing/measured.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace varde::answers {
namespace {

constexpr std::size_t kSampleMost = 4'096;  ///< handling times kept of a kind

/// Weights by hour and by day, each by itself: a week has too few alarms of a kind to tell its 168
/// hours apart.
staffing::HourOfWeek profile(const std::vector<const Measured::Alarm*>& alarms) {
  std::array<double, 24> by_hour{};
  std::array<double, 7> by_day{};
  for (const auto* one : alarms) {
    ++by_hour[one->hour_of_week % 24];
    ++by_day[one->hour_of_week / 24];
  }
  return staffing::profile_of(by_hour, by_day);
}

std::vector<double> sample(const std::vector<const Measured::Alarm*>& alarms) {
  std::vector<double> all;
  for (const auto* one : alarms) {
    if (one->handling_s > 0) all.push_back(one->handling_s);
  }
  std::ranges::sort(all);
  if (all.size() <= kSampleMost) return all;
  std::vector<double> kept;
  for (std::size_t i = 0; i < kSampleMost; ++i) {
    kept.push_back(all[(2 * i + 1) * all.size() / (2 * kSampleMost)]);
  }
  return kept;
}

void put(const std::vector<const Measured::Alarm*>& alarms, const Measured& measured,
         staffing::Kind& kind, std::vector<staffing::Given>& numbers) {
  const economy::Origin origin{
      economy::Quality::measured,
      fmt::format("{} alarmer i {:.1f} døgn, {}", alarms.size(), measured.days, measured.folder),
      0};
  kind.per_year = static_cast<double>(alarms.size()) / measured.days * 365.0;
  std::erase_if(numbers, [&](const staffing::Given& one) {
    return one.name.starts_with("kind." + kind.name + ".per_");
  });
  numbers.push_back({"kind." + kind.name + ".per_year", kind.per_year, {}, {}, origin});
  if (alarms.empty()) return;
  kind.profile = profile(alarms);
  auto times = sample(alarms);
  if (times.empty()) return;
  double sum = 0;
  for (const double time : times) sum += time;
  kind.handling = {staffing::Handling::Shape::measured, sum / static_cast<double>(times.size()), 0,
                   std::move(times)};
  std::erase_if(numbers, [&](const staffing::Given& one) {
    return one.name == "kind." + kind.name + ".handling";
  });
  numbers.push_back({"kind." + kind.name + ".handling", kind.handling.mean_s, {}, {}, origin});
}

}  // namespace

Status use_measured(const Measured& measured, staffing::StaffingCase& into) {
  auto& kinds = into.demand.kinds;
  std::vector<std::vector<const Measured::Alarm*>> of_kind(kinds.size());
  for (const auto& alarm : measured.alarms) {
    std::size_t chosen = kinds.size();
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      if (kinds[k].technical != alarm.technical) continue;
      const auto& codes = into.codes[k];
      if (std::ranges::find(codes, alarm.code) != codes.end()) {
        chosen = k;
        break;
      }
      if (codes.empty() && chosen == kinds.size()) chosen = k;
    }
    if (chosen == kinds.size()) {
      return Error{
          alarm.technical
              ? fmt::format(
                    "alarms with code {} fit no kind of the case; name the code in a kind's "
                    "codes, or have a technical kind without codes",
                    alarm.code)
              : fmt::format(
                    "alarms with code {} fit no kind of the case; name the code in a kind's "
                    "codes, or have a kind without codes that is not technical",
                    alarm.code)};
    }
    of_kind[chosen].push_back(&alarm);
  }
  for (std::size_t k = 0; k < kinds.size(); ++k) put(of_kind[k], measured, kinds[k], into.numbers);
  // What is measured is not in doubt, and has had its outages.
  into.ranges.clear();
  into.demand.bursts.clear();
  std::erase_if(into.numbers,
                [](const staffing::Given& one) { return one.name.starts_with("burst."); });
  return Done{};
}

}  // namespace varde::answers
