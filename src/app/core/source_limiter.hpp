#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "base/limits.hpp"

namespace varde::app {

/// A token bucket per device address: limits::kSourceSignalsPerSecond sustained,
/// kSourceSignalsBurst at once. Not thread-safe.
///
/// A bucket that has rested for kBurst / kPerSecond is full, so it need not be remembered: buckets
/// live in two generations of that length, and the older is dropped whole. When a generation holds
/// limits::kSourcesTracked, further sources are let through unmeasured rather than refused: an
/// unknown device's first alarm counts more than a perfect limit.
class SourceLimiter {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit SourceLimiter(std::size_t tracked = limits::kSourcesTracked) : tracked_(tracked) {}

  /// Takes one token of the source, or says that there is none left.
  bool admit(std::string_view address, Time now);

  std::size_t sources() const { return young_.size() + old_.size(); }

 private:
  struct Bucket {
    double tokens = limits::kSourceSignalsBurst;
    Time filled{};
  };
  // The key is the address's hash: two addresses that share one share a bucket, which costs nothing
  // but a little rate.
  using Buckets = std::unordered_map<std::size_t, Bucket>;

  void age(Time now);
  Bucket* find(std::size_t key, Time now);

  std::size_t tracked_;
  Buckets young_;
  Buckets old_;
  Time generation_start_{};
};

}  // namespace varde::app
