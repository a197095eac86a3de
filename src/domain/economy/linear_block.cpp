#include <algorithm>
#include <cmath>

#include "domain/economy/linear_model.hpp"
#include "domain/economy/share.hpp"

namespace varde::economy {
namespace {

/// One array of numbers for each slot, side by side in memory. Its bounds are those of the loops
/// here: checked access would keep them from being vectorised.
class Slots {
 public:
  Slots(std::size_t slots, std::size_t count, double fill)
      : count_(count), numbers_(slots * count, fill) {}
  double* operator[](std::size_t slot) { return numbers_.data() + slot * count_; }
  const double* operator[](std::size_t slot) const { return numbers_.data() + slot * count_; }

 private:
  std::size_t count_;
  std::vector<double> numbers_;
};

}  // namespace

/// Some draws side by side: every array holds one number for each of them. Slots 0 to years - 1 are
/// the years, the last slot is the comparison year.
class LinearModel::Block {
 public:
  Block(const LinearModel& model, std::span<const double> values, std::size_t count, std::size_t at,
        std::vector<Outcome>& outcomes)
      : model_(model),
        assumptions_(model.case_->assumptions),
        values_(values),
        count_(count),
        at_(at),
        outcomes_(outcomes),
        years_(static_cast<std::size_t>(assumptions_.years)),
        people_(model.case_->municipalities.size()),
        discount_(years_, count, 1.0) {}

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

  /// One plus the rate in each draw.
  std::vector<double> growth(const Rate& rate) const {
    if (!rate.input) return std::vector<double>(count_, 1.0 + rate.central);
    const double unit = model_.inputs_[*rate.input].relative ? rate.central : 1.0;
    std::vector<double> result(count_);
    const double* value = input(*rate.input);
    double* into = result.data();
    for (std::size_t b = 0; b < count_; ++b) into[b] = 1.0 + std::max(-0.99, unit * value[b]);
    return result;
  }

  /// Factor of the rate in every slot.
  Slots powers(const Rate& rate) const {
    Slots result(years_ + 1, count_, 1.0);
    const auto one = growth(rate);
    const auto raise = [&](int exponent, std::size_t slot) {
      if (exponent == 0) return;
      for (std::size_t b = 0; b < count_; ++b) result[slot][b] = std::pow(one[b], exponent);
    };
    const int before = assumptions_.first_year - rate.reference;
    raise(rate.never_before ? std::max(0, before) : before, 0);
    for (std::size_t t = 1; t < years_; ++t) {
      if (rate.never_before && year_of(t) <= rate.reference) continue;
      multiply(result[t], result[t - 1], one.data());
    }
    raise(assumptions_.comparison_year - rate.reference, years_);
    return result;
  }

  void discounts() {
    auto step = growth({assumptions_.discount_rate, 0, false, model_.discount_input_});
    for (auto& one : step) one = 1.0 / one;
    for (std::size_t t = 1; t < years_; ++t) {
      multiply(discount_[t], discount_[t - 1], step.data());
    }
  }

  void multiply(double* into, const double* first, const double* second) const {
    for (std::size_t b = 0; b < count_; ++b) into[b] = first[b] * second[b];
  }

  void accumulate(double* into, const double* from, double factor) const {
    for (std::size_t b = 0; b < count_; ++b) into[b] += factor * from[b];
  }

  /// Kroner of each share class in each slot, by share.
  std::vector<Slots> totals(const Side& side) const {
    std::vector<Slots> result(side.shares.size(), Slots(years_ + 1, count_, 0.0));
    std::vector<double> amount(count_);
    for (const auto& term : side.terms) {
      std::ranges::fill(amount, term.input ? 0.0 : term.amount);
      if (term.input) accumulate(amount.data(), input(*term.input), term.unit);
      for (std::size_t slot = 0; slot <= years_; ++slot) {
        if (year_of(slot) < term.from || year_of(slot) > term.to) continue;
        if (slot == years_ && term.one_off) continue;
        add(result[term.share][slot], amount.data(), term, slot);
      }
    }
    return result;
  }

  void add(double* into, const double* amount, const Term& term, std::size_t slot) const {
    const double* index = term.index ? powers_[*term.index][slot] : nullptr;
    const double* volume = term.volume ? powers_[*term.volume][slot] : nullptr;
    if (index == nullptr && volume == nullptr) {
      accumulate(into, amount, 1.0);
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

  /// Discounted sum of the slots from `first` to before `last`, with what still runs taken off.
  std::vector<double> present(const Slots& slots, std::size_t first, std::size_t last,
                              const std::vector<double>* parallel) const {
    std::vector<double> sum(count_, 0.0);
    double* into = sum.data();
    for (std::size_t t = first; t < last; ++t) {
      const double part = parallel == nullptr ? 1.0 : 1.0 - (*parallel)[t];
      const double* discount = discount_[t];
      const double* kroner = slots[t];
      for (std::size_t b = 0; b < count_; ++b) into[b] += part * discount[b] * kroner[b];
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
        accumulate(column(outcome_->net_present_of(m)), worth.data(), shares[m]);
      }
    }
  }

  void share_cost(const Share& share, const Slots& slots) {
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
        accumulate(column(outcome_->net_present_of(m)), worth.data(), -shares[m]);
      }
      first = last;
    }
  }

  static const std::vector<double>& shares_in(const Share& share, int year) {
    auto run = share.runs.begin();
    while (run + 1 != share.runs.end() && (run + 1)->from <= year) ++run;
    return run->shares;
  }

  void share_bounded(const Share& share, const double* totals, std::size_t slot) {
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
    if (!work.input) {
      for (std::size_t b = 0; b < count_; ++b) hours[b] += sign * work.hours;
      return;
    }
    const double unit = model_.inputs_[*work.input].relative ? 1.0 : 1.0 / work.central;
    accumulate(hours, input(*work.input), sign * work.hours * unit);
  }

  const LinearModel& model_;
  const Assumptions& assumptions_;
  std::span<const double> values_;
  std::size_t count_, at_;
  std::vector<Outcome>& outcomes_;
  std::size_t years_, people_;
  std::vector<Slots> powers_;  ///< by rate
  Slots discount_;
  std::vector<Slots> today_;  ///< by share
  Outcome* outcome_ = nullptr;
};

void LinearModel::evaluate(std::span<const double> values, std::size_t count, std::size_t at,
                           std::vector<Outcome>& outcomes) const {
  VARDE_ASSERT(values.size() == inputs_.size() * count);
  Block(*this, values, count, at, outcomes).run();
}

}  // namespace varde::economy
