#include "domain/cooperation/shapley.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.hpp"

namespace varde::cooperation {
namespace {

/// For each of `players`, the sum of `values` (by group) over the groups that the player is in.
/// Folds the table in halves: 2 x 2^players additions in all.
std::vector<double> sums_by_player(std::vector<double> values, std::size_t players) {
  std::vector<double> sums(players, 0.0);
  for (std::size_t player = players; player-- > 0;) {
    const std::size_t half = std::size_t{1} << player;
    for (std::size_t group = 0; group < half; ++group) {
      sums[player] += values[half + group];
      values[group] += values[half + group];
    }
  }
  return sums;
}

/// The weight of a group of each size: the probability, over orders, that it comes first and one of
/// its members last of it, (s-1)! (n-s)! / n!, and that it comes first and one who is not in it
/// next, s! (n-s-1)! / n!. Both are a share of 1 / C(n, s).
std::vector<double> weights_by_size(std::size_t players) {
  std::vector<double> weights(players + 1, 0.0);
  double groups = 1;  // of s players, C(n, s)
  for (std::size_t s = 1; s <= players; ++s) {
    const auto inside = static_cast<double>(s), outside = static_cast<double>(players - s);
    groups *= (outside + 1) / inside;
    weights[s] = 1 / (inside * groups);
    if (s < players) weights[s] += 1 / (outside * groups);
  }
  return weights;
}

/// The weights of a block's groups, for each number of high players in it.
std::vector<std::vector<double>> weights_of_blocks(std::size_t players, std::size_t low) {
  const auto by_size = weights_by_size(players);
  std::vector<std::vector<double>> weights(players - low + 1);
  for (std::size_t above = 0; above < weights.size(); ++above) {
    for (std::size_t group = 0; group < std::size_t{1} << low; ++group) {
      weights[above].push_back(by_size[above + static_cast<std::size_t>(std::popcount(group))]);
    }
  }
  return weights;
}

constexpr std::size_t kOrdersPerTask = 128;

/// Mean and squared deviations of one task's orders, combined with others by Chan's formula.
struct Moments {
  double count = 0;
  std::vector<double> mean, square;

  explicit Moments(std::size_t players) : mean(players, 0.0), square(players, 0.0) {}

  void add(std::span<const double> values) {
    count += 1;
    for (std::size_t i = 0; i < mean.size(); ++i) {
      const double off = values[i] - mean[i];
      mean[i] += off / count;
      square[i] += off * (values[i] - mean[i]);
    }
  }
  void add(const Moments& other) {
    const double sum = count + other.count;
    for (std::size_t i = 0; i < mean.size(); ++i) {
      const double off = other.mean[i] - mean[i];
      mean[i] += off * other.count / sum;
      square[i] += other.square[i] + off * off * count * other.count / sum;
    }
    count = sum;
  }
};

/// Fisher-Yates with numbers of the sample's own stream.
void shuffle(std::span<std::uint32_t> order, std::uint64_t seed, std::uint64_t sample) {
  std::iota(order.begin(), order.end(), 0U);
  std::array<std::uint32_t, 4> numbers{};
  for (std::size_t i = order.size(), used = 0; i > 1; --i, ++used) {
    if (used % 4 == 0) {
      numbers =
          philox({static_cast<std::uint32_t>(sample), static_cast<std::uint32_t>(sample >> 32),
                  static_cast<std::uint32_t>(used / 4), 0x5A},
                 {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
    }
    const std::uint64_t place = (std::uint64_t{numbers[used % 4]} * i) >> 32;
    std::swap(order[i - 1], order[place]);
  }
}

Moments walk_orders(std::size_t players, const Walk& walk, std::uint64_t seed, std::size_t first,
                    std::size_t count) {
  Moments moments(players);
  std::vector<std::uint32_t> order(players);
  std::vector<double> forwards(players), backwards(players);
  for (std::size_t sample = first; sample < first + count; ++sample) {
    shuffle(order, seed, sample);
    walk(order, forwards);
    std::ranges::reverse(order);
    walk(order, backwards);
    for (std::size_t i = 0; i < players; ++i) forwards[i] = (forwards[i] + backwards[i]) / 2;
    moments.add(forwards);
  }
  return moments;
}

}  // namespace

std::vector<double> shapley(const Game& game, const Parallel& parallel) {
  // A player gets w(S) c(S) of the groups S with it, where w is both of its weights, less the sum
  // over all groups of what those without the group pay. That sum is the same for everybody, so it
  // follows from the parts' being the total. Blocks give the first by low player (added up) and by
  // high player (sums of blocks).
  const auto players = game.players();
  const auto low = block_players(players);
  const std::size_t block = std::size_t{1} << low;
  const std::size_t blocks = std::size_t{1} << (players - low);
  const auto weights = weights_of_blocks(players, low);
  const std::size_t tasks = std::min<std::size_t>(blocks, 16);
  std::vector<double> by_block(blocks, 0.0);
  std::vector<std::vector<double>> by_low(tasks, std::vector<double>(block, 0.0));
  parallel(tasks, [&](std::size_t task) {
    auto* sum = by_low[task].data();
    for (std::size_t high = task; high < blocks; high += tasks) {
      const auto* weight = weights[static_cast<std::size_t>(std::popcount(high))].data();
      const auto* cost = game.ore() + high * block;
      double in_block = 0;
      for (std::size_t group = 0; group < block; ++group) {
        const double value = weight[group] * static_cast<double>(cost[group]);
        sum[group] += value;
        in_block += value;
      }
      by_block[high] = in_block;
    }
  });
  for (std::size_t task = 1; task < tasks; ++task) {
    for (std::size_t group = 0; group < block; ++group) by_low[0][group] += by_low[task][group];
  }
  auto value = sums_by_player(std::move(by_low[0]), low);
  const auto upper = sums_by_player(std::move(by_block), players - low);
  value.insert(value.end(), upper.begin(), upper.end());
  const double sum = std::accumulate(value.begin(), value.end(), 0.0);
  const double total = static_cast<double>(game.total().in_ore());
  for (auto& one : value) one -= (sum - total) / static_cast<double>(players);
  return value;
}

Walk walk_of(const Game& game) {
  return [&game](std::span<const std::uint32_t> order, std::span<double> added) {
    Coalition group = 0;
    for (const auto player : order) {
      const auto before = game.ore()[group];
      group |= single(player);
      added[player] = static_cast<double>(game.ore()[group] - before);
    }
  };
}

Result<SampledShapley> sampled_shapley(std::size_t players, const Walk& walk,
                                       const Sampling& sampling, const Watch& watch) {
  const std::size_t pairs = std::max<std::size_t>(2, (sampling.orders + 1) / 2);
  const std::size_t tasks = (pairs + kOrdersPerTask - 1) / kOrdersPerTask;
  constexpr std::size_t kTasksPerTurn = 64;  // between looks at the watch
  Moments moments(players);
  for (std::size_t done = 0; done < tasks; done += kTasksPerTurn) {
    if (watch.stopped()) return stopped_error();
    watch.tell("shapley", static_cast<double>(done) / static_cast<double>(tasks));
    const std::size_t turn = std::min(kTasksPerTurn, tasks - done);
    std::vector<Moments> parts(turn, Moments(players));
    watch.parallel(turn, [&](std::size_t task) {
      const std::size_t first = (done + task) * kOrdersPerTask;
      parts[task] =
          walk_orders(players, walk, sampling.seed, first, std::min(kOrdersPerTask, pairs - first));
    });
    for (const auto& part : parts) moments.add(part);
  }
  SampledShapley result{2 * pairs, std::move(moments.mean), {}};
  for (const double square : moments.square) {
    result.error.push_back(std::sqrt(square / (moments.count - 1) / moments.count));
  }
  return result;
}

}  // namespace varde::cooperation
