#include "domain/economy/projection.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

namespace varde::economy {
namespace {

Money sum(const std::vector<Money>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Money{});
}

/// The sums that one key shares in one year, before they are shared.
using Pots = std::map<std::pair<std::string, Charge>, Money>;

bool runs_in(const CostItem& item, int year) {
  return item.charge == Charge::one_off ? year == item.from : item.from <= year && year <= item.to;
}

Pots shared_pots(const Case& input, const Alternative& alternative, int year) {
  Pots pots;
  for (const auto& item : alternative.items) {
    if (!item.per.empty() || !runs_in(item, year)) continue;
    const double factor =
        index_factor(input.assumptions, item.index, item.amount.origin.price_year, year);
    pots[{item.key, item.charge}] += scale(item.amount.value, factor);
  }
  for (const auto& row : alternative.staffing) {
    if (year < row.from || year > row.to) continue;
    const double factor = index_factor(input.assumptions, row.index, row.origin.price_year, year);
    pots[{row.key, Charge::yearly}] += scale(yearly_cost(row, input.assumptions), factor);
  }
  return pots;
}

/// Price x use, municipality by municipality. Use is in thousandths.
Allocation priced(const Case& input, const CostItem& item, int year) {
  const auto& assumptions = input.assumptions;
  const double growth =
      compound(assumptions.usage_growth, std::max(0, year - assumptions.comparison_year));
  const double factor =
      index_factor(assumptions, item.index, item.amount.origin.price_year, year) * growth;
  const auto& use = input.usage.at(item.per);
  Allocation allocation{"per " + item.per, item.charge, {}, {}};
  for (const auto& municipality : input.municipalities) {
    const auto found = use.find(municipality.number);
    const auto units = found == use.end() ? 0 : found->second;
    allocation.parts.push_back(scale(scale(item.amount.value, units, 1'000), factor));
    allocation.total += allocation.parts.back();
  }
  return allocation;
}

/// First year index from which the running sum stays at or above zero to the end.
std::optional<int> payback_year(const std::vector<Money>& yearly, int first_year) {
  Money running;
  std::optional<int> since;
  for (std::size_t t = 0; t < yearly.size(); ++t) {
    running += yearly[t];
    if (running < Money{}) {
      since.reset();
    } else if (!since) {
      since = first_year + static_cast<int>(t);
    }
  }
  return since;
}

std::vector<Money> discounted(const std::vector<Money>& yearly, double rate) {
  std::vector<Money> values;
  for (std::size_t t = 0; t < yearly.size(); ++t) {
    values.push_back(scale(yearly[t], compound(rate, -static_cast<int>(t))));
  }
  return values;
}

Value value_of(const std::vector<Money>& yearly, const Assumptions& assumptions) {
  return {net_present_value(yearly, assumptions.discount_rate),
          payback_year(yearly, assumptions.first_year),
          payback_year(discounted(yearly, assumptions.discount_rate), assumptions.first_year)};
}

Result<YearFlow> flow_in(const Case& input, const AsIs& as_is, const Alternative& alternative,
                         int year) {
  const auto cost = cost_in(input, alternative, year);
  if (!cost) return cost.error();
  YearFlow flow{year, as_is_in(input, as_is, year), {}, {}, {}};
  const auto t = static_cast<std::size_t>(year - input.assumptions.first_year);
  const auto running = t < alternative.parallel.size() ? alternative.parallel[t] : 0;
  for (std::size_t m = 0; m < input.municipalities.size(); ++m) {
    flow.yearly.push_back(cost->part(m, Charge::yearly));
    flow.one_off.push_back(cost->part(m, Charge::one_off));
    flow.parallel.push_back(scale(flow.as_is[m], running, 10'000));
  }
  return flow;
}

Hours compared_hours(const Case& input, const AsIs& as_is) {
  return as_is.hours([&](const AsIsLine& line) {
    return std::ranges::find(input.as_is.compared, line.area) != input.as_is.compared.end();
  });
}

Result<Comparison> comparison_of(const Case& input, const AsIs& as_is,
                                 const Alternative& alternative) {
  const int year = input.assumptions.comparison_year;
  auto cost = cost_in(input, alternative, year);
  if (!cost) return cost.error();
  std::erase_if(cost->allocations,
                [](const Allocation& one) { return one.charge == Charge::one_off; });
  Comparison result;
  result.as_is = as_is_in(input, as_is, year);
  result.as_is_total = sum(result.as_is);
  result.cost_total = cost->total();
  result.cost = std::move(cost).value();
  result.as_is_hours = compared_hours(input, as_is);
  for (const auto& row : alternative.staffing) {
    if (row.from <= year && year <= row.to) result.cost_hours += hours_of(row, input.assumptions);
  }
  return result;
}

}  // namespace

Money YearCost::total(std::optional<Charge> charge) const {
  Money result;
  for (const auto& one : allocations) {
    if (!charge || one.charge == *charge) result += one.total;
  }
  return result;
}

Money YearCost::part(std::size_t municipality, std::optional<Charge> charge) const {
  Money result;
  for (const auto& one : allocations) {
    if (!charge || one.charge == *charge) result += one.parts[municipality];
  }
  return result;
}

Result<YearCost> cost_in(const Case& input, const Alternative& alternative, int year,
                         const Key* instead) {
  YearCost result{year, {}};
  const auto basis = basis_of(input, year);
  for (const auto& [name, total] : shared_pots(input, alternative, year)) {
    const Key& key = instead != nullptr ? *instead : input.keys.at(name.first);
    auto parts = split(total, key, basis);
    if (!parts) return parts.error();
    result.allocations.push_back({key.name, name.second, total, std::move(parts).value()});
  }
  for (const auto& item : alternative.items) {
    if (!item.per.empty() && runs_in(item, year)) {
      result.allocations.push_back(priced(input, item, year));
    }
  }
  return result;
}

std::vector<Money> as_is_in(const Case& input, const AsIs& as_is, int year) {
  const auto& assumptions = input.assumptions;
  const double prices = index_factor(assumptions, input.as_is.index, 0, year);
  const double wages = index_factor(assumptions, input.as_is.wage_index, 0, year);
  const double volume =
      input.as_is.follows_population
          ? compound(assumptions.population_growth, year - assumptions.comparison_year)
          : 1.0;
  std::vector<Money> amounts(input.municipalities.size());
  std::vector<Money> work(input.municipalities.size());
  for (const auto& line : as_is.lines) {
    const auto& compared = input.as_is.compared;
    if (std::ranges::find(compared, line.area) == compared.end()) continue;
    (line.category == Category::hours ? work : amounts)[line.municipality] += line.amount;
  }
  for (std::size_t m = 0; m < amounts.size(); ++m) {
    amounts[m] = scale(amounts[m], prices * volume) + scale(work[m], wages * volume);
  }
  return amounts;
}

Money Comparison::saving(std::size_t municipality) const {
  return as_is[municipality] - cost.part(municipality);
}

Money YearFlow::saving(std::size_t municipality) const {
  return as_is[municipality] - yearly[municipality] - one_off[municipality] -
         parallel[municipality];
}

Money YearFlow::saving() const { return sum(as_is) - sum(yearly) - sum(one_off) - sum(parallel); }

Money net_present_value(const std::vector<Money>& yearly, double rate) {
  return sum(discounted(yearly, rate));
}

Result<Projection> project(const Case& input, const AsIs& as_is, const Alternative& alternative) {
  Projection result;
  result.alternative = alternative.id;
  auto comparison = comparison_of(input, as_is, alternative);
  if (!comparison) return comparison.error();
  result.comparison = std::move(comparison).value();
  const auto& assumptions = input.assumptions;
  for (int t = 0; t < assumptions.years; ++t) {
    auto flow = flow_in(input, as_is, alternative, assumptions.first_year + t);
    if (!flow) return flow.error();
    result.years.push_back(std::move(flow).value());
  }
  std::vector<Money> together(result.years.size());
  Money present;
  for (std::size_t m = 0; m < input.municipalities.size(); ++m) {
    std::vector<Money> yearly;
    for (std::size_t t = 0; t < result.years.size(); ++t) {
      yearly.push_back(result.years[t].saving(m));
      together[t] += yearly.back();
    }
    result.values.push_back(value_of(yearly, assumptions));
    present += result.values.back().net_present;
  }
  result.value = value_of(together, assumptions);
  result.value.net_present = present;
  return result;
}

Result<KeyComparison> compare_keys(const Case& input, const AsIs& as_is,
                                   const Alternative& alternative,
                                   const std::vector<std::string>& keys) {
  const int year = input.assumptions.comparison_year;
  KeyComparison result;
  result.as_is = as_is_in(input, as_is, year);
  const auto column = [&](const std::string& name, const Key* key) -> Status {
    const auto cost = cost_in(input, alternative, year, key);
    if (!cost) return cost.error();
    KeyComparison::Column one{name, {}};
    for (std::size_t m = 0; m < input.municipalities.size(); ++m) {
      one.parts.push_back(cost->part(m, Charge::yearly));
    }
    result.columns.push_back(std::move(one));
    return Done{};
  };
  if (auto status = column("as written", nullptr); !status) return status.error();
  for (const auto& name : keys) {
    const auto key = input.keys.find(name);
    if (key == input.keys.end()) return Error{fmt::format("the case has no key '{}'", name)};
    if (auto status = column(name, &key->second); !status) return status.error();
  }
  const Money total = sum(result.columns.front().parts);
  for (const auto amount : result.as_is) result.break_even.push_back(basis_points(amount, total));
  return result;
}

}  // namespace varde::economy
