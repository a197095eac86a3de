#pragma once

#include <functional>
#include <span>
#include <vector>

#include "domain/cooperation/game.hpp"
#include "domain/cooperation/watch.hpp"

namespace varde::cooperation {

/// All players in groups that each carry out the service for themselves.
struct Partition {
  std::vector<std::vector<std::size_t>> groups;  ///< by their first member
  Money cost;
};

using GroupCost = std::function<Money(std::span<const std::size_t>)>;
GroupCost cost_of(const Game& game);

Partition partition_of(std::vector<std::vector<std::size_t>> groups, const GroupCost& cost);
/// Those of `groups`, and everybody else alone.
Partition with_the_rest_alone(std::size_t players, std::vector<std::vector<std::size_t>> groups,
                              const GroupCost& cost);

/// The cheapest partition of all, by dynamic programming over groups: the best of a group is its
/// lowest member's cluster, whichever it is, and the best of the rest; 3^n / 2 steps. Of equally
/// cheap ones the one with the larger clusters. At most kMostPartitioned players.
Result<Partition> best_partition(const Game& game, const Watch& watch = {});

/// A cheap partition for any number of players: from each start, the best join of two groups, move
/// of a member to another group or out of its own, until none helps; the cheapest of the ends.
Result<Partition> good_partition(const GroupCost& cost, std::vector<Partition> starts,
                                 const Watch& watch = {});

}  // namespace varde::cooperation
