#pragma once

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace varde::sim {

/// Locks of one database file between the connections of one process, as SQLite's file locking
/// describes them (sqlite.org/lockingv3.html), and the shared memory of its write-ahead log
/// (sqlite.org/walformat.html section 2.3). Both vanish with the process. A holder is any pointer
/// that tells connections apart.
class FileLocks {
 public:
  using Holder = const void*;

  /// `level` is SQLITE_LOCK_SHARED, _RESERVED or _EXCLUSIVE; false = busy.
  bool lock(Holder holder, int level);
  void unlock(Holder holder, int level);
  bool reserved() const { return reserved_ != nullptr || exclusive_ != nullptr; }
  int level(Holder holder) const;

  char* region(std::size_t index, std::size_t size, bool extend);
  /// `flags` are SQLITE_SHM_LOCK or _UNLOCK with _SHARED or _EXCLUSIVE, for slots first .. first +
  /// count - 1.
  bool shared_memory_lock(Holder holder, int first, int count, int flags);
  void shared_memory_unmap(Holder holder);

 private:
  static constexpr std::size_t kSlots = 8;
  struct Slot {
    std::set<Holder> shared;
    Holder exclusive = nullptr;
  };

  std::set<Holder> shared_;
  Holder reserved_ = nullptr;
  Holder pending_ = nullptr;
  Holder exclusive_ = nullptr;
  std::array<Slot, kSlots> slots_;
  std::vector<std::unique_ptr<char[]>> regions_;
};

}  // namespace varde::sim
