#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/assert.hpp"
#include "base/random.hpp"
#include "domain/decision/model.hpp"

namespace varde::decision {

__extension__ using Wide = unsigned __int128;

/// 32-bit random words of one place (a draw in a stream), in order: the same for the same seed on
/// any thread.
class Words {
 public:
  Words(std::uint64_t seed, std::uint64_t draw, std::uint32_t stream)
      : counter_{static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(draw >> 32), stream,
                 0},
        key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)} {}

  std::uint32_t next() {
    if (used_ == block_.size()) {
      ++counter_[3];
      block_ = philox(counter_, key_);
      used_ = 0;
    }
    return block_[used_++];
  }
  /// Strictly between 0 and 1.
  double uniform() { return (next() + 0.5) * 0x1.0p-32; }
  /// 0 to count - 1. Takes what it needs of a stock of 64 random bits, so that many small numbers
  /// cost one; no probability is off by more than a part in 2^32.
  std::uint32_t below(std::uint32_t count) {
    if (room_ < count) {
      stock_ = std::uint64_t{next()} << 32 | next();
      room_ = 0xFFFFFFFF;
    }
    room_ /= count;
    const auto product = static_cast<Wide>(stock_) * count;
    stock_ = static_cast<std::uint64_t>(product);
    return static_cast<std::uint32_t>(product >> 64);
  }

 private:
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> block_{};
  std::size_t used_ = 4;
  std::uint64_t stock_ = 0;
  std::uint32_t room_ = 0;
};

struct Range {
  double least = 0, most = 0;
};

/// The weights that a set of importance words allows: none negative, sum one, and a criterion of a
/// higher class weighs at least as much as one of a lower. Within a class nothing is ordered.
///
/// The simplex is cut by the order of the weights into n! cells of equal volume, each the image of
/// any other under a permutation of the criteria. The region is the union of the cells whose order
/// keeps higher classes before lower ones: one for each way of ordering every class by itself. So a
/// uniform point of the region is a uniform point of one ordered cell, with the order within each
/// class drawn uniformly. The ordered cell w1 >= w2 >= ... >= wn is a simplex whose corners are the
/// equal weights of the first 1, 2, ..., n criteria, and a uniform point of a simplex is the mean
/// of its corners with weights Dirichlet(1, ..., 1), that is exponentials divided by their sum
/// (Devroye, Non-Uniform Random Variate Generation, 1986, XI.4.1 and V.2). No sorting, and nothing
/// is thrown away.
class WeightRegion {
 public:
  explicit WeightRegion(std::span<const Importance> importance);

  std::size_t size() const { return order_.size(); }
  /// Criteria by class, the highest first, as they stand within a class.
  const std::vector<std::size_t>& order() const { return order_; }
  /// How many criteria each class that occurs has, the highest first.
  const std::vector<std::size_t>& classes() const { return classes_; }

  /// Writes a uniform point of the region times a number, and returns that number: rankings need
  /// no division.
  double draw(Words& words, std::span<double> weights) const;

  /// The mean of the region. Ordered weights have the mean of their corners (rank order centroid);
  /// criteria of one class share it.
  std::vector<double> centre() const;

  /// The least and the most that the weighted sum of `values` can be. The corners of the region are
  /// equal weights on all criteria of the higher classes and some of the next.
  Range range(std::span<const double> values) const;

 private:
  std::vector<std::size_t> order_;
  std::vector<std::size_t> classes_;
};

}  // namespace varde::decision
