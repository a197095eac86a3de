#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "journal/page.hpp"
#include "sqlite/database.hpp"

namespace varde::journal {

/// Where the journal ends.
struct Tail {
  engine::Position position = 0;
  Instant time{};
  Sha256 head{};
};

/// Held for as long as the journal is open for writing; goes with the process, however that ends. A
/// lock of a database of its own (<journal>.lock), because one on the journal itself would keep
/// readers out.
class WriterLock {
 public:
  static Result<WriterLock> take(const std::filesystem::path& journal);

 private:
  explicit WriterLock(std::unique_ptr<sqlite::Session> session) : session_(std::move(session)) {}
  std::unique_ptr<sqlite::Session> session_;
};

/// The connection that appends, with its prepared statements.
class Writer {
 public:
  Writer(WriterLock lock, std::unique_ptr<sqlite::Session> session);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// One commit; gives the new tail.
  Result<Tail> append(std::span<const engine::Entry> entries,
                      std::span<const std::string_view> attachments, const Tail& tail);
  std::uint64_t wal_bytes() const { return wal_pages_ * page_bytes_; }

 private:
  void insert(const Page& page, std::span<const std::string_view> attachments);
  bool landed(const Tail& before, const Tail& after);
  void keep_wal_bounded();

  WriterLock lock_;
  std::unique_ptr<sqlite::Session> session_;
  std::uint64_t page_bytes_;
  std::atomic<std::uint64_t> wal_pages_ = 0;
  std::uint64_t checkpoint_at_bytes_;
  bool unsure_ = false;  ///< a failed append may have left rows behind the tail

  // What the prepared statements are bound to.
  long long position_ = 0;
  long long count_ = 0;
  soci::blob bytes_;
  soci::blob hash_;
  soci::statement insert_page_;
  soci::statement insert_attachment_;
};

}  // namespace varde::journal
