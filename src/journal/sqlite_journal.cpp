#include "journal/sqlite_journal.hpp"

#include <atomic>
#include <mutex>

#include <fmt/format.h>

#include "base/log.hpp"
#include "journal/append_check.hpp"
#include "journal/walk.hpp"
#include "journal/writer.hpp"
#include "sqlite/settle.hpp"
#include "sqlite/wal.hpp"

namespace varde::journal {

struct SqliteJournal::Impl {
  std::filesystem::path path;
  std::optional<Writer> writer;  ///< none when open for reading
  Tail tail;

  std::mutex maintenance_mutex;
  std::unique_ptr<sqlite::Session> maintenance;

  std::string named(std::string_view what) const {
    return fmt::format("journal {}: {}", path.string(), what);
  }
};

namespace {

Error read_only(const std::filesystem::path& path) {
  return Error{fmt::format("journal {} is open for reading only", path.string())};
}

/// The last page read whole: it tells the last position, time and hash. A journal that ends in
/// damage is not opened.
Tail read_tail(sqlite::Session& session) {
  Tail tail;
  const auto start = sqlite::number(session, "SELECT max(first_position) FROM page");
  if (start == 0) return tail;
  const auto fault =
      walk(session, static_cast<engine::Position>(start), tail.head,
           [&](const engine::Entry& entry, AttachmentCursor::Found, std::string_view) {
             tail.position = entry.position;
             tail.time = entry.time;
             return true;
           });
  if (fault)
    throw std::runtime_error(to_string(*fault) + "; `varde verify` tells how much is good");
  return tail;
}

}  // namespace

SqliteJournal::SqliteJournal(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SqliteJournal::~SqliteJournal() = default;

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const std::filesystem::path& path,
                                                           Mode mode) {
  const auto name = fmt::format("journal {}", path.string());
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  auto opened = sqlite::guarded(name, [&]() -> Status {
    if (mode == Mode::read) {
      const auto session = sqlite::open(path, {.mode = sqlite::Mode::read});
      if (auto schema = sqlite::check_schema(*session, migrations()); !schema) return schema;
      impl->tail = read_tail(*session);
      return Done{};
    }
    auto lock = WriterLock::take(path);
    if (!lock) return lock.error();
    if (sqlite::wal_hides_commits(path)) return Error{std::string(sqlite::kHiddenCommits)};
    auto session = sqlite::open(path, {.mode = sqlite::Mode::write});
    sqlite::settle_log(*session);
    if (auto schema = sqlite::migrate(*session, migrations()); !schema) return schema;
    impl->tail = read_tail(*session);
    impl->maintenance = sqlite::open(path, {.mode = sqlite::Mode::write});
    impl->writer.emplace(std::move(lock).value(), std::move(session));
    return Done{};
  });
  if (!opened) return opened.error();
  if (!*opened) return Error{name + ": " + opened->error().message};
  return std::unique_ptr<SqliteJournal>(new SqliteJournal(std::move(impl)));
}

Status SqliteJournal::append(std::span<const engine::Entry> entries,
                             std::span<const std::string_view> attachments) {
  if (!impl_->writer) return read_only(impl_->path);
  check_append(entries, attachments, impl_->tail.position, impl_->tail.time);
  const auto added = impl_->writer->append(entries, attachments, impl_->tail);
  if (!added) return Error{impl_->named(added.error().message)};
  impl_->tail = *added;
  return Done{};
}

Status SqliteJournal::read(engine::Position from, const Visitor& visit) const {
  return sqlite::guarded(impl_->named("read"), [&] {
    const auto session = sqlite::open(impl_->path, {.mode = sqlite::Mode::read});
    Sha256 head;
    const auto fault = walk(*session, std::max<engine::Position>(from, 1), head,
                            [&](const engine::Entry& entry, AttachmentCursor::Found,
                                std::string_view attachment) { return visit(entry, attachment); });
    if (fault) throw std::runtime_error(to_string(*fault));
    return Done{};
  });
}

engine::Position SqliteJournal::last() const { return impl_->tail.position; }

Instant SqliteJournal::last_time() const { return impl_->tail.time; }

Status SqliteJournal::erase_attachment(engine::Position position) {
  if (!impl_->writer) return read_only(impl_->path);
  const std::lock_guard guard(impl_->maintenance_mutex);
  const auto erased = sqlite::guarded(impl_->named("erase"), [&] {
    sqlite::execute(
        *impl_->maintenance,
        fmt::format("UPDATE attachment SET bytes = NULL WHERE position = {} AND bytes IS NOT NULL",
                    position));
    return sqlite_api::sqlite3_changes(sqlite::native(*impl_->maintenance)) > 0;
  });
  if (!erased) return erased.error();
  if (!*erased) return no_attachment(position);
  return Done{};
}

Status SqliteJournal::checkpoint() {
  if (!impl_->writer) return read_only(impl_->path);
  const std::lock_guard guard(impl_->maintenance_mutex);
  return sqlite::guarded(impl_->named("checkpoint"), [&] {
    sqlite::execute(*impl_->maintenance, "PRAGMA wal_checkpoint(PASSIVE)");
    return Done{};
  });
}

std::uint64_t SqliteJournal::wal_bytes() const {
  return impl_->writer ? impl_->writer->wal_bytes() : 0;
}

}  // namespace varde::journal
