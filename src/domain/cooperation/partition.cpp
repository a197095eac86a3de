#include "domain/cooperation/partition.hpp"

#include <algorithm>
#include <numeric>

#include "base/assert.hpp"

namespace varde::cooperation {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

/// The cheapest cluster of the lowest member of `group`, and what the rest does best.
struct Choice {
  std::int64_t ore;
  Coalition cluster;
};
Choice best_of(const std::int64_t* cost, const std::int64_t* best, Coalition group) {
  const Coalition first = group & -group;
  const Coalition others = group ^ first;
  Choice choice{cost[group], group};
  for (Coalition with = others; with != 0;) {
    with = (with - 1) & others;
    const auto ore = cost[with | first] + best[others ^ with];
    if (ore < choice.ore) choice = {ore, with | first};
  }
  return choice;
}

/// Groups in the order of their size, so that each comes after its parts.
std::vector<std::vector<Coalition>> groups_by_size(std::size_t players) {
  std::vector<std::vector<Coalition>> layers(players + 1);
  for (Coalition group = 1; group <= everybody(players); ++group) {
    layers[size_of(group)].push_back(group);
  }
  return layers;
}

/// Local search over partitions.
class Search {
 public:
  Search(const GroupCost& cost, Groups groups) : cost_(cost), groups_(std::move(groups)) {
    for (const auto& group : groups_) costs_.push_back(cost_(group));
  }

  /// One step; false when none helps.
  bool improve() { return join() || move(); }

  Groups groups() && {
    std::erase_if(groups_, [](const auto& group) { return group.empty(); });
    return std::move(groups_);
  }

 private:
  Money cost(const std::vector<std::size_t>& group) const {
    return group.empty() ? Money{} : cost_(group);
  }

  /// The join of two groups that saves most.
  bool join() {
    Money most;
    std::size_t first = 0, second = 0;
    std::vector<std::size_t> both;
    for (std::size_t a = 0; a < groups_.size(); ++a) {
      for (std::size_t b = a + 1; b < groups_.size(); ++b) {
        both = groups_[a];
        both.insert(both.end(), groups_[b].begin(), groups_[b].end());
        const auto saves = costs_[a] + costs_[b] - cost_(both);
        if (saves <= most) continue;
        most = saves;
        first = a;
        second = b;
      }
    }
    if (most <= Money{}) return false;
    groups_[first].insert(groups_[first].end(), groups_[second].begin(), groups_[second].end());
    costs_[first] = cost_(groups_[first]);
    groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(second));
    costs_.erase(costs_.begin() + static_cast<std::ptrdiff_t>(second));
    return true;
  }

  /// The first member found that does better in another group, or out of all.
  bool move() {
    groups_.emplace_back();
    costs_.emplace_back();
    const bool moved = move_one();
    if (!moved || groups_.back().empty()) {
      groups_.pop_back();
      costs_.pop_back();
    }
    return moved;
  }

  bool move_one() {
    for (std::size_t from = 0; from + 1 < groups_.size(); ++from) {
      for (std::size_t at = 0; at < groups_[from].size(); ++at) {
        auto rest = groups_[from];
        const auto member = rest[at];
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
        const auto freed = costs_[from] - cost(rest);
        for (std::size_t to = 0; to < groups_.size(); ++to) {
          if (to == from) continue;
          auto larger = groups_[to];
          larger.push_back(member);
          const auto price = cost_(larger) - costs_[to];
          if (price >= freed) continue;
          set(from, std::move(rest));
          set(to, std::move(larger));
          if (groups_[from].empty()) {
            groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(from));
            costs_.erase(costs_.begin() + static_cast<std::ptrdiff_t>(from));
          }
          return true;
        }
      }
    }
    return false;
  }

  void set(std::size_t group, std::vector<std::size_t> members) {
    costs_[group] = cost(members);
    groups_[group] = std::move(members);
  }

  const GroupCost& cost_;
  Groups groups_;
  std::vector<Money> costs_;
};

}  // namespace

GroupCost cost_of(const Game& game) {
  return [&game](std::span<const std::size_t> members) { return game.cost(coalition_of(members)); };
}

Partition partition_of(Groups groups, const GroupCost& cost) {
  Partition result;
  for (auto& group : groups) {
    std::ranges::sort(group);
    result.cost += cost(group);
  }
  std::ranges::sort(groups);
  result.groups = std::move(groups);
  return result;
}

Partition with_the_rest_alone(std::size_t players, Groups groups, const GroupCost& cost) {
  std::vector<char> in(players, 0);
  for (const auto& group : groups) {
    for (const auto member : group) in[member] = 1;
  }
  for (std::size_t i = 0; i < players; ++i) {
    if (!in[i]) groups.push_back({i});
  }
  return partition_of(std::move(groups), cost);
}

Result<Partition> best_partition(const Game& game, const Watch& watch) {
  VARDE_ASSERT(game.players() <= kMostPartitioned);
  const auto* cost = game.ore();
  std::vector<std::int64_t> best(std::size_t{1} << game.players(), 0);
  const auto layers = groups_by_size(game.players());
  constexpr std::size_t kGroupsPerTask = 512;
  for (std::size_t size = 1; size < layers.size(); ++size) {
    if (watch.stopped()) return stopped_error();
    watch.tell("partition", static_cast<double>(size) / static_cast<double>(layers.size()));
    const auto& layer = layers[size];
    const auto tasks = (layer.size() + kGroupsPerTask - 1) / kGroupsPerTask;
    watch.parallel(tasks, [&](std::size_t task) {
      const auto end = std::min(layer.size(), (task + 1) * kGroupsPerTask);
      for (std::size_t i = task * kGroupsPerTask; i < end; ++i) {
        best.data()[layer[i]] = best_of(cost, best.data(), layer[i]).ore;
      }
    });
  }
  Groups groups;
  for (Coalition left = game.everybody(); left != 0;) {
    const auto choice = best_of(cost, best.data(), left);
    groups.push_back(members_of(choice.cluster));
    left ^= choice.cluster;
  }
  return partition_of(std::move(groups), cost_of(game));
}

Result<Partition> good_partition(const GroupCost& cost, std::vector<Partition> starts,
                                 const Watch& watch) {
  VARDE_ASSERT(!starts.empty());
  Partition best = starts.front();
  for (std::size_t s = 0; s < starts.size(); ++s) {
    Search search(cost, std::move(starts[s].groups));
    watch.tell("partition", static_cast<double>(s) / static_cast<double>(starts.size()));
    while (search.improve()) {
      if (watch.stopped()) return stopped_error();
    }
    auto end = partition_of(std::move(search).groups(), cost);
    if (end.cost < best.cost) best = std::move(end);
  }
  return best;
}

}  // namespace varde::cooperation
