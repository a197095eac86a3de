#include "domain/economy/stated.hpp"

#include <algorithm>
#include <cmath>

namespace varde::economy {
namespace {

/// What `figure` is for one comparison; the names are those that a case file may state.
double computed(std::string_view figure, const Comparison& one, const Case& input) {
  const auto people = static_cast<double>(stated_inhabitants(input));
  const double person_year = input.assumptions.person_year.in_hours();
  const double saved_hours = (one.as_is_hours - one.cost_hours).in_hours();
  if (figure == "as_is.total") return one.as_is_total.in_kroner();
  if (figure == "as_is.per_inhabitant") return one.as_is_total.in_kroner() / people;
  if (figure == "as_is.hours") return one.as_is_hours.in_hours();
  if (figure == "as_is.person_years") return one.as_is_hours.in_hours() / person_year;
  if (figure == "cost") return one.cost_total.in_kroner();
  if (figure == "per_inhabitant") return one.cost_total.in_kroner() / people;
  if (figure == "saving") return one.saving().in_kroner();
  if (figure == "saving_percent") {
    return one.saving().in_kroner() / one.as_is_total.in_kroner() * 100.0;
  }
  if (figure == "hours_saved") return saved_hours;
  if (figure == "person_years_saved") return saved_hours / person_year;
  VARDE_ASSERT(figure == "hours_saved_percent");
  return saved_hours / one.as_is_hours.in_hours() * 100.0;
}

/// Rounded figures may be off by half their unit; cut ones lie up to a unit below.
bool agrees(const StatedFigure& stated, double value) {
  constexpr double kSlack = 1e-6;
  if (stated.truncated) {
    return value >= stated.value - kSlack && value < stated.value + 2 * stated.within;
  }
  return std::abs(value - stated.value) <= stated.within + kSlack;
}

}  // namespace

std::int64_t inhabitants(const Case& input) {
  std::int64_t sum = 0;
  for (const auto count : basis_of(input, input.assumptions.comparison_year).inhabitants)
    sum += count;
  return sum;
}

std::int64_t stated_inhabitants(const Case& input) {
  if (input.as_is.stated && input.as_is.stated->inhabitants)
    return *input.as_is.stated->inhabitants;
  return inhabitants(input);
}

std::vector<StatedCheck> check_stated(const Case& input,
                                      const std::vector<Projection>& projections) {
  std::vector<StatedCheck> checks;
  for (const auto& stated : input.stated) {
    const auto found =
        stated.alternative.empty()
            ? projections.begin()
            : std::ranges::find(projections, stated.alternative, &Projection::alternative);
    if (found == projections.end()) continue;
    const double value = computed(stated.figure, found->comparison, input);
    checks.push_back({stated, value, agrees(stated, value)});
  }
  return checks;
}

}  // namespace varde::economy
