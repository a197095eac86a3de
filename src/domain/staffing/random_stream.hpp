#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "base/random.hpp"

namespace varde::staffing {

/// Random numbers in a row. A stream is named by seed, year and purpose, so that a year comes out
/// the same on any thread, in any order, and beside any alternative.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint32_t year, std::uint32_t purpose)
      : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
        year_(year),
        purpose_(purpose) {}

  /// Strictly between 0 and 1.
  double uniform() {
    if (spare_) {
      spare_ = false;
      return number(words_[2], words_[3]);
    }
    words_ = philox({static_cast<std::uint32_t>(block_), static_cast<std::uint32_t>(block_ >> 32),
                     year_, purpose_},
                    key_);
    ++block_;
    spare_ = true;
    return number(words_[0], words_[1]);
  }
  /// Exponential of mean 1.
  double exponential() { return -std::log(uniform()); }
  double normal() { return normal_quantile(uniform()); }

 private:
  static double number(std::uint32_t high, std::uint32_t low) {
    const auto bits = (static_cast<std::uint64_t>(high) << 32 | low) >> 12;
    return (static_cast<double>(bits) + 0.5) * 0x1.0p-52;
  }

  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> words_{};
  std::uint64_t block_ = 0;
  std::uint32_t year_, purpose_;
  bool spare_ = false;
};

}  // namespace varde::staffing
