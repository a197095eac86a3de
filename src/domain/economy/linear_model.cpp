#include "domain/economy/linear_model.hpp"

#include <algorithm>
#include <cmath>
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

/// Some draws side by side: every array holds one number for each of them. Slots 0 to years - 1 are
/// the years, the last slot is the comparison year.
class LinearModel::Block {
 public:
  using Column = std::vector<double>;

  Block(const LinearModel& model, std::span<const double> values, std::size_t count, std::size_t at,
        std::vector<Outcome>& outcomes)
      : model_(model),
        assumptions_(model.case_->assumptions),
        values_(values),
        count_(count),
        at_(at),
        outcomes_(outcomes),
        years_(static_cast<std::size_t>(assumptions_.years)),
        people_(model.case_->municipalities.size()) {}

  void run() {
    for (const auto& rate : model_.rates_) powers_.push_back(powers(rate));
    discounts();
    today_ = totals(model_.as_is_);
    for (std::size_t a = 0; a < model_.alternatives_.size(); ++a) alternative(a);
  }

 private:
  int year_of(std::size_t slot) const {
    return slot == years_ ? assumptions_.comparison_year
                          : assumptions_.first_year + static_cast<int>(slot);
  }

  const double* input(std::size_t index) const { return values_.data() + index * count_; }

  double rate_value(const Rate& rate, std::size_t b) const {
    if (!rate.input) return rate.central;
    const double value = input(*rate.input)[b];
    return std::max(-0.99, model_.inputs_[*rate.input].relative ? rate.central * value : value);
  }

  /// Factor of the rate in every slot.
  std::vector<Column> powers(const Rate& rate) const {
    std::vector<Column> result(years_ + 1, Column(count_, 1.0));
    for (std::size_t b = 0; b < count_; ++b) {
      const double one = 1.0 + rate_value(rate, b);
      if (one == 1.0) continue;
      double factor = std::pow(one, assumptions_.first_year - rate.reference);
      for (std::size_t t = 0; t < years_; ++t, factor *= one) {
        result[t][b] = rate.never_before && year_of(t) < rate.reference ? 1.0 : factor;
      }
      const int compared = assumptions_.comparison_year - rate.reference;
      if (compared != 0) result[years_][b] = std::pow(one, compared);
    }
    return result;
  }

  void discounts() {
    discount_.assign(years_, Column(count_, 1.0));
    const Rate rate{assumptions_.discount_rate, 0, false, model_.discount_input_};
    for (std::size_t b = 0; b < count_; ++b) {
      const double step = 1.0 / (1.0 + rate_value(rate, b));
      for (std::size_t t = 1; t < years_; ++t) discount_[t][b] = discount_[t - 1][b] * step;
    }
  }

  /// Kroner of each share class in each slot: [share][slot].
  std::vector<std::vector<Column>> totals(const Side& side) const {
    std::vector<std::vector<Column>> result(side.shares.size(),
                                            std::vector<Column>(years_ + 1, Column(count_, 0.0)));
    Column amount(count_);
    for (const auto& term : side.terms) {
      std::ranges::fill(amount, term.amount);
      if (term.input) {
        for (std::size_t b = 0; b < count_; ++b) amount[b] = term.unit * input(*term.input)[b];
      }
      for (std::size_t slot = 0; slot <= years_; ++slot) {
        if (year_of(slot) < term.from || year_of(slot) > term.to) continue;
        if (slot == years_ && term.one_off) continue;
        add(result[term.share][slot], amount, term, slot);
      }
    }
    return result;
  }

  void add(Column& into, const Column& amount, const Term& term, std::size_t slot) const {
    const double* index = term.index ? powers_[*term.index][slot].data() : nullptr;
    const double* volume = term.volume ? powers_[*term.volume][slot].data() : nullptr;
    if (index == nullptr && volume == nullptr) {
      for (std::size_t b = 0; b < count_; ++b) into[b] += amount[b];
    } else if (index == nullptr || volume == nullptr) {
      const double* factor = index == nullptr ? volume : index;
      for (std::size_t b = 0; b < count_; ++b) into[b] += amount[b] * factor[b];
    } else {
      for (std::size_t b = 0; b < count_; ++b) into[b] += amount[b] * index[b] * volume[b];
    }
  }

  double* column(std::size_t index) { return outcome_->column(index).data() + at_; }

  void alternative(std::size_t a) {
    outcome_ = &outcomes_[a];
    const Side& side = model_.alternatives_[a];
    for (std::size_t c = 0; c < outcome_->size(); ++c) std::fill_n(column(c), count_, 0.0);
    const auto cost = totals(side);
    for (const auto& slots : cost) accumulate(column(outcome_->cost()), slots[years_], 1.0);
    share_today(side);
    for (std::size_t s = 0; s < side.shares.size(); ++s) share_cost(side.shares[s], cost[s]);
    for (std::size_t m = 0; m < people_; ++m) {
      accumulate(column(outcome_->saving()), column(outcome_->saving_of(m)), 1.0);
      accumulate(column(outcome_->net_present()), column(outcome_->net_present_of(m)), 1.0);
    }
    for (const auto& work : model_.as_is_.work) add_hours(work, 1.0);
    for (const auto& work : side.work) add_hours(work, -1.0);
  }

  void accumulate(double* into, const double* from, double factor) const {
    for (std::size_t b = 0; b < count_; ++b) into[b] += factor * from[b];
  }
  void accumulate(double* into, const Column& from, double factor) const {
    accumulate(into, from.data(), factor);
  }

  /// Discounted sum of the slots from `first` to before `last`, with what still runs taken off.
  Column present(const std::vector<Column>& slots, std::size_t first, std::size_t last,
                 const std::vector<double>* parallel) const {
    Column sum(count_, 0.0);
    for (std::size_t t = first; t < last; ++t) {
      const double part = parallel == nullptr ? 1.0 : 1.0 - (*parallel)[t];
      for (std::size_t b = 0; b < count_; ++b) sum[b] += part * discount_[t][b] * slots[t][b];
    }
    return sum;
  }

  void share_today(const Side& side) {
    for (std::size_t s = 0; s < today_.size(); ++s) {
      const auto& shares = model_.as_is_.shares[s].runs[0].shares;
      const auto worth = present(today_[s], 0, years_, &side.parallel);
      for (std::size_t t = 0; t < years_; ++t) {
        accumulate(column(outcome_->year(t)), today_[s][t], 1.0 - side.parallel[t]);
      }
      for (std::size_t m = 0; m < people_; ++m) {
        if (shares[m] == 0.0) continue;
        accumulate(column(outcome_->saving_of(m)), today_[s][years_], shares[m]);
        accumulate(column(outcome_->net_present_of(m)), worth, shares[m]);
      }
    }
  }

  void share_cost(const Share& share, const std::vector<Column>& slots) {
    for (std::size_t t = 0; t < years_; ++t) accumulate(column(outcome_->year(t)), slots[t], -1.0);
    if (share.minimum || share.cap) {
      for (std::size_t slot = 0; slot <= years_; ++slot) share_bounded(share, slots[slot], slot);
      return;
    }
    const auto& compared = shares_in(share, assumptions_.comparison_year);
    for (std::size_t m = 0; m < people_; ++m) {
      accumulate(column(outcome_->saving_of(m)), slots[years_], -compared[m]);
    }
    for (std::size_t first = 0; first < years_;) {
      const auto& shares = shares_in(share, year_of(first));
      std::size_t last = first + 1;
      while (last < years_ && &shares_in(share, year_of(last)) == &shares) ++last;
      const auto worth = present(slots, first, last, nullptr);
      for (std::size_t m = 0; m < people_; ++m) {
        accumulate(column(outcome_->net_present_of(m)), worth, -shares[m]);
      }
      first = last;
    }
  }

  static const std::vector<double>& shares_in(const Share& share, int year) {
    auto run = share.runs.begin();
    while (run + 1 != share.runs.end() && (run + 1)->from <= year) ++run;
    return run->shares;
  }

  void share_bounded(const Share& share, const Column& totals, std::size_t slot) {
    const auto& shares = shares_in(share, year_of(slot));
    const double minimum = share.minimum.value_or(0.0);
    std::vector<double> parts(people_);
    for (std::size_t b = 0; b < count_; ++b) {
      if (totals[b] == 0.0) continue;
      split_bounded(totals[b], shares, minimum, share.cap.value_or(std::abs(totals[b])), parts);
      for (std::size_t m = 0; m < people_; ++m) {
        if (slot == years_) {
          column(outcome_->saving_of(m))[b] -= parts[m];
        } else {
          column(outcome_->net_present_of(m))[b] -= discount_[slot][b] * parts[m];
        }
      }
    }
  }

  void add_hours(const Side::Work& work, double sign) {
    double* hours = column(outcome_->hours_saved());
    for (std::size_t b = 0; b < count_; ++b) {
      double factor = 1.0;
      if (work.input) {
        const double value = input(*work.input)[b];
        factor = model_.inputs_[*work.input].relative ? value : value / work.central;
      }
      hours[b] += sign * work.hours * factor;
    }
  }

  const LinearModel& model_;
  const Assumptions& assumptions_;
  std::span<const double> values_;
  std::size_t count_, at_;
  std::vector<Outcome>& outcomes_;
  std::size_t years_, people_;
  std::vector<std::vector<Column>> powers_;  ///< [rate][slot]
  std::vector<Column> discount_;
  std::vector<std::vector<Column>> today_;
  Outcome* outcome_ = nullptr;
};

void LinearModel::evaluate(std::span<const double> values, std::size_t count, std::size_t at,
                           std::vector<Outcome>& outcomes) const {
  VARDE_ASSERT(values.size() == inputs_.size() * count);
  Block(*this, values, count, at, outcomes).run();
}

std::vector<Outcome> LinearModel::outcomes(std::size_t draws) const {
  std::vector<Outcome> result(alternatives_.size());
  for (auto& one : result) {
    one.municipalities = case_->municipalities.size();
    one.years = static_cast<std::size_t>(case_->assumptions.years);
    one.draws = draws;
    one.columns.resize(one.size() * draws);
  }
  return result;
}

}  // namespace varde::economy
