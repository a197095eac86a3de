#include "app/core/source_limiter.hpp"

#include <algorithm>
#include <utility>

namespace varde::app {
namespace {

constexpr std::chrono::duration<double> kGeneration{limits::kSourceSignalsBurst /
                                                    limits::kSourceSignalsPerSecond};

}  // namespace

void SourceLimiter::age(Time now) {
  if (now - generation_start_ < kGeneration) return;
  const bool both = now - generation_start_ >= 2 * kGeneration;
  old_ = both ? Buckets{} : std::exchange(young_, {});
  young_.clear();
  generation_start_ = now;
}

SourceLimiter::Bucket* SourceLimiter::find(std::size_t key, Time now) {
  if (const auto known = young_.find(key); known != young_.end()) return &known->second;
  if (young_.size() >= tracked_) return nullptr;
  Bucket bucket{.filled = now};
  if (const auto known = old_.find(key); known != old_.end()) {
    bucket = known->second;
    old_.erase(known);
  }
  return &young_.emplace(key, bucket).first->second;
}

bool SourceLimiter::admit(std::string_view address, Time now) {
  age(now);
  Bucket* bucket = find(std::hash<std::string_view>{}(address), now);
  if (bucket == nullptr) return true;
  const double rested = std::chrono::duration<double>(now - bucket->filled).count();
  bucket->tokens = std::min(limits::kSourceSignalsBurst,
                            bucket->tokens + rested * limits::kSourceSignalsPerSecond);
  bucket->filled = now;
  if (bucket->tokens < 1) return false;
  bucket->tokens -= 1;
  return true;
}

}  // namespace varde::app
