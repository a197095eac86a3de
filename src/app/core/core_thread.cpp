#include "app/core/core_thread.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/log.hpp"

namespace varde::app {
namespace {

using SteadyClock = std::chrono::steady_clock;

/// Folding as many at the next start takes about as long as taking a snapshot holds up this thread
/// in a large centre: a third of a second.
constexpr engine::Position kEntriesPerSnapshot = 500'000;
/// The clock may jump while we sleep: never sleep longer than this for something due.
constexpr Duration kLongestSleep{1'000};
constexpr Duration kPauseAfterFailure{50};

Duration steady_time() {
  return std::chrono::floor<Duration>(SteadyClock::now().time_since_epoch());
}

}  // namespace

CoreThread::CoreThread(engine::Sequencer sequencer, Projector& projector, Clock clock,
                       Counters& counters)
    : sequencer_(std::move(sequencer)),
      projector_(projector),
      clock_(std::move(clock)),
      time_(sequencer_.engine().now(), steady_time()),
      counters_(counters),
      snapshot_position_(sequencer_.engine().position()),
      position_(sequencer_.engine().position()),
      open_alarms_(sequencer_.engine().open_alarm_count()) {}

CoreThread::~CoreThread() { stop(); }

void CoreThread::start() {
  VARDE_ASSERT(!thread_.joinable());
  thread_ = std::thread{[this] { run(); }};
}

void CoreThread::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

/// How full the way is: the inbox itself, or the projector's backlog measured by the same
/// yardstick.
std::size_t CoreThread::load() const {
  static_assert(limits::kProjectionBacklog >= limits::kInboxEntries);
  constexpr std::size_t kRatio = limits::kProjectionBacklog / limits::kInboxEntries;
  return std::max(depth_.load(std::memory_order_relaxed), projector_.backlog() / kRatio);
}

std::optional<engine::Inbox::Failure> CoreThread::refuse(const engine::Submission& submission) {
  if (stopping_) return Failure::stopping;
  const std::size_t now_waiting = load();
  if (const auto* signal = std::get_if<alarm::Signal>(&submission.body))
    return refuse_signal(*signal, now_waiting);
  if (now_waiting < limits::kInboxEntries) return std::nullopt;
  ++counters_.shed_commands;
  return Failure::busy;
}

std::optional<engine::Inbox::Failure> CoreThread::refuse_signal(const alarm::Signal& signal,
                                                                std::size_t load) {
  const auto kind = static_cast<std::size_t>(signal.kind);
  ++counters_.submitted[kind];
  if (!limiter_.admit(signal.address, SteadyClock::now())) {
    ++counters_.too_many;
    return Failure::too_many;
  }
  if (!gate_.admit(signal.kind, load)) {
    ++counters_.shed[kind];
    return Failure::busy;
  }
  return std::nullopt;
}

void CoreThread::submit(engine::Submission submission, Callback done) {
  std::optional<Failure> refused;
  {
    const std::lock_guard lock{mutex_};
    refused = refuse(submission);
    if (!refused) {
      ++depth_;
      waiting_.push_back({std::move(submission), std::move(done), nullptr, 0});
    }
  }
  if (refused) return done(*refused);
  changed_.notify_one();
}

void CoreThread::submit_batch(std::vector<engine::Submission> submissions, BatchCallback done) {
  auto batch = std::make_shared<Batch>();
  batch->outcomes.assign(submissions.size(), Failure::busy);
  batch->done = std::move(done);
  {
    const std::lock_guard lock{mutex_};
    for (std::size_t i = 0; i < submissions.size(); ++i) {
      if (const auto refused = refuse(submissions[i])) {
        batch->outcomes[i] = *refused;
        continue;
      }
      ++depth_;
      ++batch->unanswered;
      waiting_.push_back({std::move(submissions[i]), nullptr, batch, i});
    }
    // Once the lock is free the core thread owns the batch.
    if (batch->unanswered != 0) batch = nullptr;
  }
  if (batch != nullptr) return batch->done(batch->outcomes);
  changed_.notify_one();
}

void CoreThread::run() {
  sequencer_.resume(now());
  while (wait()) {
    const std::span<Item> all{working_};
    if (all.empty()) commit({});
    for (std::size_t from = 0; from < all.size(); from += limits::kEntriesPerCommit)
      commit(all.subspan(from, std::min(limits::kEntriesPerCommit, all.size() - from)));
    working_.clear();
  }
  hand_over({}, sequencer_.engine().position(), true);
}

/// Until there is work (taken into working_) or something is due; false when the program stops and
/// nothing waits.
bool CoreThread::wait() {
  std::unique_lock lock{mutex_};
  const auto due = sequencer_.engine().next_due();
  if (waiting_.empty() && !stopping_) {
    const auto rest = due ? std::clamp(*due - now(), Duration{0}, kLongestSleep) : kLongestSleep;
    changed_.wait_for(lock, rest, [this] { return stopping_ || !waiting_.empty(); });
  }
  working_.swap(waiting_);
  return !stopping_ || !working_.empty();
}

Instant CoreThread::now() { return time_.now(clock_(), steady_time()); }

void CoreThread::commit(std::span<Item> items) {
  const Instant at = now();
  submissions_.clear();
  for (auto& item : items) submissions_.push_back(std::move(item.submission));
  const auto due = sequencer_.engine().next_due();
  // A journal that failed is asked again even when nobody sends, so that readiness comes back.
  if (items.empty() && !counters_.journal_well) submissions_.push_back({engine::Tick{}, ""});
  if (submissions_.empty() && (!due || *due > at)) return;

  const auto start = SteadyClock::now();
  auto batch = sequencer_.run(submissions_, at);
  counters_.commit.add(SteadyClock::now() - start);
  VARDE_ASSERT(batch.outcomes.size() == submissions_.size());
  ++counters_.commits;

  const auto& engine = sequencer_.engine();
  const bool moved = engine.position() != position_.load();
  position_ = engine.position();
  open_alarms_ = engine.open_alarm_count();
  if (moved) hand_over(std::move(batch.items), engine.position(), false);
  const auto later = engine.next_due();
  const bool lost = std::ranges::any_of(batch.outcomes, [](const Outcome& outcome) {
    return !outcome && outcome.error() == Failure::unavailable;
  });
  const bool well = !lost && (moved || !later || *later > at);
  note_health(well);
  for (std::size_t i = 0; i < items.size(); ++i) answer(items[i], std::move(batch.outcomes[i]));
  depth_ -= items.size();
  if (!well) pause_after_failure();
}

void CoreThread::note_health(bool well) {
  if (counters_.journal_well.exchange(well) != well) {
    if (well)
      log::info("journal.well", "entry {} is kept", position_.load());
    else
      log::error("journal.failed", "after entry {}", position_.load());
  }
}

void CoreThread::hand_over(std::vector<engine::Projection::Item> items, engine::Position upto,
                           bool last) {
  Handover handover{std::move(items), upto, std::nullopt};
  if (snapshot_due(upto) || (last && upto != snapshot_position_)) {
    handover.snapshot = sequencer_.engine().snapshot();
    snapshot_position_ = upto;
  }
  if (!handover.items.empty() || handover.snapshot || !last) projector_.add(std::move(handover));
}

bool CoreThread::snapshot_due(engine::Position upto) const {
  return upto - snapshot_position_ >= kEntriesPerSnapshot;
}

void CoreThread::answer(Item& item, Outcome outcome) {
  count(outcome);
  if (item.batch == nullptr) return item.done(outcome);
  item.batch->outcomes[item.index] = std::move(outcome);
  VARDE_ASSERT(item.batch->unanswered > 0);
  if (--item.batch->unanswered == 0) item.batch->done(item.batch->outcomes);
}

void CoreThread::count(const Outcome& outcome) {
  if (!outcome) {
    ++counters_.unavailable;
    return;
  }
  using Status = engine::Receipt::Status;
  switch (outcome->status) {
    case Status::accepted:
      ++counters_.accepted;
      break;
    case Status::duplicate:
      ++counters_.duplicates;
      break;
    case Status::conflict:
      ++counters_.conflicts;
      break;
    case Status::refused:
      ++counters_.refused_commands;
      break;
  }
}

/// A full disk does not get better by asking it without pause.
void CoreThread::pause_after_failure() {
  std::unique_lock lock{mutex_};
  changed_.wait_for(lock, kPauseAfterFailure, [this] { return stopping_; });
}

}  // namespace varde::app
