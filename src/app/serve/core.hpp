#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/gate.hpp"
#include "app/clock.hpp"
#include "app/config/config.hpp"
#include "app/core/core_thread.hpp"
#include "app/core/counters.hpp"
#include "app/core/projector.hpp"
#include "app/data_folder.hpp"
#include "app/serve/device_directory.hpp"
#include "app/serve/periodic.hpp"
#include "app/serve/watched_journal.hpp"
#include "journal/sqlite_journal.hpp"
#include "notify/outbox_sender.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {

/// What holds the state and moves it: journal, store, and the threads between them and out to the
/// webhooks.
class Core {
 public:
  /// Opens the folder's journal and store and brings both to the end of the journal. Nothing runs
  /// yet.
  static Result<std::unique_ptr<Core>> open(const DataFolder& folder, const Config& config);
  ~Core();

  /// Starts the threads. `publish` is called on the projector's thread after the store has applied.
  void start(Projector::Publish publish);
  /// Commits and answers what waits, brings the store to the end, keeps a snapshot, and ends the
  /// threads. Intake is to have stopped.
  void stop();

  engine::Inbox& inbox() { return *core_; }
  const access::Gate& gate() const { return gate_; }
  const DeviceDirectory& devices() const { return directory_; }
  store::SqliteStore& store() { return *store_; }
  bool has_webhook(tenancy::Municipality municipality) const;

  /// Empty = what is acknowledged can be kept; otherwise what is wrong.
  std::string not_ready() const;

  // For /metrics.
  const Counters& counters() const { return counters_; }
  const notify::OutboxSender::Counters& outbox_counters() const { return outbox_->counters(); }
  std::size_t inbox_depth() const { return core_->depth(); }
  std::size_t backlog() const { return projector_.backlog(); }
  engine::Position position() const { return core_->position(); }
  engine::Position applied() const { return projector_.applied(); }
  std::size_t open_alarms() const { return core_->open_alarms(); }
  std::uint64_t journal_wal_bytes() const { return journal_->wal_bytes(); }
  std::uint64_t disk_free_bytes() const;

 private:
  Core(const DataFolder& folder, const Config& config, std::vector<notify::Webhook> webhooks,
       std::unique_ptr<journal::SqliteJournal> journal, std::unique_ptr<store::SqliteStore> store,
       engine::Engine engine);

  DataFolder folder_;
  std::vector<notify::Webhook> webhooks_;
  std::unique_ptr<journal::SqliteJournal> journal_;
  WatchedJournal watched_;
  std::unique_ptr<store::SqliteStore> store_;
  DeviceDirectory directory_;
  Counters counters_;
  Projector::Publish publish_;
  Projector projector_;
  std::unique_ptr<CoreThread> core_;
  access::Gate gate_;
  std::unique_ptr<notify::OutboxSender> outbox_;
  std::optional<Periodic> maintenance_;
};

}  // namespace varde::app
