#pragma once

#include <algorithm>
#include <vector>

#include "domain/decision/weights.hpp"

// For tests: volumes without drawing.
namespace varde::decision::exact {

/// The part of a simplex, given the values of a linear function at its corners, where the function
/// is positive. Ali's recursion (M. M. Ali, Content of the frustum of a simplex, Pacific J. Math.
/// 48, 1973).
inline double positive_part(const std::vector<double>& corners) {
  std::vector<double> below, above;
  for (const double corner : corners) (corner > 0 ? above : below).push_back(corner);
  if (below.empty()) return 1;
  // part[i] of the first i above: how much lies on the negative side.
  std::vector<double> part(above.size() + 1, 0.0);
  part[0] = 1;
  for (const double low : below) {
    for (std::size_t j = 1; j <= above.size(); ++j) {
      part[j] = (above[j - 1] * part[j] - low * part[j - 1]) / (above[j - 1] - low);
    }
  }
  return 1 - part[above.size()];
}

/// The share of the allowed weights for which the weighted sum of `values` is positive: cell by
/// cell over all orders that keep the classes.
inline double share_positive(const WeightRegion& region, const std::vector<double>& values) {
  double sum = 0;
  double cells = 0;
  auto order = region.order();
  const auto walk = [&](auto&& self, std::size_t k, std::size_t start) -> void {
    if (k == region.classes().size()) {
      std::vector<double> corners;
      double total = 0;
      for (std::size_t i = 0; i < order.size(); ++i) {
        total += values[order[i]];
        corners.push_back(total / static_cast<double>(i + 1));
      }
      sum += positive_part(corners);
      ++cells;
      return;
    }
    const auto first = order.begin() + static_cast<std::ptrdiff_t>(start);
    const auto end = first + static_cast<std::ptrdiff_t>(region.classes()[k]);
    std::sort(first, end);
    do {
      self(self, k + 1, start + region.classes()[k]);
    } while (std::next_permutation(first, end));
  };
  walk(walk, 0, 0);
  return sum / cells;
}

}  // namespace varde::decision::exact
