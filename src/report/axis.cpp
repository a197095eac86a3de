#include "report/axis.hpp"

#include <algorithm>
#include <cmath>

#include "report/format.hpp"

namespace varde::report {

std::string Axis::label(double tick) const { return decimal(tick, decimals); }

Axis axis_of(double low, double high, int most) {
  if (!std::isfinite(low)) low = 0;
  if (!std::isfinite(high)) high = 0;
  if (high < low) std::swap(low, high);
  if (high - low < 1e-9 * std::max({std::abs(low), std::abs(high), 1e-3})) high = low + 1;
  const double rough = (high - low) / most;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double one : {1.0, 2.0, 5.0}) {
    if (one * power >= rough * (1 - 1e-9)) {
      step = one * power;
      break;
    }
  }
  Axis axis;
  const auto first = std::floor(low / step + 1e-9);
  const auto last = std::ceil(high / step - 1e-9);
  axis.low = first * step;
  axis.high = last * step;
  for (double n = first; n <= last; ++n) axis.ticks.push_back(n * step);
  axis.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
  return axis;
}

}  // namespace varde::report
