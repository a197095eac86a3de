#include "engine/key_memory.hpp"

#include "base/assert.hpp"
#include "base/digest.hpp"

namespace varde::engine {

KeyMemory::Hash KeyMemory::hash(std::string_view key) {
  const Sha256 digest = sha256(key);
  Hash out;
  for (std::size_t i = 0; i < 8; ++i) {
    out.high = out.high << 8 | digest[i];
    out.low = out.low << 8 | digest[i + 8];
  }
  return out;
}

const Known* KeyMemory::find(const Hash& key, Instant at) const {
  const auto it = known_.find(key);
  return it == known_.end() || expired(it->second, at) ? nullptr : &it->second;
}

void KeyMemory::remember(const Hash& key, const Known& known) {
  forget_old(known.at);
  if (known_.erase(key) != 0) std::erase(order_, key);
  if (known_.size() == capacity_) drop_oldest();
  const bool is_new = known_.emplace(key, known).second;
  VARDE_ASSERT(is_new);
  order_.push_back(key);
  VARDE_ASSERT(order_.size() == known_.size());
}

void KeyMemory::forget_old(Instant at) {
  while (!order_.empty() && expired(known_.find(order_.front())->second, at)) drop_oldest();
}

void KeyMemory::drop_oldest() {
  VARDE_ASSERT(!order_.empty());
  known_.erase(order_.front());
  order_.pop_front();
}

}  // namespace varde::engine
