#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/core/counters.hpp"
#include "app/core/gate.hpp"
#include "app/core/projector.hpp"
#include "app/core/source_limiter.hpp"
#include "engine/onward_time.hpp"
#include "engine/ports.hpp"
#include "engine/sequencer.hpp"

namespace varde::app {

/// The one thread that owns the engine and writes the journal, behind a bounded inbox that any
/// thread may fill.
///
/// What waits is committed in groups of at most limits::kEntriesPerCommit: while one group is on
/// its way to the disk, the next one gathers. Receipts are called back on this thread, after the
/// group is durable. Between groups it sleeps until the engine has something due.
class CoreThread final : public engine::Inbox {
 public:
  using Clock = std::function<Instant()>;

  CoreThread(engine::Sequencer sequencer, Projector& projector, Clock clock, Counters& counters);
  ~CoreThread() override;

  /// What is submitted before waits in the inbox.
  void start();

  void submit(engine::Submission submission, Callback done) override;
  void submit_batch(std::vector<engine::Submission> submissions, BatchCallback done) override;

  /// Refuses new work as `stopping`, commits and answers what waits, hands over a last snapshot,
  /// and ends.
  void stop();

  /// As of the last entry; before start().
  const engine::Settings& settings() const { return sequencer_.engine().settings(); }

  std::size_t depth() const { return depth_.load(std::memory_order_relaxed); }
  engine::Position position() const { return position_.load(); }
  std::size_t open_alarms() const { return open_alarms_.load(); }

 private:
  struct Batch {
    std::vector<Outcome> outcomes;
    std::size_t unanswered = 0;
    BatchCallback done;
  };
  struct Item {
    engine::Submission submission;
    Callback done;                 ///< of a single one
    std::shared_ptr<Batch> batch;  ///< or the batch it belongs to,
    std::size_t index = 0;         ///< and its place there
  };

  // On the caller's thread, with the lock held.
  std::optional<Failure> refuse(const engine::Submission& submission);
  std::optional<Failure> refuse_signal(const alarm::Signal& signal, std::size_t load);
  std::size_t load() const;

  // On the core thread.
  void run();
  bool wait();
  void commit(std::span<Item> items);
  Instant now();
  void hand_over(std::vector<engine::Projection::Item> items, engine::Position upto, bool last);
  void answer(Item& item, Outcome outcome);
  void count(const Outcome& outcome);
  void note_health(bool well);
  void pause_after_failure();
  bool snapshot_due(engine::Position upto) const;

  engine::Sequencer sequencer_;
  Projector& projector_;
  Clock clock_;
  engine::OnwardTime time_;
  Counters& counters_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Item> waiting_;
  Gate gate_;
  SourceLimiter limiter_;
  bool stopping_ = false;

  std::vector<Item> working_;
  std::vector<engine::Submission> submissions_;
  engine::Position snapshot_position_;

  std::atomic<std::size_t> depth_{0};
  std::atomic<engine::Position> position_;
  std::atomic<std::size_t> open_alarms_;
  std::thread thread_;
};

}  // namespace varde::app
