#pragma once

#include <array>
#include <cstdint>

// Randomness that comes from outside: numbers by seed and place, the same on any thread.
namespace varde {

/// Philox 4x32-10, a counter-based generator (Salmon et al., Parallel random numbers: as easy as
/// 1, 2, 3; SC 2011): the same counter and key give the same numbers, in any order on any thread.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key);

/// A number strictly between 0 and 1 for one input of one draw.
double uniform(std::uint64_t seed, std::uint64_t draw, std::uint32_t input);

/// Standard normal distribution function, and its inverse for 0 < p < 1 (Wichura, algorithm AS 241,
/// 16 digits).
double normal_cdf(double z);
double normal_quantile(double p);

}  // namespace varde
