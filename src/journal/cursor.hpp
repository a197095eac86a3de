#pragma once

#include <optional>
#include <span>
#include <string>

#include "journal/page.hpp"
#include "sqlite/database.hpp"
#include "sqlite/migration.hpp"

// The rows of the journal's tables, in order. Everything here throws soci::soci_error when the file
// cannot be read.
namespace varde::journal {

std::span<const sqlite::Migration> migrations();

/// The pages from the one that holds `from` on.
class PageCursor {
 public:
  PageCursor(sqlite::Session& session, engine::Position from);
  PageCursor(const PageCursor&) = delete;
  PageCursor& operator=(const PageCursor&) = delete;
  /// False after the last. A row that cannot be a page (no 32-byte hash) comes with a hash that
  /// fits nothing.
  bool next(Page& page);
  /// The hash of the chain before the first page that next() gives.
  const Sha256& before() const { return before_; }

 private:
  long long start_;
  long long first_ = 0;
  long long count_ = 0;
  soci::blob bytes_;
  soci::blob hash_;
  soci::statement statement_;
  Sha256 before_{};
};

/// The attachments from position `from` on.
class AttachmentCursor {
 public:
  AttachmentCursor(sqlite::Session& session, engine::Position from);
  AttachmentCursor(const AttachmentCursor&) = delete;
  AttachmentCursor& operator=(const AttachmentCursor&) = delete;

  enum class Found : std::uint8_t { none, erased, kept };
  /// For positions asked for in rising order; `bytes` is set when kept.
  Found at(engine::Position position, std::string& bytes);
  /// The first attachment that at() passed over or has not come to: it belongs to no entry that was
  /// asked for.
  std::optional<engine::Position> stray() const;

 private:
  long long start_;
  long long position_ = 0;
  soci::blob bytes_;
  soci::indicator indicator_ = soci::i_null;
  soci::statement statement_;
  bool more_ = true;
  std::optional<engine::Position> stray_;
};

std::string content(soci::blob& blob);

}  // namespace varde::journal
