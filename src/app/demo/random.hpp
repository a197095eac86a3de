#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <span>

#include "base/assert.hpp"
#include "base/id.hpp"

namespace varde::app::demo {

/// Repeatable pseudo-random numbers (SplitMix64: Steele, Lea, Flood 2014). Not for secrets.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  /// 0 <= x < 1.
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  /// 0 <= x < n.
  std::size_t below(std::size_t n) {
    VARDE_ASSERT(n > 0);
    return static_cast<std::size_t>(unit() * static_cast<double>(n));
  }
  /// least <= x <= most.
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::size_t>(most - least) + 1));
  }
  bool chance(double probability) { return unit() < probability; }
  double exponential(double mean) { return -mean * std::log1p(-unit()); }
  double normal(double mean, double deviation) {
    const double radius = std::sqrt(-2 * std::log1p(-unit()));
    return mean + deviation * radius * std::cos(2 * std::numbers::pi * unit());
  }
  /// Half of the draws lie below `median`; `sigma` is of the logarithm.
  double lognormal(double median, double sigma) { return median * std::exp(normal(0, sigma)); }

  template <class T>
  const T& pick(std::span<const T> list) {
    return list[below(list.size())];
  }
  template <class Container>
  const auto& pick(const Container& list) {
    return list[below(std::size(list))];
  }
  Ulid id(Instant at) {
    const std::uint64_t high = next();
    return make_ulid(at, high, next());
  }
  /// An independent series for a part, so that a change in one part does not move the others.
  Random part(std::uint64_t number) const {
    Random derived{state_ ^ (number * 0xD1B54A32D192ED03)};
    return Random{derived.next()};
  }

 private:
  std::uint64_t state_;
};

}  // namespace varde::app::demo
