#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "canary.hpp"
#include "disk.hpp"
#include "engine/sequencer.hpp"
#include "journal/sqlite_journal.hpp"
#include "store/sqlite_store.hpp"

namespace varde::sim {

/// What the journal has taken, as the one who asked it saw it.
struct Written {
  engine::Entry entry;
  std::string attachment;
};

/// The program's heart on a simulated disk: journal, store, recovery and sequencer as they ship,
/// joined as `varde serve` joins them, without its threads. Lives from a start to a crash or a
/// stop.
class House {
 public:
  /// Opens both files and recovers. An error is an expected one: the disk failed or died meanwhile.
  static Result<std::unique_ptr<House>> start(Canary canary);
  ~House();

  /// The core thread begins.
  void resume(Instant now);
  /// One turn of the core thread.
  engine::Sequencer::Batch turn(std::span<engine::Submission> submissions, Instant now);
  /// Entries whose commit was confirmed since the last call, and those whose fate is open because
  /// it failed.
  std::vector<Written> take_confirmed();
  const std::vector<Written>& in_doubt() const;

  /// One turn of the projector: some of what waits goes to the store. False when the store refused.
  bool project(std::size_t groups);
  bool caught_up() const { return waiting_.empty(); }
  /// What `varde serve` does now and then, when the store has caught up.
  void save_snapshot();
  void checkpoint();
  /// One turn of the outbox: a due message is delivered, whose key is given, or fails.
  std::optional<std::string> deliver(bool reached, Instant now);

  const engine::Engine& engine() const { return sequencer_->engine(); }
  journal::SqliteJournal& journal() { return *journal_; }
  store::SqliteStore& store() { return *store_; }

 private:
  class Watch;
  struct Group {
    std::vector<engine::Projection::Item> items;
    engine::Position upto = 0;
  };
  House();

  std::unique_ptr<journal::SqliteJournal> journal_;
  std::unique_ptr<store::SqliteStore> store_;
  std::unique_ptr<engine::Journal> canary_journal_;
  std::unique_ptr<Watch> watch_;
  std::unique_ptr<engine::Sequencer> sequencer_;
  std::deque<Group> waiting_;
  Canary canary_ = Canary::none;
};

/// The municipalities of the world that are told of their alarms.
std::set<tenancy::Municipality> told();

inline constexpr const char* kJournalFile = "/simulated/journal.db";
inline constexpr const char* kStoreFile = "/simulated/store.db";

}  // namespace varde::sim
