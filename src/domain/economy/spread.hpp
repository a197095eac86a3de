#pragma once

#include <optional>
#include <span>

namespace varde::economy {

/// Of one result over all draws. Percentiles interpolate between neighbours.
struct Spread {
  double mean = 0, deviation = 0, p10 = 0, p50 = 0, p90 = 0;
  double above_zero = 0;  ///< share of draws
};

/// Of at least one value; nothing when one is not a number or beyond 1e100 or so. The same values
/// in the same order give the same numbers on every machine.
std::optional<Spread> spread_of(std::span<const double> values);

}  // namespace varde::economy
