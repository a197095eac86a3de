#include "journal/cursor.hpp"

#include <cstring>

namespace varde::journal {
namespace {

/// A hash of any other length is nobody's hash.
Sha256 hash_of(soci::blob& blob) {
  Sha256 hash;
  hash.fill(0xFF);
  const std::string bytes = content(blob);
  if (bytes.size() == hash.size()) std::memcpy(hash.data(), bytes.data(), hash.size());
  return hash;
}

}  // namespace

std::string content(soci::blob& blob) {
  std::string bytes(blob.get_len(), '\0');
  if (!bytes.empty()) blob.read(0, bytes.data(), bytes.size());
  return bytes;
}

PageCursor::PageCursor(sqlite::Session& session, engine::Position from)
    : start_(static_cast<long long>(from)), bytes_(session), hash_(session), statement_(session) {
  session << "SELECT coalesce(max(first_position), 0) FROM page WHERE first_position <= :start",
      soci::use(start_), soci::into(start_);
  session
      << "SELECT hash FROM page WHERE first_position < :start ORDER BY first_position DESC LIMIT 1",
      soci::use(start_), soci::into(hash_);
  if (session.got_data()) before_ = hash_of(hash_);
  statement_ = (session.prepare << "SELECT first_position, count, bytes, hash FROM page "
                                   "WHERE first_position >= :start ORDER BY first_position",
                soci::use(start_), soci::into(first_), soci::into(count_), soci::into(bytes_),
                soci::into(hash_));
  statement_.execute();
}

bool PageCursor::next(Page& page) {
  if (!statement_.fetch()) return false;
  page.first = static_cast<engine::Position>(first_);
  page.count = static_cast<std::uint64_t>(count_);
  page.bytes = content(bytes_);
  page.hash = hash_of(hash_);
  return true;
}

AttachmentCursor::AttachmentCursor(sqlite::Session& session, engine::Position from)
    : start_(static_cast<long long>(from)), bytes_(session), statement_(session) {
  statement_ =
      (session.prepare
           << "SELECT position, bytes FROM attachment WHERE position >= :start ORDER BY position",
       soci::use(start_), soci::into(position_), soci::into(bytes_, indicator_));
  statement_.execute();
  more_ = statement_.fetch();
}

AttachmentCursor::Found AttachmentCursor::at(engine::Position position, std::string& bytes) {
  while (more_ && static_cast<engine::Position>(position_) < position) {
    if (!stray_) stray_ = static_cast<engine::Position>(position_);
    more_ = statement_.fetch();
  }
  if (!more_ || static_cast<engine::Position>(position_) != position) return Found::none;
  const bool kept = indicator_ == soci::i_ok;
  if (kept) bytes = content(bytes_);
  more_ = statement_.fetch();
  return kept ? Found::kept : Found::erased;
}

std::optional<engine::Position> AttachmentCursor::stray() const {
  if (!stray_ && more_) return static_cast<engine::Position>(position_);
  return stray_;
}

}  // namespace varde::journal
