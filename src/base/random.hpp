#pragma once

#include <array>
#include <cstdint>

// Randomness that comes from outside: numbers by seed and place, the same on any thread.
namespace varde {

/// Philox 4x32-10, a counter-based generator (Salmon et al., Parallel random numbers: as easy as
/// 1, 2, 3; SC 2011): the same counter and key give the same numbers, in any order on any thread.
inline std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                           std::array<std::uint32_t, 2> key) {
  constexpr std::uint32_t kMultiply0 = 0xD2511F53;
  constexpr std::uint32_t kMultiply1 = 0xCD9E8D57;
  constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
  constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
  for (int round = 0; round < 10; ++round) {
    const auto first = static_cast<std::uint64_t>(kMultiply0) * counter[0];
    const auto second = static_cast<std::uint64_t>(kMultiply1) * counter[2];
    counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key[0],
               static_cast<std::uint32_t>(second),
               static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key[1],
               static_cast<std::uint32_t>(first)};
    key[0] += kWeyl0;
    key[1] += kWeyl1;
  }
  return counter;
}

/// A number strictly between 0 and 1 for one input of one draw.
double uniform(std::uint64_t seed, std::uint64_t draw, std::uint32_t input);

/// Standard normal distribution function, and its inverse for 0 < p < 1 (Wichura, algorithm AS 241,
/// 16 digits).
double normal_cdf(double z);
double normal_quantile(double p);

}  // namespace varde
