#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace varde::load {

using Clock = std::chrono::steady_clock;

/// All measured times of a run, in microseconds: exact percentiles, at 4 bytes a sample.
class Latencies {
 public:
  void add(Clock::duration time) {
    samples_.push_back(static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(time).count()));
  }
  std::size_t count() const { return samples_.size(); }
  /// Nearest rank, in milliseconds; 0 when nothing was measured.
  double percentile_ms(double share) {
    if (samples_.empty()) return 0;
    const auto rank =
        std::min(samples_.size() - 1,
                 static_cast<std::size_t>(share * static_cast<double>(samples_.size())));
    std::nth_element(samples_.begin(), samples_.begin() + static_cast<std::ptrdiff_t>(rank),
                     samples_.end());
    return samples_[rank] / 1000.0;
  }
  void clear() { samples_.clear(); }

 private:
  std::vector<std::uint32_t> samples_;
};

}  // namespace varde::load
