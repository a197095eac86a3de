#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"

namespace varde::scaip {

/// A token bucket per source. At most `tracked` sources are remembered; when more come, those that
/// are full again are forgotten, and if that is not enough, all: a flood from ever new addresses
/// then costs nobody his tokens for long.
class SourceRate {
 public:
  SourceRate(double per_second, double burst, std::size_t tracked)
      : per_second_(per_second), burst_(burst), tracked_(tracked) {}

  /// Takes a token; false when the source has none left.
  bool allow(std::string_view source, Instant now) {
    auto found = buckets_.find(std::string(source));
    if (found == buckets_.end()) {
      if (buckets_.size() >= tracked_) forget(now);
      found = buckets_.emplace(source, Bucket{burst_, now}).first;
    }
    auto& bucket = found->second;
    bucket = {level(bucket, now), now};
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  std::size_t tracked() const { return buckets_.size(); }

 private:
  struct Bucket {
    double tokens;
    Instant at;
  };

  double level(const Bucket& bucket, Instant now) const {
    const auto passed = std::max(std::chrono::duration<double>(now - bucket.at).count(), 0.0);
    return std::min(burst_, bucket.tokens + passed * per_second_);
  }

  void forget(Instant now) {
    std::erase_if(buckets_, [&](const auto& entry) { return level(entry.second, now) >= burst_; });
    if (buckets_.size() >= tracked_) buckets_.clear();
  }

  double per_second_;
  double burst_;
  std::size_t tracked_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace varde::scaip
