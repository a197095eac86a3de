#include "notify/backoff.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/limits.hpp"

namespace varde::notify {
namespace {

constexpr Duration kFirst = std::chrono::seconds{5};
constexpr Duration kLongest = std::chrono::hours{1};

/// SplitMix64 (Steele, Lea, Flood 2014): spreads neighbouring numbers over the whole range.
std::uint64_t spread(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

}  // namespace

Duration pause_after(std::uint64_t message_id, int attempts) {
  VARDE_ASSERT(attempts >= 1);
  constexpr int kDoublings = 10;  // 5 s * 2^10 is above an hour
  const Duration base = std::min(kFirst * (1 << std::min(attempts - 1, kDoublings)), kLongest);
  const auto quarter = static_cast<std::uint64_t>(base.count() / 4);
  const auto seed = message_id * 64 + static_cast<std::uint64_t>(attempts);
  return base + Duration{static_cast<std::int64_t>(spread(seed) % (quarter + 1))};
}

std::optional<Instant> next_attempt(std::uint64_t message_id, int attempts, Instant now) {
  if (attempts >= limits::kOutboxAttempts) return std::nullopt;
  return now + pause_after(message_id, attempts);
}

}  // namespace varde::notify
