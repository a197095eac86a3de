#include "journal/writer.hpp"

#include <fmt/format.h>

#include "base/log.hpp"

namespace varde::journal {
namespace {

constexpr std::uint64_t kWalBytes = 64ULL * 1024 * 1024;
constexpr std::uint64_t kWalRetryBytes = 16ULL * 1024 * 1024;

int note_wal_pages(void* pages, sqlite_api::sqlite3*, const char*, int count) {
  static_cast<std::atomic<std::uint64_t>*>(pages)->store(static_cast<std::uint64_t>(count));
  return SQLITE_OK;
}

void set(soci::blob& blob, std::string_view bytes) {
  blob.trim(0);
  blob.write(0, bytes.data(), bytes.size());
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::filesystem::path& journal) {
  auto path = journal;
  path += ".lock";
  try {
    auto session = std::make_unique<sqlite::Session>(
        soci::sqlite3, sqlite::connect_string(path, sqlite::Mode::write));
    sqlite_api::sqlite3_busy_timeout(sqlite::native(*session), 0);
    sqlite::execute(*session, "BEGIN EXCLUSIVE");
    return WriterLock(std::move(session));
  } catch (const soci::sqlite3_soci_error& failure) {
    if (failure.result() == SQLITE_BUSY)
      return Error{"another process has it open for writing: stop that one first"};
    return Error{fmt::format("{}: {}", path.string(), sqlite::reason(failure))};
  }
}

Writer::Writer(WriterLock lock, std::unique_ptr<sqlite::Session> session)
    : lock_(std::move(lock)),
      session_(std::move(session)),
      page_bytes_(static_cast<std::uint64_t>(sqlite::number(*session_, "PRAGMA page_size"))),
      checkpoint_at_bytes_(kWalBytes),
      bytes_(*session_),
      hash_(*session_),
      insert_page_((session_->prepare << "INSERT INTO page VALUES(:first, :count, :bytes, :hash)",
                    soci::use(position_), soci::use(count_), soci::use(bytes_), soci::use(hash_))),
      insert_attachment_((session_->prepare << "INSERT INTO attachment VALUES(:position, :bytes)",
                          soci::use(position_), soci::use(bytes_))) {
  sqlite_api::sqlite3_wal_hook(sqlite::native(*session_), note_wal_pages, &wal_pages_);
}

Writer::~Writer() { sqlite_api::sqlite3_wal_hook(sqlite::native(*session_), nullptr, nullptr); }

void Writer::insert(const Page& page, std::span<const std::string_view> attachments) {
  position_ = static_cast<long long>(page.first);
  count_ = static_cast<long long>(page.count);
  set(bytes_, page.bytes);
  set(hash_, {reinterpret_cast<const char*>(page.hash.data()), page.hash.size()});
  insert_page_.execute(true);
  for (const auto attachment : attachments) {
    if (!attachment.empty()) {
      set(bytes_, attachment);
      insert_attachment_.execute(true);
    }
    ++position_;
  }
}

Result<Tail> Writer::append(std::span<const engine::Entry> entries,
                            std::span<const std::string_view> attachments, const Tail& tail) {
  const Page page = make_page(entries, tail.head);
  const Tail after{entries.back().position, entries.back().time, page.hash};
  auto done = sqlite::guarded("append", [&] {
    sqlite::Transaction transaction(*session_, sqlite::Mode::write);
    if (unsure_) {
      sqlite::execute(*session_,
                      fmt::format("DELETE FROM page WHERE first_position > {}", tail.position));
      sqlite::execute(*session_,
                      fmt::format("DELETE FROM attachment WHERE position > {}", tail.position));
    }
    insert(page, attachments);
    transaction.commit();
    unsure_ = false;
    return Done{};
  });
  if (!done && !landed(tail, after)) return done.error();
  keep_wal_bounded();
  return after;
}

/// After a failure: whether the commit took place all the same. Sets `unsure_` unless it is certain
/// that nothing did.
bool Writer::landed(const Tail& before, const Tail& after) {
  const auto last = sqlite::guarded("re-reading the end", [&] {
    return static_cast<engine::Position>(sqlite::number(
        *session_,
        "SELECT first_position + count - 1 FROM page ORDER BY first_position DESC LIMIT 1"));
  });
  const bool did = last && *last == after.position && !unsure_;
  unsure_ = !did && (!last || *last != before.position);
  if (unsure_)
    log::warning("journal.unsure", "an append failed and may have left entries after {}",
                 before.position);
  return did;
}

/// The log is cut back by the next commit after a checkpoint that reached its end. While a reader
/// (a backup) holds an old state that cannot be, so there is a pause between tries.
void Writer::keep_wal_bounded() {
  const std::uint64_t size = wal_bytes();
  if (size < kWalBytes) checkpoint_at_bytes_ = kWalBytes;
  if (size < checkpoint_at_bytes_) return;
  checkpoint_at_bytes_ = size + kWalRetryBytes;
  const auto done = sqlite::guarded("checkpoint", [&] {
    sqlite::execute(*session_, "PRAGMA wal_checkpoint(PASSIVE)");
    return Done{};
  });
  if (!done) log::warning("journal.checkpoint_failed", "{}", done.error().message);
}

}  // namespace varde::journal
