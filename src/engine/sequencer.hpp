#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/engine.hpp"
#include "engine/ports.hpp"

namespace varde::engine {

/// The heart between inbox and journal, without threads, so that the program, the simulator and the
/// tests run the same code: takes a group of submissions, drops repeats that are remembered,
/// appends the rest as one commit, folds them, and gives back receipts and effects. Nothing is
/// folded, told or shown before it is durable.
class Sequencer {
 public:
  Sequencer(Engine engine, Journal& journal);

  struct Batch {
    std::vector<Inbox::Outcome> outcomes;  ///< one per submission, same order
    std::vector<Projection::Item> items;   ///< for the store and the live feed
    Position upto = 0;
  };
  /// `now` is the clock's; entries get max(now, time of the last entry). A due Tick goes first.
  /// When the journal refuses, every outcome is `unavailable` and the engine is as before.
  Batch run(std::span<Submission> submissions, Instant now);
  /// From the last entry until `now` nobody listened: what is appended next says so first.
  void resume(Instant now);

  const Engine& engine() const { return engine_; }

 private:
  Engine engine_;
  Journal& journal_;
  std::optional<Duration> pause_;  ///< not yet in the journal
};

/// Brings an engine up to the end of the journal: from the store's snapshot when there is a usable
/// one, else from the start. Effects after the projection's position are applied to it in groups.
/// An unreadable entry is an error that names it.
Result<Engine> recover(const Journal& journal, Projection& projection);

}  // namespace varde::engine
