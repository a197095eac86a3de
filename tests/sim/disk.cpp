#include "disk.hpp"

#include <algorithm>
#include <cstring>

namespace varde::sim {

namespace {
constexpr std::size_t kSector = 512;
}

std::shared_ptr<File> Disk::open(const std::string& name, bool create) {
  if (dead_) return nullptr;
  const auto found = files_.find(name);
  if (found != files_.end()) return found->second;
  if (!create) return nullptr;
  return files_[name] = std::make_shared<File>();
}

// False when the machine has no power any more. The operation at which it goes is carried out,
// unsynced.
bool Disk::begin_operation() {
  if (dead_) return false;
  ++operations_;
  return true;
}

void Disk::apply(std::string& content, const File::Change& change) {
  if (change.truncates) {
    content.resize(std::min(content.size(), change.offset));
    return;
  }
  content.resize(std::max(content.size(), change.offset + change.bytes.size()));
  std::memcpy(content.data() + change.offset, change.bytes.data(), change.bytes.size());
}

DiskAnswer Disk::read(const File& file, std::size_t offset, std::span<char> into,
                      std::size_t& count) {
  count = 0;
  if (dead_) return DiskAnswer::failed;
  if (offset >= file.seen.size()) return DiskAnswer::done;
  count = std::min(into.size(), file.seen.size() - offset);
  std::memcpy(into.data(), file.seen.data() + offset, count);
  return DiskAnswer::done;
}

DiskAnswer Disk::write(File& file, std::size_t offset, std::string_view bytes) {
  if (!begin_operation()) return DiskAnswer::failed;
  if (full_ && offset + bytes.size() > file.seen.size()) return DiskAnswer::full;
  File::Change change{offset, std::string(bytes), false};
  apply(file.seen, change);
  file.unsynced.push_back(std::move(change));
  if (operations_ != crash_at_) return DiskAnswer::done;
  dead_ = true;
  return DiskAnswer::failed;
}

DiskAnswer Disk::truncate(File& file, std::size_t size) {
  if (!begin_operation()) return DiskAnswer::failed;
  File::Change change{size, {}, true};
  apply(file.seen, change);
  file.unsynced.push_back(std::move(change));
  if (operations_ != crash_at_) return DiskAnswer::done;
  dead_ = true;
  return DiskAnswer::failed;
}

DiskAnswer Disk::sync(File& file) {
  if (!begin_operation()) return DiskAnswer::failed;
  if (operations_ == crash_at_) {
    dead_ = true;
    return DiskAnswer::failed;
  }
  if (failing_syncs_ > 0) {
    --failing_syncs_;
    // The kernel reports the failure once and forgets which pages it was about (Rebello et al.,
    // "Can applications recover from fsync failures?", 2020).
    keep_some(file);
    file.unsynced.clear();
    return DiskAnswer::failed;
  }
  if (lying_) return DiskAnswer::done;
  for (const File::Change& change : file.unsynced) apply(file.kept, change);
  file.unsynced.clear();
  if (!file.name_kept) sync_directory();
  return DiskAnswer::done;
}

// As SQLite's own file system does with a file's first sync: all names, and all removals until now,
// reach the disk.
void Disk::sync_directory() {
  removed_.clear();
  for (const auto& [name, file] : files_) file->name_kept = true;
}

DiskAnswer Disk::remove(const std::string& name, bool durably) {
  if (!begin_operation()) return DiskAnswer::failed;
  const auto found = files_.find(name);
  if (found == files_.end()) return DiskAnswer::done;
  if (found->second->name_kept) removed_[name] = found->second;
  files_.erase(found);
  if (operations_ == crash_at_) {
    dead_ = true;
    return DiskAnswer::failed;
  }
  if (durably && !lying_) sync_directory();
  return DiskAnswer::done;
}

void Disk::heal() {
  full_ = false;
  lying_ = false;
  failing_syncs_ = 0;
  crash_at_ = 0;
}

// Each sector of each change finds its way to the disk, or not.
void Disk::keep_some(File& file) {
  for (const File::Change& change : file.unsynced) {
    if (change.truncates) {
      if (random_.chance(50)) apply(file.kept, change);
      continue;
    }
    for (std::size_t at = 0; at < change.bytes.size();) {
      const std::size_t size =
          std::min(kSector - (change.offset + at) % kSector, change.bytes.size() - at);
      if (random_.chance(50)) {
        apply(file.kept, {change.offset + at, change.bytes.substr(at, size), false});
      }
      at += size;
    }
  }
}

std::shared_ptr<Disk> Disk::after_crash(Loss loss) {
  auto next = std::make_shared<Disk>(random_.next());
  const auto carry_over = [&](const std::string& name, File& file) {
    auto copy = std::make_shared<File>();
    if (loss == Loss::some) keep_some(file);
    copy->kept = std::move(loss == Loss::nothing ? file.seen : file.kept);
    copy->seen = copy->kept;
    copy->name_kept = true;
    next->files_[name] = std::move(copy);
  };
  if (loss != Loss::nothing) {
    for (const auto& [name, file] : removed_) {
      if (loss == Loss::all || random_.chance(50)) carry_over(name, *file);
    }
  }
  for (const auto& [name, file] : files_) {
    const bool there =
        loss == Loss::nothing || file->name_kept || (loss == Loss::some && random_.chance(50));
    if (there) carry_over(name, *file);
  }
  return next;
}

std::string Disk::content(const std::string& name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? std::string() : found->second->seen;
}

}  // namespace varde::sim
