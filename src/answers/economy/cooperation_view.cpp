#include "answers/economy/cooperation_view.hpp"

#include <algorithm>

namespace varde::answers {
namespace {

/// Shares of a million of each key, without its bounds: those come in with an amount.
Result<std::vector<std::int64_t>> shares_of(const economy::Case& input, economy::Key key) {
  key.minimum.reset();
  key.cap.reset();
  const auto parts = economy::split(economy::Money::ore(1'000'000), key,
                                    economy::basis_of(input, input.assumptions.comparison_year));
  if (!parts) return parts.error();
  std::vector<std::int64_t> shares;
  for (const auto part : *parts) shares.push_back(part.in_ore());
  return shares;
}

/// The hours of shared staffing in the comparison year, split as their cost is.
Result<std::vector<economy::Hours>> staffing_of(const economy::Case& input,
                                                const economy::Alternative& alternative) {
  const int year = input.assumptions.comparison_year;
  std::vector<economy::Hours> all(input.municipalities.size());
  for (const auto& row : alternative.staffing) {
    const auto key = input.keys.find(row.key);
    if (row.from > year || row.to < year || key == input.keys.end()) continue;
    auto unbounded = key->second;
    unbounded.minimum.reset();
    unbounded.cap.reset();
    const auto hours = economy::hours_of(row, input.assumptions);
    const auto parts = economy::split(economy::Money::ore(hours.hundredths), unbounded,
                                      economy::basis_of(input, year));
    if (!parts) return parts.error();
    for (std::size_t m = 0; m < all.size(); ++m) {
      all[m] += economy::Hours{(*parts)[m].in_ore()};
    }
  }
  return all;
}

}  // namespace

bool CooperationView::compared(economy::Area area) const {
  return std::ranges::find(input().as_is.compared, area) != input().as_is.compared.end();
}

economy::Hours CooperationView::hours_today(std::size_t municipality) const {
  return run->as_is.hours([&](const economy::AsIsLine& line) {
    return line.municipality == municipality && compared(line.area);
  });
}

double CooperationView::person_years(economy::Hours hours) const {
  return hours.in_hours() / input().assumptions.person_year.in_hours();
}

bool CooperationView::filled(std::size_t municipality) const {
  return std::ranges::any_of(run->as_is.gaps, [&](const economy::Gap& gap) {
    return gap.municipality == municipality && compared(gap.area);
  });
}

bool CooperationView::all_by_stated_total() const {
  return !run->as_is.lines.empty() &&
         std::ranges::all_of(run->as_is.lines, [&](const economy::AsIsLine& line) {
           return !compared(line.area) || (line.filled && line.how == economy::Fill::stated_total);
         });
}

economy::Money CooperationView::per_inhabitant(economy::Money amount,
                                               std::size_t municipality) const {
  const auto people = run->inhabitants(municipality);
  return people == 0 ? economy::Money{} : economy::scale(amount, 1, people);
}

economy::Money CooperationView::one_off(std::size_t alternative, std::size_t municipality) const {
  economy::Money sum;
  for (const auto& year : run->projections[alternative].years) sum += year.one_off[municipality];
  return sum;
}

Result<CooperationView> view_of(const CooperationRun& run) {
  CooperationView view;
  view.run = &run;
  for (const auto& [name, key] : run.input.keys) {
    view.key_names.push_back(name);
    auto shares = shares_of(run.input, key);
    if (!shares) return shares.error();
    view.shares.push_back(std::move(shares).value());
  }
  for (const auto& alternative : run.input.alternatives) {
    auto keys = economy::compare_keys(run.input, run.as_is, alternative, view.key_names);
    if (!keys) return keys.error();
    view.keys.push_back(std::move(keys).value());
    auto staffing = staffing_of(run.input, alternative);
    if (!staffing) return staffing.error();
    view.staffing.push_back(std::move(staffing).value());
  }
  return view;
}

}  // namespace varde::answers
