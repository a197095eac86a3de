#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/id.hpp"
#include "base/time.hpp"
#include "engine/entry.hpp"

namespace varde::engine {

/// What became of the first signal with a key.
struct Known {
  std::uint64_t content = 0;
  SignalId signal;
  AlarmId alarm;  ///< nil: none
  Position position = 0;
  Instant at{};
};

/// The idempotency keys of one protocol, for a time, up to a number; the oldest go first. Keys are
/// kept as the first 128 bits of their SHA-256, so that nobody can make a key that passes for
/// another's.
class KeyMemory {
 public:
  struct Hash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend bool operator==(const Hash&, const Hash&) = default;
  };

  KeyMemory(Duration window, std::size_t capacity) : window_(window), capacity_(capacity) {}

  static Hash hash(std::string_view key);
  const Known* find(const Hash& key, Instant at) const;
  /// In place of what was known of the key. `known.at` is not before that of the last one.
  void remember(const Hash& key, const Known& known);
  void forget_old(Instant at);

  std::size_t size() const { return known_.size(); }
  /// Oldest first.
  template <class Visit>
  void each(Visit visit) const {
    for (const Hash& key : order_) visit(key, known_.at(key));
  }

 private:
  struct Hasher {
    std::size_t operator()(const Hash& h) const noexcept { return h.low; }
  };

  bool expired(const Known& known, Instant at) const { return at - known.at >= window_; }
  void drop_oldest();

  Duration window_;
  std::size_t capacity_;
  std::unordered_map<Hash, Known, Hasher> known_;
  std::deque<Hash> order_;
};

}  // namespace varde::engine
