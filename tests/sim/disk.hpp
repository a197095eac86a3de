#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "random.hpp"

namespace varde::sim {

/// What a disk answers to a change.
enum class DiskAnswer : std::uint8_t { done, full, failed };

/// A file as a reader sees it, as a power cut would leave it at best (`kept`), and the changes
/// between the two.
struct File {
  struct Change {
    std::size_t offset = 0;
    std::string bytes;
    bool truncates = false;  ///< cuts the file at `offset`; no bytes
  };
  std::string seen;
  std::string kept;
  std::vector<Change> unsynced;
  bool name_kept = false;  ///< its directory entry is on the disk too
};

/// A disk in memory that tells written from synced, and fails when told to. Every write,
/// truncation, removal and sync is one operation; a crash is set for an operation ahead, and from
/// then on the disk answers nothing (the process is dead, whatever its last lines of code still
/// try).
class Disk {
 public:
  explicit Disk(std::uint64_t seed) : random_(seed) {}

  std::shared_ptr<File> open(const std::string& name, bool create);
  bool exists(const std::string& name) const { return !dead_ && files_.contains(name); }
  DiskAnswer read(const File& file, std::size_t offset, std::span<char> into, std::size_t& count);
  DiskAnswer write(File& file, std::size_t offset, std::string_view bytes);
  DiskAnswer truncate(File& file, std::size_t size);
  DiskAnswer sync(File& file);
  DiskAnswer remove(const std::string& name, bool durably);

  /// The power goes during the `operations`-th operation from now; 1 = the next one.
  void crash_after(std::uint64_t operations) { crash_at_ = operations_ + operations; }
  void kill() { dead_ = true; }
  bool dead() const { return dead_; }
  std::uint64_t operations() const { return operations_; }

  /// While full, no file grows.
  void set_full(bool full) { full_ = full; }
  /// The next `count` syncs fail. As on Linux, what was to be synced then may be lost although
  /// later syncs succeed.
  void fail_syncs(unsigned count) { failing_syncs_ = count; }
  /// A disk that says "synced" and is not: what no program can survive, and what the simulator must
  /// notice.
  void set_lying(bool lying) { lying_ = lying; }
  void heal();
  bool healthy() const { return !full_ && failing_syncs_ == 0 && !dead_; }

  enum class Loss : std::uint8_t {
    nothing,  ///< only the process died: the operating system writes everything in the end
    all,      ///< every unsynced change is lost
    some,     ///< each 512-byte sector of each unsynced change is kept or lost on its own, in any
              ///< order
  };
  /// The disk after the crash, as the next start finds it. This one is of no use afterwards.
  std::shared_ptr<Disk> after_crash(Loss loss);

  Random& random() { return random_; }
  std::string content(const std::string& name) const;

 private:
  bool begin_operation();
  void sync_directory();
  void keep_some(File& file);
  static void apply(std::string& content, const File::Change& change);

  std::map<std::string, std::shared_ptr<File>> files_;
  std::map<std::string, std::shared_ptr<File>> removed_;  ///< whose removal is not on the disk yet
  Random random_;
  std::uint64_t operations_ = 0;
  std::uint64_t crash_at_ = 0;
  unsigned failing_syncs_ = 0;
  bool full_ = false;
  bool lying_ = false;
  bool dead_ = false;
};

}  // namespace varde::sim
