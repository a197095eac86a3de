#include "app/backup.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/files.hpp"
#include "journal/sqlite_journal.hpp"
#include "sqlite/backup.hpp"

namespace varde::app {
namespace {

namespace fs = std::filesystem;

Result<std::uint64_t> verified(const DataFolder& folder, const Progress& progress) {
  const auto found = verify_folder(folder, progress);
  if (!found) return found.error();
  if (!found->faults.empty())
    return Error{fmt::format("{}: {}", folder.root.string(), fmt::join(found->faults, "; "))};
  return found->entries;
}

/// What stands beside the databases and is no database: a demo's marker and keys.
Status copy_rest(const DataFolder& from, const DataFolder& to) {
  std::error_code failed;
  const auto how = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
  if (from.is_demo()) fs::copy(from.demo_marker(), to.demo_marker(), how, failed);
  if (!failed && fs::exists(from.keys())) fs::copy(from.keys(), to.keys(), how, failed);
  if (failed) return Error{fmt::format("{}: {}", to.root.string(), failed.message())};
  return Done{};
}

/// Store first: an entry the store has seen is then surely in the journal's later copy.
Status copy(const DataFolder& from, const DataFolder& to, const Progress& progress) {
  if (auto done = sqlite::backup_database(from.store(), to.store(), progress); !done) return done;
  if (auto done = sqlite::backup_database(from.journal(), to.journal(), progress); !done)
    return done;
  if (fs::exists(from.cases()))
    if (auto done = sqlite::backup_database(from.cases(), to.cases(), progress); !done) return done;
  return copy_rest(from, to);
}

Status refuse_if_in_use(const DataFolder& folder) {
  if (!fs::exists(folder.journal())) return Done{};
  const auto journal =
      journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
  if (journal) return Done{};
  return journal.error();
}

Status remove_databases(const DataFolder& folder) {
  std::error_code failed;
  for (const auto& file : {folder.journal(), folder.store(), folder.cases(), folder.demo_marker()})
    for (const char* end : {"", "-wal", "-shm"})
      if (!failed) fs::remove(file.string() + end, failed);
  if (failed) return Error{fmt::format("{}: {}", folder.root.string(), failed.message())};
  return Done{};
}

}  // namespace

Result<std::uint64_t> backup_folder(const DataFolder& from, const DataFolder& to,
                                    const Progress& progress) {
  if (!from.has_data()) return Error{fmt::format("{}: no data there", from.root.string())};
  std::error_code failed;
  if (fs::exists(to.root, failed) && !fs::is_empty(to.root, failed))
    return Error{fmt::format("{}: not empty; give a new folder", to.root.string())};
  if (auto made = make_private_folder(to.root); !made) return made.error();
  if (auto done = copy(from, to, progress); !done) return done.error();
  return verified(to, progress);
}

Result<std::uint64_t> restore_folder(const DataFolder& from, const DataFolder& to, bool force,
                                     const Progress& progress) {
  const auto entries = verified(from, progress);
  if (!entries) return entries;
  if (to.has_data() && !force)
    return Error{fmt::format("{}: holds data; --force replaces it", to.root.string())};
  if (auto free = refuse_if_in_use(to); !free) return free.error();
  // The copy is complete beside the old data before that goes.
  const DataFolder fresh{to.root.string() + ".restoring"};
  std::error_code failed;
  fs::remove_all(fresh.root, failed);
  for (const auto& folder : {fresh, to})
    if (auto made = make_private_folder(folder.root); !made) return made.error();
  if (auto done = copy(from, fresh, progress); !done) return done.error();
  if (auto done = remove_databases(to); !done) return done.error();
  fs::rename(fresh.journal(), to.journal(), failed);
  if (!failed) fs::rename(fresh.store(), to.store(), failed);
  if (!failed && fs::exists(fresh.cases())) fs::rename(fresh.cases(), to.cases(), failed);
  if (failed) return Error{fmt::format("{}: {}", to.root.string(), failed.message())};
  if (auto done = copy_rest(fresh, to); !done) return done.error();
  fs::remove_all(fresh.root, failed);
  return entries;
}

}  // namespace varde::app
