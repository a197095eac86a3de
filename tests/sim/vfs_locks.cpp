#include "vfs_locks.hpp"

#include <sqlite3.h>

namespace varde::sim {

int FileLocks::level(Holder holder) const {
  if (exclusive_ == holder) return SQLITE_LOCK_EXCLUSIVE;
  if (pending_ == holder) return SQLITE_LOCK_PENDING;
  if (reserved_ == holder) return SQLITE_LOCK_RESERVED;
  return shared_.contains(holder) ? SQLITE_LOCK_SHARED : SQLITE_LOCK_NONE;
}

bool FileLocks::lock(Holder holder, int level) {
  if (this->level(holder) >= level) return true;
  if (level == SQLITE_LOCK_SHARED) {
    if (pending_ != nullptr || exclusive_ != nullptr) return false;
    shared_.insert(holder);
    return true;
  }
  if (level == SQLITE_LOCK_RESERVED) {
    if (reserved_ != nullptr || pending_ != nullptr || exclusive_ != nullptr) return false;
    reserved_ = holder;
    return true;
  }
  const auto other = [&](Holder current) { return current != nullptr && current != holder; };
  if (other(reserved_) || other(pending_) || other(exclusive_)) return false;
  pending_ = holder;
  if (shared_.size() > (shared_.contains(holder) ? 1U : 0U)) return false;
  exclusive_ = holder;
  return true;
}

void FileLocks::unlock(Holder holder, int level) {
  if (level > SQLITE_LOCK_SHARED) return;
  if (exclusive_ == holder) exclusive_ = nullptr;
  if (pending_ == holder) pending_ = nullptr;
  if (reserved_ == holder) reserved_ = nullptr;
  if (level == SQLITE_LOCK_NONE) shared_.erase(holder);
}

char* FileLocks::region(std::size_t index, std::size_t size, bool extend) {
  if (index >= regions_.size() && !extend) return nullptr;
  while (regions_.size() <= index) regions_.push_back(std::make_unique<char[]>(size));
  return regions_[index].get();
}

bool FileLocks::shared_memory_lock(Holder holder, int first, int count, int flags) {
  const auto begin = static_cast<std::size_t>(first);
  const auto end = begin + static_cast<std::size_t>(count);
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    for (std::size_t i = begin; i < end; ++i) {
      if (slots_[i].exclusive == holder) slots_[i].exclusive = nullptr;
      slots_[i].shared.erase(holder);
    }
    return true;
  }
  for (std::size_t i = begin; i < end; ++i) {
    const Slot& slot = slots_[i];
    if (slot.exclusive != nullptr && slot.exclusive != holder) return false;
    const std::size_t own = slot.shared.contains(holder) ? 1 : 0;
    if (exclusive && slot.shared.size() > own) return false;
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (exclusive) {
      slots_[i].exclusive = holder;
    } else {
      slots_[i].shared.insert(holder);
    }
  }
  return true;
}

void FileLocks::shared_memory_unmap(Holder holder) {
  for (Slot& slot : slots_) {
    if (slot.exclusive == holder) slot.exclusive = nullptr;
    slot.shared.erase(holder);
  }
}

}  // namespace varde::sim
