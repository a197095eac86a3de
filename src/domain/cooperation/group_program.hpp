#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "domain/cooperation/excess.hpp"
#include "domain/cooperation/linear_program.hpp"

namespace varde::cooperation {

/// A linear program over what players pay, with a row "the group pays at most its cost" for each
/// group that turns out to bind; the others are only looked at. Amounts are in thousandths of the
/// largest cost, so that the solver's tolerances fit any game.
class GroupProgram {
 public:
  explicit GroupProgram(const Game& game)
      : game_(&game), unit_(unit_of(game)), made_of_(game.players()), base_(game.players(), 0.0) {}

  LinearProgram& program() { return program_; }
  double in_units(double ore) const { return ore / unit_; }
  double in_ore(double units) const { return units * unit_; }

  /// What player i pays is `base` (in øre) and these variables.
  void player(std::size_t i, LinearProgram::Terms made_of, double base) {
    made_of_[i] = std::move(made_of);
    base_[i] = in_units(base);
  }
  /// Groups may pay this variable above their cost.
  void excess(std::size_t variable) { excess_ = variable; }

  /// The row of a group, unless it has one.
  bool hold(Coalition group) {
    if (std::ranges::find(groups_, group) != groups_.end()) return false;
    groups_.push_back(group);
    auto terms = sum_of(group);
    if (excess_) terms.emplace_back(*excess_, -1.0);
    const double cost = in_units(static_cast<double>(game_->cost(group).in_ore()));
    rows_.push_back(program_.add_row(terms, -kUnbounded, cost - base_of(group)));
    return true;
  }
  /// The group pays exactly `ore`.
  void fix(Coalition group, double ore) {
    const double rest = in_units(ore) - base_of(group);
    program_.add_row(sum_of(group), rest, rest);
  }

  /// Solves, and holds groups where `counts` that pay above their cost, until there is none.
  template <class Counts>
  LinearProgram::Outcome solve(const Watch& watch, Counts counts) {
    constexpr std::size_t kRowsAtATime = 40;
    constexpr double kTolerance = 1e-6;
    for (;;) {
      const auto outcome = program_.minimise();
      if (outcome != LinearProgram::Outcome::optimal) return outcome;
      if (watch.stopped()) return LinearProgram::Outcome::failed;
      const double allowed = excess_ ? program_.value(*excess_) : 0.0;
      const auto broken = largest_excesses(*game_, pays(), in_ore(allowed + kTolerance),
                                           kRowsAtATime, watch.parallel, counts);
      bool held = false;
      for (const auto& one : broken) held = hold(one.group) || held;
      if (!held) return outcome;
    }
  }

  /// In øre.
  std::vector<double> pays() const {
    std::vector<double> result;
    for (std::size_t i = 0; i < made_of_.size(); ++i) {
      double sum = base_[i];
      for (const auto& [variable, coefficient] : made_of_[i]) {
        sum += coefficient * program_.value(variable);
      }
      result.push_back(in_ore(sum));
    }
    return result;
  }
  const std::vector<Coalition>& groups() const { return groups_; }
  double dual(std::size_t group) const { return program_.dual(rows_[group]); }

 private:
  static double unit_of(const Game& game) {
    double largest = std::abs(static_cast<double>(game.total().in_ore()));
    for (std::size_t i = 0; i < game.players(); ++i) {
      largest = std::max(largest, std::abs(static_cast<double>(game.alone(i).in_ore())));
    }
    return largest > 0 ? largest / 1e3 : 1.0;
  }
  LinearProgram::Terms sum_of(Coalition group) const {
    LinearProgram::Terms terms;
    for (const auto i : members_of(group)) {
      terms.insert(terms.end(), made_of_[i].begin(), made_of_[i].end());
    }
    return terms;
  }
  double base_of(Coalition group) const {
    double sum = 0;
    for (const auto i : members_of(group)) sum += base_[i];
    return sum;
  }

  const Game* game_;
  double unit_;
  LinearProgram program_;
  std::vector<LinearProgram::Terms> made_of_;
  std::vector<double> base_;
  std::optional<std::size_t> excess_;
  std::vector<Coalition> groups_;
  std::vector<std::size_t> rows_;
};

}  // namespace varde::cooperation
