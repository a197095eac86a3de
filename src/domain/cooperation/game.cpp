#include "domain/cooperation/game.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/assert.hpp"

namespace varde::cooperation {

Game::Game(std::size_t players, std::vector<std::int64_t> ore)
    : players_(players), ore_(std::move(ore)) {
  VARDE_ASSERT(players >= 1 && players <= kMostTabulated);
  VARDE_ASSERT(ore_.size() == std::size_t{1} << players && ore_[0] == 0);
}

std::optional<Flaw> flaw_in(const Game& game) {
  const auto* cost = game.ore();
  for (Coalition group = 1; group <= game.everybody(); ++group) {
    if (cost[group] < 0) return Flaw{Flaw::Kind::negative, group, 0};
    for (Coalition rest = group; rest != 0; rest &= rest - 1) {
      const Coalition part = group & ~(rest & -rest);
      if (cost[part] > cost[group] + 1) return Flaw{Flaw::Kind::not_monotone, group, part};
    }
  }
  return {};
}

std::vector<Money> settle(std::span<const double> ore, Money total) {
  struct Rest {
    std::int64_t millionths;  // coarse on purpose: equal players stay equal before the last øre
    std::size_t index;
  };
  std::vector<Money> parts;
  std::vector<Rest> rests;
  std::int64_t left = total.in_ore();
  for (std::size_t i = 0; i < ore.size(); ++i) {
    const double down = std::floor(ore[i] + 1e-6);
    parts.push_back(Money::ore(static_cast<std::int64_t>(down)));
    rests.push_back({std::llround((ore[i] - down) * 1e6), i});
    left -= parts.back().in_ore();
  }
  std::ranges::stable_sort(rests, std::ranges::greater{}, &Rest::millionths);
  VARDE_ASSERT(!rests.empty());
  const auto count = static_cast<std::int64_t>(rests.size());
  // Within one øre a head unless the amounts did not sum to the total.
  VARDE_ASSERT(std::abs(left) <= 2 * count);
  for (std::size_t i = 0; left > 0; i = (i + 1) % rests.size(), --left) {
    parts[rests[i].index] += Money::ore(1);
  }
  for (std::size_t i = rests.size(); left < 0; ++left) {
    i = i == 0 ? rests.size() - 1 : i - 1;
    parts[rests[i].index] -= Money::ore(1);
  }
  return parts;
}

}  // namespace varde::cooperation
