#include "domain/cooperation/nucleolus.hpp"

#include <cmath>

#include "domain/cooperation/group_program.hpp"
#include "domain/cooperation/span.hpp"

namespace varde::cooperation {
namespace {

/// A group that pays exactly this much above its cost in every solution from here on.
struct Settled {
  Coalition group;
  double ore;
};

class Sequence {
 public:
  Sequence(const Game& game, const Watch& watch)
      : game_(game), watch_(watch), fixed_(game.players()) {
    fixed_.add(game.everybody());
    settled_.push_back({game.everybody(), static_cast<double>(game.total().in_ore())});
    Money alone;
    for (std::size_t i = 0; i < game.players(); ++i) alone += game.alone(i);
    result_.nobody_above_alone = alone >= game.total();
  }

  Result<Nucleolus> run() {
    result_.ore.assign(1, static_cast<double>(game_.total().in_ore()));
    while (fixed_.rank() < game_.players()) {
      watch_.tell("nucleolus",
                  static_cast<double>(fixed_.rank()) / static_cast<double>(game_.players()));
      if (watch_.stopped()) return stopped_error();
      if (!step()) {
        if (watch_.stopped()) return stopped_error();
        return Error{
            "the linear program of the nucleolus could not be solved; check the costs "
            "for numbers of very different size"};
      }
    }
    return result_;
  }

 private:
  /// One program: the least largest excess of what is not fixed; then fixes the groups that bind.
  bool step() {
    GroupProgram program(game_);
    auto& lp = program.program();
    for (std::size_t i = 0; i < game_.players(); ++i) {
      const double alone = static_cast<double>(game_.alone(i).in_ore());
      const double most = result_.nobody_above_alone ? program.in_units(alone) : kUnbounded;
      program.player(i, {{lp.add_variable(-kUnbounded, most, 0), 1.0}}, 0);
    }
    const auto excess = lp.add_variable(-kUnbounded, kUnbounded, 1);
    program.excess(excess);
    for (const auto& one : settled_) program.fix(one.group, one.ore);
    for (const auto group : first_groups()) {
      if (!fixed_.follows(group)) program.hold(group);
    }
    const auto counts = [&](Coalition group) { return !fixed_.follows(group); };
    ++result_.programs;
    if (program.solve(watch_, counts) != LinearProgram::Outcome::optimal) return false;
    const double largest = program.in_ore(lp.value(excess));
    if (settled_.size() == 1) result_.largest_excess = largest;
    result_.ore = program.pays();
    held_ = program.groups();
    return settle(program, largest);
  }

  /// A positive multiplier binds its row in every solution of the program.
  bool settle(const GroupProgram& program, double largest) {
    constexpr double kMultiplier = 1e-7;
    bool any = false;
    for (std::size_t g = 0; g < held_.size(); ++g) {
      if (std::abs(program.dual(g)) < kMultiplier || !fixed_.add(held_[g])) continue;
      settled_.push_back({held_[g], static_cast<double>(game_.cost(held_[g]).in_ore()) + largest});
      any = true;
    }
    return any;
  }

  std::vector<Coalition> first_groups() const {
    if (!held_.empty()) return held_;
    std::vector<Coalition> groups;
    for (std::size_t i = 0; i < game_.players(); ++i) {
      groups.push_back(single(i));
      groups.push_back(game_.everybody() & ~single(i));
    }
    return groups;
  }

  const Game& game_;
  const Watch& watch_;
  FixedGroups fixed_;
  std::vector<Settled> settled_;
  std::vector<Coalition> held_;  ///< what bound in the program before
  Nucleolus result_;
};

}  // namespace

Result<Nucleolus> nucleolus(const Game& game, const Watch& watch) {
  return Sequence(game, watch).run();
}

}  // namespace varde::cooperation
