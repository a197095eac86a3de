#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "domain/cooperation/game.hpp"
#include "domain/cooperation/watch.hpp"

namespace varde::cooperation {

/// A group that pays more than it would cost on its own.
struct Excess {
  Coalition group = 0;
  double ore = 0;  ///< what it pays less its cost
};

/// One pass over all groups but nobody and everybody: the `count` with the largest excess among
/// those where it is above `least` and `counts(group)` holds. Largest first, equal ones by number.
template <class Counts>
std::vector<Excess> largest_excesses(const Game& game, std::span<const double> pays, double least,
                                     std::size_t count, const Parallel& parallel, Counts counts) {
  if (count == 0) return {};
  const auto players = game.players();
  const auto low = block_players(players);
  const std::size_t block = std::size_t{1} << low;
  const std::size_t blocks = std::size_t{1} << (players - low);
  const auto sums = subset_sums(pays.data(), low);
  const auto worse = [](const Excess& a, const Excess& b) {
    return a.ore != b.ore ? a.ore > b.ore : a.group < b.group;
  };
  const std::size_t tasks = std::min<std::size_t>(blocks, 16);
  std::vector<std::vector<Excess>> found(tasks);
  parallel(tasks, [&](std::size_t task) {
    auto& heap = found[task];  // the least of the best in front
    double limit = least;
    for (std::size_t high = task; high < blocks; high += tasks) {
      double above = 0;
      for (const auto player : members_of(static_cast<Coalition>(high)))
        above += pays[low + player];
      const auto* cost = game.ore() + high * block;
      const auto* sum = sums.data();
      for (std::size_t group = 0; group < block; ++group) {
        const double excess = above + sum[group] - static_cast<double>(cost[group]);
        if (excess <= limit) continue;
        const auto whole = static_cast<Coalition>(high * block + group);
        if (whole == 0 || whole == game.everybody() || !counts(whole)) continue;
        heap.push_back({whole, excess});
        std::ranges::push_heap(heap, worse);
        if (heap.size() > count) {
          std::ranges::pop_heap(heap, worse);
          heap.pop_back();
        }
        if (heap.size() == count) limit = std::max(least, heap.front().ore);
      }
    }
  });
  std::vector<Excess> all;
  for (const auto& part : found) all.insert(all.end(), part.begin(), part.end());
  std::ranges::sort(all, worse);
  if (all.size() > count) all.resize(count);
  return all;
}

}  // namespace varde::cooperation
