#include "domain/economy/financing.hpp"

#include <algorithm>
#include <cmath>

#include "domain/economy/share.hpp"

namespace varde::economy {
namespace {

/// Adds to a year's sum if the year is within the case.
class Years {
 public:
  explicit Years(const FinancingCase& input)
      : first_(input.first_year), count_(static_cast<std::size_t>(input.years)) {}

  std::size_t count() const { return count_; }
  int year(std::size_t t) const { return first_ + static_cast<int>(t); }
  std::optional<std::size_t> place(int year) const {
    if (year < first_ || year >= first_ + static_cast<int>(count_)) return {};
    return static_cast<std::size_t>(year - first_);
  }

 private:
  int first_;
  std::size_t count_;
};

class Model {
 public:
  explicit Model(const FinancingCase& input) : input_(input), years_(input) {
    result_.solutions.resize(input.solutions.size());
    for (auto& one : result_.solutions) one.years.resize(years_.count());
    result_.payments.assign(input.payers.size(), std::vector<Money>(years_.count()));
    result_.state.resize(years_.count());
    result_.liquidity.resize(years_.count());
    for (std::size_t p = 0; p < input.payers.size(); ++p) place_of_payer_[input.payers[p].id] = p;
    for (std::size_t s = 0; s < input.solutions.size(); ++s) {
      place_of_solution_[input.solutions[s].id] = s;
    }
    uses_.resize(input.solutions.size());
    for (const auto& use : input.uses) uses_[place_of_solution_.at(use.solution)].push_back(&use);
  }

  Financing run() {
    for (std::size_t s = 0; s < input_.solutions.size(); ++s) price(s);
    for (const auto& project : input_.projects) develop(project);
    for (const auto& one : input_.running) operate(one);
    for (std::size_t s = 0; s < input_.solutions.size(); ++s) {
      input_.solutions[s].foundation ? charge_all(s) : charge_users(s);
    }
    settle();
    return std::move(result_);
  }

 private:
  /// Whether a solution outside the foundation goes on: somebody must use it at a price they would
  /// pay. What is discontinued costs nothing.
  void price(std::size_t s) {
    const auto& solution = input_.solutions[s];
    if (solution.foundation) return;
    const auto units = units_of(s);
    Money cost;
    for (const auto& project : input_.projects) {
      if (project.solution != solution.id || !years_.place(project.year)) continue;
      for (const auto& [t, amount] : repaid(project)) cost += amount;
    }
    for (const auto& one : input_.running) {
      if (one.solution != solution.id) continue;
      for (std::size_t t = 0; t < years_.count(); ++t) {
        if (one.from <= years_.year(t) && years_.year(t) <= one.to) cost += one.amount.value;
      }
    }
    auto& into = result_.solutions[s];
    into.discontinued = units == 0;
    if (units == 0) return;
    into.unit_price = scale(cost, 1, units);
    if (solution.highest_price && *into.unit_price > *solution.highest_price) {
      into.discontinued = true;
    }
  }

  std::int64_t units_of(std::size_t s) const {
    std::int64_t units = 0;
    for (const auto* use : uses_[s]) {
      for (std::size_t t = 0; t < years_.count(); ++t) {
        if (years_.year(t) >= use->from) units += use->units;
      }
    }
    return units;
  }

  static Money state_share(const DevelopmentProject& project) {
    return scale(project.cost.value, project.state_basis_points, 10'000);
  }

  /// The years in which the sector pays for a project, within the case.
  std::vector<std::pair<std::size_t, Money>> repaid(const DevelopmentProject& project) const {
    std::vector<std::pair<std::size_t, Money>> result;
    const Money principal = project.cost.value - state_share(project);
    if (project.size == Size::small) {
      // Contributions come the year before; in the first year of the case there is none before.
      const auto t = years_.place(std::max(project.year - 1, input_.first_year));
      if (t) result.emplace_back(*t, principal);
      return result;
    }
    int year = project.year;
    for (const auto amount : instalments(principal, project.rate, project.lifetime)) {
      if (const auto t = years_.place(++year)) result.emplace_back(*t, amount);
    }
    return result;
  }

  void develop(const DevelopmentProject& project) {
    const auto s = place_of_solution_.at(project.solution);
    const auto spent = years_.place(project.year);
    if (result_.solutions[s].discontinued || !spent) return;
    const Money share = state_share(project);
    result_.liquidity[*spent].spent += project.cost.value;
    result_.state[*spent] += share;
    for (const auto& [t, amount] : repaid(project)) {
      auto& year = result_.solutions[s].years[t];
      (project.size == Size::large ? year.instalments : year.contributions) += amount;
    }
  }

  void operate(const RunningCost& one) {
    for (std::size_t t = 0; t < years_.count(); ++t) {
      if (years_.year(t) < one.from || years_.year(t) > one.to) continue;
      if (one.solution.empty()) {
        result_.state[t] += one.amount.value;
        result_.liquidity[t].spent += one.amount.value;
        continue;
      }
      const auto s = place_of_solution_.at(one.solution);
      if (result_.solutions[s].discontinued) continue;
      result_.solutions[s].years[t].running += one.amount.value;
      result_.liquidity[t].spent += one.amount.value;
    }
  }

  std::vector<char> payers_in(std::size_t s, int year) const {
    const auto& solution = input_.solutions[s];
    if (year > solution.deadline) return std::vector<char>(input_.payers.size(), 1);
    std::vector<char> pays(input_.payers.size(), 0);
    for (const auto* use : uses_[s]) {
      if (use->from <= year) pays[place_of_payer_.at(use->payer)] = 1;
    }
    return pays;
  }

  /// The sector's part of a charge while the model is phased in: a fifth the first of five years.
  Money phased(Money charge, int year) const {
    const int step = year - input_.phase_in_from + 1;
    if (step <= 0) return {};
    return step >= input_.phase_in_years ? charge : scale(charge, step, input_.phase_in_years);
  }

  void charge_all(std::size_t s) {
    for (std::size_t t = 0; t < years_.count(); ++t) {
      auto& year = result_.solutions[s].years[t];
      const Money total = year.total();
      Money sector = phased(total, years_.year(t));
      const auto paid = split_on_payers(sector, input_.solutions[s].groups, input_.payers,
                                        payers_in(s, years_.year(t)));
      if (!paid.anyone) sector = {};
      year.state = total - sector;
      year.groups = paid.of_groups;
      result_.state[t] += year.state;
      for (std::size_t p = 0; p < paid.parts.size(); ++p) result_.payments[p][t] += paid.parts[p];
    }
  }

  /// The full cost over all years, by units of use in each: every unit costs the same.
  void charge_users(std::size_t s) {
    if (result_.solutions[s].discontinued) return;
    Money cost;
    for (const auto& year : result_.solutions[s].years) cost += year.total();
    std::vector<std::int64_t> weights;
    std::vector<int> ranks;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (const auto* use : uses_[s]) {
      for (std::size_t t = 0; t < years_.count(); ++t) {
        if (years_.year(t) < use->from) continue;
        weights.push_back(use->units);
        ranks.push_back(static_cast<int>(ranks.size()));
        places.emplace_back(place_of_payer_.at(use->payer), t);
      }
    }
    const auto parts = apportion(cost, weights, ranks);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto [p, t] = places[i];
      result_.payments[p][t] += parts[i];
      const auto group = static_cast<std::size_t>(input_.payers[p].group);
      result_.solutions[s].years[t].groups[group] += parts[i];
    }
  }

  void settle() {
    Money balance;
    for (std::size_t t = 0; t < years_.count(); ++t) {
      auto& year = result_.liquidity[t];
      year.from_state = result_.state[t];
      for (const auto& payer : result_.payments) year.from_payers += payer[t];
      balance += year.from_state + year.from_payers - year.spent;
      year.balance = balance;
      result_.capital_need = std::max(result_.capital_need, -balance);
    }
  }

  const FinancingCase& input_;
  const Years years_;
  std::map<std::string, std::size_t> place_of_payer_, place_of_solution_;
  std::vector<std::vector<const Use*>> uses_;
  Financing result_;
};

}  // namespace

std::vector<Money> instalments(Money principal, double rate, int years) {
  VARDE_ASSERT(years > 0 && rate >= 0);
  const auto count = static_cast<std::size_t>(years);
  if (rate == 0.0) {
    std::vector<int> ranks(count);
    for (std::size_t i = 0; i < count; ++i) ranks[i] = static_cast<int>(i);
    return apportion(principal, std::vector<std::int64_t>(count, 1), ranks);
  }
  const double discount = 1.0 / compound(rate, years);
  const Money payment = scale(principal, rate / (1.0 - discount));
  std::vector<Money> result;
  Money owed = principal;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    owed += scale(owed, rate);
    result.push_back(payment);
    owed -= payment;
  }
  result.push_back(owed + scale(owed, rate));
  return result;
}

Financing finance(const FinancingCase& input) { return Model(input).run(); }

}  // namespace varde::economy
