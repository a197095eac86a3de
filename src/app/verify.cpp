#include "app/verify.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <stdlib.h>

#include "base/digest.hpp"
#include "engine/sequencer.hpp"
#include "journal/sqlite_journal.hpp"
#include "journal/verify.hpp"
#include "sqlite/backup.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {
namespace {

/// A folder that goes with the object.
class WorkFolder {
 public:
  WorkFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "varde-verify-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  bool made() const { return !path_.empty(); }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// A journal as it was when its last entry was `last`.
class Until final : public engine::Journal {
 public:
  Until(const engine::Journal& journal, engine::Position last, const Progress& progress)
      : journal_(journal), last_(last), progress_(progress) {}

  Status append(std::span<const engine::Entry>, std::span<const std::string_view>) override {
    return Error{"this journal is for reading"};
  }
  Status read(engine::Position from, const Visitor& visit) const override {
    return journal_.read(from, [&](const engine::Entry& entry, std::string_view attachment) {
      if (entry.position > last_) return false;
      constexpr engine::Position kStep = 4'096;
      if (entry.position % kStep == 0) progress_(entry.position, last_);
      return visit(entry, attachment);
    });
  }
  engine::Position last() const override { return last_; }
  Instant last_time() const override { return journal_.last_time(); }

 private:
  const engine::Journal& journal_;
  engine::Position last_;
  const Progress& progress_;
};

/// Names the read models of `store` that are not what the journal makes of them.
Result<std::vector<std::string>> compare(const store::SqliteStore& store,
                                         const engine::Journal& journal, const WorkFolder& work,
                                         const Progress& progress) {
  auto rebuilt = store::SqliteStore::open(work / "rebuilt.db", {.readers = 1});
  if (!rebuilt) return rebuilt.error();
  const auto engine = engine::recover(Until{journal, store.position(), progress}, **rebuilt);
  if (!engine) return engine.error();
  std::vector<std::string> differ;
  const auto expected = (*rebuilt)->dump_read_models();
  for (const auto& table : store.dump_read_models()) {
    const auto same = std::ranges::find(expected, table.table, &store::TableSum::table);
    if (same == expected.end() || *same != table)
      differ.push_back(fmt::format("store: {} ({} rows) is not what the journal makes of it",
                                   table.table, table.rows));
  }
  return differ;
}

Status check_store(const DataFolder& folder, Verified& verified, const Progress& progress) {
  const WorkFolder work;
  if (!work.made()) return Error{"no folder could be made for the comparison"};
  // A copy stands still while it is looked at, however busy the server is.
  auto copied = sqlite::backup_database(folder.store(), work / "store.db", {});
  if (!copied) return copied;
  const auto store = store::SqliteStore::open(work / "store.db", {.readers = 1});
  if (!store) return store.error();
  auto journal = journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::read);
  if (!journal) return journal.error();
  const auto position = (*store)->position();
  if (position > (*journal)->last()) {
    verified.faults.push_back(
        fmt::format("journal: ends at entry {}, but the store has seen entry {}: entries are lost",
                    (*journal)->last(), position));
    return Done{};
  }
  auto differ = compare(**store, **journal, work, progress);
  if (!differ) return differ.error();
  std::ranges::move(*differ, std::back_inserter(verified.faults));
  return Done{};
}

}  // namespace

Result<Verified> verify_folder(const DataFolder& folder, const Progress& progress) {
  const auto chain = journal::verify(folder.journal());
  if (!chain) return chain.error();
  Verified verified;
  verified.entries = chain->entries;
  verified.attachments = chain->attachments;
  verified.erased = chain->erased;
  verified.head = to_hex(chain->head);
  if (!chain->ok()) {
    verified.faults.push_back("journal: " + journal::to_string(*chain->fault));
    return verified;
  }
  if (!std::filesystem::exists(folder.store())) {
    verified.faults.push_back(
        "store: is not there; people, accounts and secrets are in a backup only, alarms are made "
        "again from the journal at the next start");
    return verified;
  }
  const auto checked = check_store(folder, verified, progress);
  if (!checked) return checked.error();
  return verified;
}

}  // namespace varde::app
