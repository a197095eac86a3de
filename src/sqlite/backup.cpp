#include "sqlite/backup.hpp"

#include <memory>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "sqlite/database.hpp"
#include "sqlite/wal.hpp"

namespace varde::sqlite {
namespace {

constexpr int kPagesPerStep = 1'000;

struct BackupFinish {
  void operator()(sqlite_api::sqlite3_backup* backup) const {
    sqlite_api::sqlite3_backup_finish(backup);
  }
};

void copy(Session& from, Session& to, const Progress& progress) {
  // The open read keeps one state of the source: without it each commit of a writer would start the
  // copy anew.
  const Transaction snapshot(from, Mode::read);
  const auto page_size = static_cast<std::uint64_t>(number(from, "PRAGMA page_size"));
  number(from, "SELECT count(*) FROM sqlite_master");
  const std::unique_ptr<sqlite_api::sqlite3_backup, BackupFinish> backup(
      sqlite_api::sqlite3_backup_init(native(to), "main", native(from), "main"));
  int code = backup ? SQLITE_OK : sqlite_api::sqlite3_errcode(native(to));
  while (code == SQLITE_OK) {
    code = sqlite_api::sqlite3_backup_step(backup.get(), kPagesPerStep);
    const auto total =
        static_cast<std::uint64_t>(sqlite_api::sqlite3_backup_pagecount(backup.get()));
    const auto left =
        static_cast<std::uint64_t>(sqlite_api::sqlite3_backup_remaining(backup.get()));
    if (progress) progress((total - left) * page_size, total * page_size);
  }
  if (code != SQLITE_DONE) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errstr(code), code);
}

void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

Done backup_or_throw(const std::filesystem::path& from, const std::filesystem::path& to,
                     const Progress& progress) {
  auto partial = to;
  partial += ".partial";
  std::filesystem::remove(partial);
  {
    const auto source = open(from, {.mode = Mode::read});
    // Not through open(): a copy is one file, without a write-ahead log beside it.
    Session target(soci::sqlite3, connect_string(partial, Mode::write));
    copy(*source, target, progress);
  }
  std::filesystem::rename(partial, to);
  sync_folder(std::filesystem::absolute(to).parent_path());
  return Done{};
}

}  // namespace

Status backup_database(const std::filesystem::path& from, const std::filesystem::path& to,
                       const Progress& progress) {
  if (std::filesystem::exists(to))
    return Error{fmt::format("{} exists already: a backup never overwrites", to.string())};
  if (wal_hides_commits(from))
    return Error{fmt::format("backup of {}: {}", from.string(), kHiddenCommits)};
  return guarded(fmt::format("backup of {}", from.string()),
                 [&] { return backup_or_throw(from, to, progress); });
}

}  // namespace varde::sqlite
