#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace varde::cooperation {

/// A group of players: bit i stands for player i.
using Coalition = std::uint32_t;

constexpr std::size_t kMostTabulated = 24;    ///< players whose every group has a cost in a table
constexpr std::size_t kMostPartitioned = 18;  ///< players whose best partition is found exactly
constexpr std::size_t kMostPlayers = 400;     ///< the country's municipalities, with room

constexpr Coalition everybody(std::size_t players) {
  return static_cast<Coalition>((std::uint64_t{1} << players) - 1);
}
constexpr Coalition single(std::size_t player) { return Coalition{1} << player; }
constexpr std::size_t size_of(Coalition group) {
  return static_cast<std::size_t>(std::popcount(group));
}

inline std::vector<std::size_t> members_of(Coalition group) {
  std::vector<std::size_t> members;
  for (; group != 0; group &= group - 1) {
    members.push_back(static_cast<std::size_t>(std::countr_zero(group)));
  }
  return members;
}
inline Coalition coalition_of(std::span<const std::size_t> members) {
  Coalition group = 0;
  for (const auto member : members) group |= single(member);
  return group;
}

}  // namespace varde::cooperation
