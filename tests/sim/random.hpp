#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/assert.hpp"

namespace varde::sim {

/// All chance of a run, from one seed (splitmix64, Steele et al. 2014). The same on every machine
/// and library, which the standard distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  /// 0 .. bound - 1.
  std::uint64_t below(std::uint64_t bound) {
    VARDE_ASSERT(bound > 0);
    return next() % bound;
  }
  /// Both ends included.
  std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return low + below(high - low + 1);
  }
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <class Items>
  auto& pick(Items& items) {
    return items[below(std::size(items))];
  }
  /// A generator of its own, so that more draws in one part do not shift those of another.
  Random fork() { return Random(next()); }

 private:
  std::uint64_t state_;
};

}  // namespace varde::sim
