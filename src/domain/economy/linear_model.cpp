#include "domain/economy/linear_model.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace varde::economy {

/// Turns a case into rates, terms and shares.
class LinearModel::Compiler {
 public:
  Compiler(const Case& input, const AsIs& as_is) : input_(input), as_is_(as_is) {
    model_.case_ = &input;
    model_.inputs_ = input.uncertain;
    last_year_ = std::max(input.assumptions.first_year + input.assumptions.years - 1,
                          input.assumptions.comparison_year);
  }

  Result<LinearModel> run() {
    for (const auto& alternative : input_.alternatives) ranges(alternative);
    rates();
    today();
    for (const auto& alternative : input_.alternatives) {
      if (auto status = side(alternative); !status) return status.error();
    }
    for (const auto& one : model_.inputs_) {
      if (!used_.contains(one.input)) {
        return Error{fmt::format("the uncertain input '{}' is not in the case", one.input)};
      }
    }
    return std::move(model_);
  }

 private:
  std::optional<std::size_t> find(const std::string& name) {
    for (std::size_t i = 0; i < model_.inputs_.size(); ++i) {
      if (model_.inputs_[i].input != name) continue;
      used_.insert(name);
      return i;
    }
    return {};
  }

  std::optional<std::size_t> find_item(const Alternative& alternative, const std::string& name) {
    const auto own = find(fmt::format("item:{}/{}", alternative.id, name));
    return own ? own : find("item:" + name);
  }

  /// Costs with a range that no input of the case names become triangular inputs of their own.
  void ranges(const Alternative& alternative) {
    const auto add = [&](const std::string& name, Money value, std::optional<Money> low,
                         std::optional<Money> high, const Origin& origin) {
      if (!low || !high || find_item(alternative, name)) return;
      Uncertain one;
      one.input = fmt::format("item:{}/{}", alternative.id, name);
      one.low = low->in_kroner();
      one.mode = value.in_kroner();
      one.high = high->in_kroner();
      one.origin = origin;
      model_.inputs_.push_back(std::move(one));
    };
    for (const auto& item : alternative.items) {
      add(item.name, item.amount.value, item.amount.low, item.amount.high, item.amount.origin);
    }
    for (const auto& row : alternative.staffing) {
      add(row.name, yearly_cost(row, input_.assumptions), row.low, row.high, row.origin);
    }
  }

  void rates() {
    const auto& assumptions = input_.assumptions;
    for (const auto& [name, rate] : assumptions.indices) {
      rate_of_[name] = model_.rates_.size();
      model_.rates_.push_back({rate, assumptions.price_year, false, find("index:" + name)});
    }
    population_ = model_.rates_.size();
    model_.rates_.push_back({assumptions.population_growth, assumptions.comparison_year, false,
                             find("population_growth")});
    usage_ = model_.rates_.size();
    model_.rates_.push_back(
        {assumptions.usage_growth, assumptions.comparison_year, true, find("usage_growth")});
    model_.discount_input_ = find("discount_rate");
  }

  std::optional<std::size_t> index(const std::string& name) const {
    if (name.empty()) return {};
    return rate_of_.at(name);
  }

  /// Puts the input on a term: its value times `central`, or in place of it.
  void attach(Term& term, std::optional<std::size_t> input, double central, double per_unit) {
    term.input = input;
    term.amount = central;
    if (input) term.unit = model_.inputs_[*input].relative ? central : per_unit;
  }

  void today() {
    const auto volume = input_.as_is.follows_population ? std::optional(population_) : std::nullopt;
    for (const auto area : input_.as_is.compared) {
      for (const bool work : {false, true}) {
        std::vector<double> shares(input_.municipalities.size(), 0.0);
        double kroner = 0;
        double hours = 0;
        for (const auto& line : as_is_.lines) {
          if (line.area != area || (line.category == Category::hours) != work) continue;
          shares[line.municipality] += line.amount.in_kroner();
          kroner += line.amount.in_kroner();
          hours += line.hours.in_hours();
        }
        const auto name = kAreas[static_cast<std::size_t>(area)];
        const auto input = find(fmt::format("{}:{}", work ? "hours" : "as_is", name));
        if (kroner <= 0) continue;
        for (auto& share : shares) share /= kroner;
        Term term;
        term.share = model_.as_is_.shares.size();
        attach(term, input, kroner, work ? kroner / hours : 1.0);
        term.index = index(work ? input_.as_is.wage_index : input_.as_is.index);
        term.volume = volume;
        term.to = last_year_;
        model_.as_is_.terms.push_back(term);
        model_.as_is_.shares.push_back({{{0, std::move(shares)}}, {}, {}});
        if (work) model_.as_is_.work.push_back({hours, hours, input});
      }
    }
  }

  Status side(const Alternative& alternative) {
    Side result;
    std::map<std::pair<std::string, bool>, std::size_t> place;
    for (const auto& item : alternative.items) {
      const auto input = find_item(alternative, item.name);
      const bool one_off = item.charge == Charge::one_off;
      auto share =
          item.per.empty() ? keyed(result, place, item.key, one_off) : by_use(result, item.per);
      if (!share) return share.error();
      double units = 1;
      if (!item.per.empty()) units = units_of(item.per);
      Term term;
      term.share = *share;
      const double brought = brought_up(item.index, item.amount.origin.price_year) * units;
      attach(term, input, item.amount.value.in_kroner() * brought, brought);
      term.index = index(item.index);
      if (!item.per.empty()) term.volume = usage_;
      term.from = item.from;
      term.to = one_off ? item.from : item.to;
      term.one_off = one_off;
      result.terms.push_back(term);
    }
    for (const auto& row : alternative.staffing) {
      const auto share = keyed(result, place, row.key, false);
      if (!share) return share.error();
      Term term;
      term.share = *share;
      const double central = yearly_cost(row, input_.assumptions).in_kroner();
      const double brought = brought_up(row.index, row.origin.price_year);
      const auto input = find_item(alternative, row.name);
      attach(term, input, central * brought, brought);
      term.index = index(row.index);
      term.from = row.from;
      term.to = row.to;
      result.terms.push_back(term);
      const int year = input_.assumptions.comparison_year;
      if (row.from <= year && year <= row.to) {
        result.work.push_back({hours_of(row, input_.assumptions).in_hours(), central, input});
      }
    }
    for (int t = 0; t < input_.assumptions.years; ++t) {
      const auto at = static_cast<std::size_t>(t);
      result.parallel.push_back(at < alternative.parallel.size()
                                    ? static_cast<double>(alternative.parallel[at]) / 1e4
                                    : 0);
    }
    model_.alternatives_.push_back(std::move(result));
    return Done{};
  }

  /// History is not uncertain: an amount of another price year is brought to the case's by the
  /// central rate.
  double brought_up(const std::string& name, int from_year) const {
    return index_factor(input_.assumptions, name, from_year, input_.assumptions.price_year);
  }

  double units_of(const std::string& metric) const {
    double units = 0;
    for (const auto& [number, use] : input_.usage.at(metric)) units += static_cast<double>(use);
    return units / 1'000.0;
  }

  Result<std::size_t> by_use(Side& into, const std::string& metric) const {
    Share share{{{0, std::vector<double>(input_.municipalities.size(), 0.0)}}, {}, {}};
    const double units = units_of(metric);
    for (std::size_t m = 0; m < input_.municipalities.size() && units > 0; ++m) {
      const auto& use = input_.usage.at(metric);
      const auto found = use.find(input_.municipalities[m].number);
      if (found != use.end()) {
        share.runs[0].shares[m] = static_cast<double>(found->second) / 1'000.0 / units;
      }
    }
    into.shares.push_back(std::move(share));
    return into.shares.size() - 1;
  }

  Result<std::size_t> keyed(Side& into, std::map<std::pair<std::string, bool>, std::size_t>& place,
                            const std::string& name, bool one_off) const {
    const auto [it, added] = place.try_emplace({name, one_off}, into.shares.size());
    if (!added) return it->second;
    const auto& key = input_.keys.at(name);
    Share share;
    if (key.minimum) share.minimum = key.minimum->in_kroner();
    if (key.cap) share.cap = key.cap->in_kroner();
    const int first = std::min(input_.assumptions.first_year, input_.assumptions.comparison_year);
    for (int year = first; year <= last_year_; ++year) {
      auto shares = shares_in(key, year);
      if (!shares) return shares.error();
      if (share.runs.empty() || share.runs.back().shares != *shares) {
        share.runs.push_back({year, std::move(shares).value()});
      }
    }
    into.shares.push_back(std::move(share));
    return it->second;
  }

  Result<std::vector<double>> shares_in(const Key& key, int year) const {
    const auto basis = basis_of(input_, year);
    std::vector<double> shares(basis.size(), 0.0);
    for (const auto& part : key.parts) {
      const auto weights = basis.weights(part);
      double sum = 0;
      for (const auto weight : weights) sum += static_cast<double>(weight);
      if (weights.size() != shares.size() || sum <= 0) {
        return Error{
            fmt::format("key '{}' goes by something that is zero for everybody", key.name)};
      }
      for (std::size_t m = 0; m < shares.size(); ++m) {
        shares[m] +=
            static_cast<double>(part.basis_points) / 1e4 * static_cast<double>(weights[m]) / sum;
      }
    }
    return shares;
  }

  const Case& input_;
  const AsIs& as_is_;
  LinearModel model_;
  std::set<std::string> used_;
  std::map<std::string, std::size_t> rate_of_;
  std::size_t population_ = 0, usage_ = 0;
  int last_year_ = 0;
};

Result<LinearModel> LinearModel::compile(const Case& input, const AsIs& as_is) {
  return Compiler(input, as_is).run();
}

std::vector<Outcome> LinearModel::outcomes(std::size_t draws) const {
  std::vector<Outcome> result(alternatives_.size());
  for (auto& one : result) {
    one.municipalities = case_->municipalities.size();
    one.years = static_cast<std::size_t>(case_->assumptions.years);
    one.draws = draws;
    one.columns = std::make_unique_for_overwrite<double[]>(one.size() * draws);
  }
  return result;
}

}  // namespace varde::economy
