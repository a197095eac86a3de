#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "app/core/counters.hpp"
#include "engine/ports.hpp"

namespace varde::app {

/// What the core thread hands over after a commit.
struct Handover {
  std::vector<engine::Projection::Item> items;
  engine::Position upto = 0;
  std::optional<std::string> snapshot;  ///< of the engine at `upto`
};

/// The thread that brings the store after the journal, and only then tells the consoles and the
/// outbox: a console that reads again after a change sees it. When the store fails, the consoles
/// are told without it, because somebody may be lying on a floor, and the store is tried again
/// until it is well or the program stops; what is not applied by then is applied from the journal
/// at the next start.
class Projector {
 public:
  using Publish =
      std::function<void(std::span<const engine::Projection::Item> items, engine::Position upto)>;

  /// Both are called on the projector's thread; `publish` once for each item, `wake_outbox` after
  /// each applied group.
  struct Listeners {
    Publish publish;
    std::function<void()> wake_outbox;
  };

  Projector(engine::Projection& store, Listeners listeners, Counters& counters);
  ~Projector();
  Projector(const Projector&) = delete;
  Projector& operator=(const Projector&) = delete;

  /// Never waits. Positions must rise.
  void add(Handover handover);
  /// Items that wait for the store; admission looks at it.
  std::size_t backlog() const { return backlog_.load(std::memory_order_relaxed); }
  engine::Position applied() const { return applied_.load(); }
  /// Applies all that waits, as far as the store allows, and ends.
  void stop();

 private:
  void run();
  std::vector<Handover> next();
  void apply(const std::vector<Handover>& group);
  bool write(std::span<const engine::Projection::Item> items, engine::Position upto);
  void publish(std::span<const engine::Projection::Item> items, engine::Position upto);
  bool wait_and_publish(std::chrono::milliseconds pause);

  engine::Projection& store_;
  Listeners listeners_;
  Counters& counters_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Handover> waiting_;
  bool stopping_ = false;
  engine::Position published_;
  std::atomic<std::size_t> backlog_{0};
  std::atomic<engine::Position> applied_;
  std::thread thread_;
};

}  // namespace varde::app
