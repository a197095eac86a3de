#include "app/core/projector.hpp"

#include <algorithm>
#include <iterator>

#include <sys/resource.h>
#include <unistd.h>

#include "base/log.hpp"

namespace varde::app {
namespace {

/// Enough that a transaction's fixed cost does not count, few enough that a console does not wait
/// for it.
constexpr std::size_t kItemsPerTransaction = 5'000;
constexpr std::chrono::milliseconds kFirstPause{100};
constexpr std::chrono::milliseconds kLongestPause{5'000};
constexpr int kNiceness = 10;

/// When the processors do not suffice, signals are kept before they are shown.
void give_way() {
  const auto thread = static_cast<id_t>(::gettid());
  if (::setpriority(PRIO_PROCESS, thread, ::getpriority(PRIO_PROCESS, thread) + kNiceness) != 0)
    log::warning("projector.priority", "stays as it is");
}

}  // namespace

Projector::Projector(engine::Projection& store, Listeners listeners, Counters& counters)
    : store_(store),
      listeners_(std::move(listeners)),
      counters_(counters),
      published_(store.position()),
      applied_(store.position()),
      thread_([this] { run(); }) {}

Projector::~Projector() { stop(); }

void Projector::add(Handover handover) {
  {
    const std::lock_guard lock{mutex_};
    VARDE_ASSERT(waiting_.empty() || waiting_.back().upto <= handover.upto);
    backlog_ += handover.items.size();
    waiting_.push_back(std::move(handover));
  }
  changed_.notify_one();
}

void Projector::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Projector::run() {
  give_way();
  while (true) {
    const auto group = next();
    if (group.empty()) return;
    apply(group);
  }
}

/// The next handovers, or none when the program stops and nothing waits.
std::vector<Handover> Projector::next() {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  std::vector<Handover> group;
  std::size_t items = 0;
  while (!waiting_.empty() && items < kItemsPerTransaction) {
    items += waiting_.front().items.size();
    group.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  return group;
}

void Projector::apply(const std::vector<Handover>& group) {
  std::vector<engine::Projection::Item> items;
  const Handover* with_snapshot = nullptr;
  for (const auto& handover : group) {
    items.insert(items.end(), handover.items.begin(), handover.items.end());
    if (handover.snapshot) with_snapshot = &handover;
  }
  const engine::Position upto = group.back().upto;
  const bool written = write(items, upto);
  backlog_ -= items.size();
  if (!written) return;
  applied_ = upto;
  publish(items, upto);
  if (!items.empty()) listeners_.wake_outbox();
  if (with_snapshot == nullptr) return;
  const auto saved = store_.save_snapshot(with_snapshot->upto, *with_snapshot->snapshot);
  if (saved) {
    ++counters_.snapshots;
  } else {
    log::warning("snapshot.not_saved", "{}", saved.error().message);
  }
}

/// False only when the program stops while the store still refuses.
bool Projector::write(std::span<const engine::Projection::Item> items, engine::Position upto) {
  auto pause = kFirstPause;
  while (true) {
    const auto start = std::chrono::steady_clock::now();
    const auto done = store_.apply(items, upto);
    counters_.project.add(std::chrono::steady_clock::now() - start);
    counters_.store_well = done.ok();
    if (done) return true;
    log::error("store.apply_failed", "up to entry {}: {}; tried again in {} ms", upto,
               done.error().message, pause.count());
    publish(items, upto);
    if (!wait_and_publish(pause)) return false;
    pause = std::min(pause * 2, kLongestPause);
  }
}

/// What has not been told before.
void Projector::publish(std::span<const engine::Projection::Item> items, engine::Position upto) {
  if (upto <= published_) return;
  const auto fresh = std::ranges::upper_bound(
      items, published_, {}, [](const auto& item) { return item.effect.position; });
  published_ = upto;
  if (fresh != items.end()) listeners_.publish({fresh, items.end()}, upto);
}

/// While the store is given time to get well. False when the program stops.
bool Projector::wait_and_publish(std::chrono::milliseconds pause) {
  const auto end = std::chrono::steady_clock::now() + pause;
  std::unique_lock lock{mutex_};
  while (true) {
    const auto has_news = [this] { return !waiting_.empty() && waiting_.back().upto > published_; };
    if (!changed_.wait_until(lock, end, [&] { return stopping_ || has_news(); })) return true;
    if (stopping_) return false;
    std::vector<const Handover*> waiting;  // which only this thread removes
    for (const auto& handover : waiting_) waiting.push_back(&handover);
    lock.unlock();
    for (const auto* handover : waiting) publish(handover->items, handover->upto);
    lock.lock();
  }
}

}  // namespace varde::app
