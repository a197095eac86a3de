#pragma once

#include <mutex>
#include <unordered_map>
#include <utility>

#include "base/time.hpp"

namespace varde::api {

/// Remembers values for a while. Bounded: when it is full it starts anew. Thread-safe; `load` runs
/// outside the lock, so two threads may load the same key at once.
template <class Key, class Value>
class Cache {
 public:
  Cache(std::size_t bound, Duration lifetime) : bound_(bound), lifetime_(lifetime) {}

  template <class Load>
  Value get(const Key& key, Instant now, Load load) {
    {
      const std::lock_guard lock{mutex_};
      const auto it = entries_.find(key);
      if (it != entries_.end() && it->second.until > now) return it->second.value;
    }
    Value value = load();
    const std::lock_guard lock{mutex_};
    if (entries_.size() >= bound_) entries_.clear();
    entries_.insert_or_assign(key, Entry{value, now + lifetime_});
    return value;
  }

  void forget(const Key& key) {
    const std::lock_guard lock{mutex_};
    entries_.erase(key);
  }

 private:
  struct Entry {
    Value value;
    Instant until;
  };
  const std::size_t bound_;
  const Duration lifetime_;
  std::mutex mutex_;
  std::unordered_map<Key, Entry> entries_;
};

}  // namespace varde::api
