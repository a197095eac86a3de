#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/decision/smaa.hpp"

namespace varde::decision {

/// Counts the rankings of many draws. The counts are whole numbers, so that their sum does not
/// depend on the order; the sums of weights are floating point and are added block by block.
class Tally {
 public:
  Tally(std::size_t alternatives, std::size_t weights);

  /// One draw: the alternatives' values, and the weights that gave them. `unit` times the weights
  /// are what is summed.
  struct Part {
    std::span<const double> weights;
    double unit = 1;
  };
  void count(std::span<const double> values, std::span<const Part> parts);
  void add(const Tally& other);
  /// Over `draws` draws.
  Ranking ranking(std::size_t draws) const;

 private:
  void count_equals(std::span<const double> values, std::span<const std::size_t> ranks,
                    std::span<const Part> parts);
  void add_weights(std::size_t alternative, std::span<const Part> parts, double share);

  std::size_t alternatives_;
  std::vector<std::uint64_t> ranks_;  ///< in parts of a draw: see kWhole
  std::vector<std::uint64_t> ahead_;  ///< in halves of a draw
  std::vector<std::vector<double>> weights_;
};

/// The share of the alternatives at the top that falls to `alternative`: 0, or 1 over their number.
double share_of_first(std::span<const double> values, std::size_t alternative);

}  // namespace varde::decision
