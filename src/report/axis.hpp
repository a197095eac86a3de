#pragma once

#include <string>
#include <vector>

namespace varde::report {

/// A scale from `low` to `high`, both on a tick.
struct Axis {
  double low = 0, high = 1;
  std::vector<double> ticks;
  int decimals = 0;  ///< that tick labels need

  /// Where a value lies, 0 at `low` and 1 at `high`.
  double place(double value) const { return (value - low) / (high - low); }
  std::string label(double tick) const;
};

/// Ticks at 1, 2 or 5 times a power of ten, at most `most` steps, over the whole of low to high.
/// Bounds that are not finite, or equal, are widened.
Axis axis_of(double low, double high, int most = 6);

}  // namespace varde::report
