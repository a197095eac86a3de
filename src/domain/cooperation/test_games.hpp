#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include <rapidcheck.h>

#include "domain/cooperation/cost_model.hpp"

// For tests and benches only: games of the textbooks, and random ones.
namespace varde::cooperation::test {

/// A game from its cost in kroner by coalition.
inline Game game_of(std::size_t players, const std::function<double(Coalition)>& kroner) {
  std::vector<std::int64_t> ore(std::size_t{1} << players, 0);
  for (Coalition group = 1; group < ore.size(); ++group) {
    ore[group] = static_cast<std::int64_t>(kroner(group) * 100 + 0.5);
  }
  return {players, std::move(ore)};
}

/// A runway as long as the largest aircraft needs (Littlechild and Owen, 1973).
inline Game airport(const std::vector<double>& runways) {
  return game_of(runways.size(), [&](Coalition group) {
    double longest = 0;
    for (const auto i : members_of(group)) longest = std::max(longest, runways[i]);
    return longest;
  });
}

/// Player 0 has a left glove, 1 and 2 a right one; a pair saves 300 of the 300 each would pay.
inline Game gloves() {
  return game_of(3, [](Coalition group) {
    const bool pair = (group & 1) != 0 && (group & 6) != 0;
    return 300.0 * static_cast<double>(size_of(group)) - (pair ? 300.0 : 0.0);
  });
}

/// Any two of three save 300 together, and three no more: the core is empty.
inline Game majority() {
  return game_of(3, [](Coalition group) {
    return 300.0 * static_cast<double>(size_of(group)) - (size_of(group) >= 2 ? 300.0 : 0.0);
  });
}

/// An estate that does not cover the claims (O'Neill 1982); a group costs its claims less what the
/// others leave of the estate. What a player pays is its claim less what it gets.
inline Game bankruptcy(double estate, const std::vector<double>& claims) {
  return game_of(claims.size(), [&](Coalition group) {
    double own = 0, others = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) (group & single(i) ? own : others) += claims[i];
    return own - std::max(0.0, estate - others);
  });
}

/// A random game: no group costs less than a part of it.
inline Game any_game(std::size_t least, std::size_t most) {
  const auto players = *rc::gen::inRange<std::size_t>(least, most + 1);
  std::vector<std::int64_t> ore(std::size_t{1} << players, 0);
  for (Coalition group = 1; group < ore.size(); ++group) {
    ore[group] =
        *rc::gen::inRange<std::int64_t>(0, 300'000) * static_cast<std::int64_t>(size_of(group));
    for (const auto i : members_of(group))
      ore[group] = std::max(ore[group], ore[group ^ single(i)]);
  }
  return {players, std::move(ore)};
}

/// A cooperation of `players` with volumes that differ: a platform with a discount, a staffed
/// centre in steps, distances, and what each pays alone.
inline CostModel centre(std::size_t players) {
  std::vector<Member> members;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < players; ++i) {
    const auto people = static_cast<std::int64_t>(400 + (i * i * 977 + i * 313) % 14'000);
    all += people;
    members.push_back({static_cast<int>(1'000 + i),
                       "M" + std::to_string(i),
                       Money::kroner(people * 340),
                       Money::kroner(20'000 + 7'000 * (i % 5)),
                       {people}});
  }
  CostLine platform{"platform", Money::kroner(2'000'000), Money::kroner(45 * all), 0, {}, {}};
  platform.slices = {{0, 1.0}, {all / 4, 0.8}, {all / 2, 0.6}};
  CostLine staff{"staff", {}, Money::kroner(90 * all), 0, {}, {}};
  staff.steps = {{all / 3, 4.5}, {all * 2 / 3, 5}, {all, 6}};
  return {std::move(members), {platform, staff}, {}};
}

}  // namespace varde::cooperation::test
