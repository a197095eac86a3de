#pragma once

#include <vector>

#include "domain/cooperation/coalition.hpp"

namespace varde::cooperation {

/// Which groups' sums follow from those of groups already fixed: linear algebra over the integers
/// modulo the prime 2^61 - 1. A group is tested by one number for each player, drawn so that the
/// numbers of a group sum to zero if its sum follows, and else with probability 2^-61.
class FixedGroups {
 public:
  explicit FixedGroups(std::size_t players);

  /// True when the group did not follow from the others.
  bool add(Coalition group);
  std::size_t rank() const { return rows_.size(); }
  bool follows(Coalition group) const;

 private:
  void draw_numbers();

  std::size_t players_;
  std::vector<std::vector<std::uint64_t>> rows_;  ///< reduced, each with its own leading player
  std::vector<std::size_t> leads_;
  std::vector<std::uint64_t> numbers_;
};

}  // namespace varde::cooperation
