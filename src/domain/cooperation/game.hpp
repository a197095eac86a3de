#pragma once

#include <optional>
#include <vector>

#include "domain/cooperation/coalition.hpp"
#include "domain/economy/money.hpp"

namespace varde::cooperation {

using economy::Money;

/// A cost game: what each group of players would pay for the service on its own, in whole øre.
class Game {
 public:
  /// `ore` has 2^players costs by coalition; that of nobody is 0. At most kMostTabulated players.
  Game(std::size_t players, std::vector<std::int64_t> ore);

  std::size_t players() const { return players_; }
  Coalition everybody() const { return cooperation::everybody(players_); }
  Money cost(Coalition group) const { return Money::ore(ore_[group]); }
  Money total() const { return cost(everybody()); }
  Money alone(std::size_t player) const { return cost(single(player)); }
  /// The table itself, for passes over all groups.
  const std::int64_t* ore() const { return ore_.data(); }

 private:
  std::size_t players_;
  std::vector<std::int64_t> ore_;
};

/// Why a table cannot be the cost of a service.
struct Flaw {
  enum class Kind : std::uint8_t { negative, not_monotone };
  Kind kind = Kind::negative;
  Coalition group = 0;
  Coalition part = 0;  ///< of not_monotone: one member fewer, and dearer
};
/// The first flaw: a negative cost, or a group that costs less than itself without one member. One
/// øre is taken for rounding.
std::optional<Flaw> flaw_in(const Game& game);

/// The sum of each player's number over the members of each group of the lowest `players`, which
/// are at most 12: the small half of passes over all groups.
template <class T>
std::vector<T> subset_sums(const T* numbers, std::size_t players) {
  std::vector<T> sums(std::size_t{1} << players);
  for (std::size_t group = 1; group < sums.size(); ++group) {
    const auto low = static_cast<std::size_t>(std::countr_zero(group));
    sums[group] = sums[group & (group - 1)] + numbers[low];
  }
  return sums;
}

/// Groups in blocks that differ in their lowest players only.
constexpr std::size_t kBlockPlayers = 12;
constexpr std::size_t block_players(std::size_t players) {
  return players < kBlockPlayers ? players : kBlockPlayers;
}

/// Amounts in øre that are not whole, made whole so that they sum to `total`: each is rounded down,
/// and the øre left over go to the largest remainders, equal ones to the first. The amounts must
/// sum to the total but for rounding.
std::vector<Money> settle(std::span<const double> ore, Money total);

}  // namespace varde::cooperation
