#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace varde::app {

/// A histogram that threads may add to without a lock. Bounds in seconds; the last bucket has none.
class Latency {
 public:
  static constexpr std::array<double, 12> kBounds{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02,
                                                  0.05,   0.1,   0.2,   0.5,   1,    5};

  void add(std::chrono::duration<double> took) {
    std::size_t bucket = 0;
    while (bucket < kBounds.size() && took.count() > kBounds[bucket]) ++bucket;
    buckets_[bucket].fetch_add(1, std::memory_order_relaxed);
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    sum_us_.fetch_add(static_cast<std::uint64_t>(micros), std::memory_order_relaxed);
  }
  std::uint64_t bucket(std::size_t index) const { return buckets_[index].load(); }
  double sum_s() const { return static_cast<double>(sum_us_.load()) / 1e6; }

 private:
  std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> buckets_{};
  std::atomic<std::uint64_t> sum_us_{0};
};

/// What the way from inbox to store has seen since the start. Read by /metrics and /readyz from
/// other threads.
struct Counters {
  using Count = std::atomic<std::uint64_t>;
  static constexpr std::size_t kKinds = 7;

  std::array<Count, kKinds> submitted{};  ///< signals, by alarm::SignalKind
  std::array<Count, kKinds> shed{};       ///< refused as busy, by kind
  Count too_many{0};                      ///< refused: source over its rate
  Count shed_commands{0};  ///< operators' commands refused because the inbox was full
  Count accepted{0};
  Count duplicates{0};
  Count conflicts{0};
  Count refused_commands{0};
  Count unavailable{0};  ///< the journal could not keep it
  Count commits{0};
  Count snapshots{0};
  Latency commit;   ///< one group: append, fold
  Latency project;  ///< one group: store
  std::atomic<bool> journal_well{true};
  std::atomic<bool> store_well{true};
};

}  // namespace varde::app
