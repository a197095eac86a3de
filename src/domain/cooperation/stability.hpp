#pragma once

#include <span>
#include <vector>

#include "domain/cooperation/cost_model.hpp"
#include "domain/cooperation/watch.hpp"

namespace varde::cooperation {

/// A group and what it would gain by leaving together.
struct Leaver {
  std::vector<std::size_t> members;
  Money pays;  ///< under the split
  Money own;   ///< what the group costs on its own

  Money gain() const { return pays - own; }
};

/// Whether a split of the total is in the core: no group would pay less on its own. A gain of at
/// most one øre for each player is rounding and no reason to leave.
struct Stability {
  std::size_t checked = 0;      ///< groups
  bool all_checked = true;      ///< false: only likely groups were looked at
  std::size_t better_off = 0;   ///< groups that would gain
  std::vector<Leaver> largest;  ///< the largest gains in kroner
  /// Groups no part of which would gain by itself: those who would start it. The largest gains in
  /// per cent of what they pay.
  std::vector<Leaver> first_movers;

  bool holds() const { return better_off == 0; }
};

/// All 2^n - 2 groups. `list` bounds each list.
Stability check_core(const Game& game, std::span<const Money> split, std::size_t list = 10);

/// For more players than a table holds: each alone, the model's given groups, and groups grown
/// greedily from those who gain most. Groups that would leave may be missed.
Stability search_core(const CostModel& model, std::span<const Money> split, std::size_t list = 10);

}  // namespace varde::cooperation
