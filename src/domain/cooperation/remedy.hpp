#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/cooperation/game.hpp"
#include "domain/cooperation/watch.hpp"

namespace varde::cooperation {

/// What all players can be made to pay when no group pays above its own cost, everybody included
/// (the value of the balanced cover: Bondareva 1963, Shapley 1967). Below the total, the core is
/// empty, and the rest is the least subsidy that would hold all together. It is also a bound from
/// below on the cost of any partition.
struct Carried {
  std::vector<double> ore;
  double total = 0;
};
Result<Carried> most_carried(const Game& game, const Watch& watch = {});

/// The split in the core that moves the fewest kroner from `split`; nothing when the core is empty.
struct Nearest {
  std::vector<double> ore;
  double moved = 0;  ///< øre that change hands
};
Result<std::optional<Nearest>> nearest_stable(const Game& game, std::span<const Money> split,
                                              const Watch& watch = {});

/// The least weight w from 0 to 1 for which (1 - w) `from` + w `to` is in the core; nothing when
/// no weight is. One pass: each group bounds w on one side.
std::optional<double> least_blend(const Game& game, std::span<const Money> from,
                                  std::span<const Money> to);

}  // namespace varde::cooperation
