#include "domain/economy/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace varde::economy {
namespace {

/// The given year that stands for `year`: the nearest before it, or the first.
std::map<int, Population>::const_iterator nearest(const Municipality& municipality, int year) {
  VARDE_ASSERT(!municipality.population.empty());
  auto it = municipality.population.upper_bound(year);
  if (it != municipality.population.begin()) --it;
  return it;
}

}  // namespace

const Alternative* Case::alternative(std::string_view id) const {
  const auto found = std::ranges::find(alternatives, id, &Alternative::id);
  return found == alternatives.end() ? nullptr : &*found;
}

double compound(double rate, int years) {
  double factor = 1.0;
  for (int i = 0; i < std::abs(years); ++i) factor *= 1.0 + rate;
  return years < 0 ? 1.0 / factor : factor;
}

double index_factor(const Assumptions& assumptions, const std::string& index, int from_year,
                    int year) {
  if (index.empty()) return 1.0;
  const auto found = assumptions.indices.find(index);
  VARDE_ASSERT(found != assumptions.indices.end());
  return compound(found->second, year - (from_year != 0 ? from_year : assumptions.price_year));
}

std::int64_t inhabitants_in(const Municipality& municipality, int year, double growth) {
  const auto it = nearest(municipality, year);
  if (it->first >= year || growth == 0.0) return it->second.all;
  const double grown = static_cast<double>(it->second.all) * compound(growth, year - it->first);
  return static_cast<std::int64_t>(std::llround(grown));
}

Basis basis_of(const Case& input, int year) {
  Basis basis;
  for (const auto& municipality : input.municipalities) {
    const auto& population = nearest(municipality, year)->second;
    basis.municipalities.push_back(municipality.number);
    basis.inhabitants.push_back(population.all);
    basis.inhabitants_67.push_back(population.aged_67.value_or(0));
    basis.inhabitants_80.push_back(population.aged_80.value_or(0));
  }
  for (const auto& [metric, values] : input.usage) {
    auto& column = basis.usage[metric];
    for (const auto& municipality : input.municipalities) {
      const auto found = values.find(municipality.number);
      column.push_back(found == values.end() ? 0 : found->second);
    }
  }
  return basis;
}

Money yearly_cost(const Staffing& staffing, const Assumptions& assumptions) {
  if (staffing.total) return *staffing.total;
  return scale(staffing.yearly_cost.value_or(assumptions.person_year_cost),
               staffing.person_years_thousandths, 1'000);
}

Hours hours_of(const Staffing& staffing, const Assumptions& assumptions) {
  const auto hours = Money::ore(assumptions.person_year.hundredths);
  return {scale(hours, staffing.person_years_thousandths, 1'000).in_ore()};
}

Money cost_of(Hours hours, const Assumptions& assumptions) {
  if (hours.hundredths == 0) return {};
  return scale(assumptions.person_year_cost, hours.hundredths, assumptions.person_year.hundredths);
}

}  // namespace varde::economy
