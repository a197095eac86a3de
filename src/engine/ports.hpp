#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engine/effect.hpp"
#include "engine/entry.hpp"

// What the engine's world must offer. Adapters (journal/, store/) implement these; app/ joins them.
namespace varde::engine {

/// An entry on its way into the journal, with its words.
struct Submission {
  Body body;
  std::string attachment;  ///< empty = none
};

/// The one ordered, durable, append-only log. Only one writer at a time has it open.
class Journal {
 public:
  virtual ~Journal() = default;

  /// Appends all of `entries` (positions last()+1 ... are set by the caller) with their attachments
  /// (same index; empty = none) and returns when they are durable, or none of them are and an error
  /// says why. After an error the journal may be asked again.
  virtual Status append(std::span<const Entry> entries,
                        std::span<const std::string_view> attachments) = 0;

  /// Calls `visit` for each entry from `from` on, in order, until it returns false. An entry that
  /// cannot be read is an error that names its position.
  using Visitor = std::function<bool(const Entry& entry, std::string_view attachment)>;
  virtual Status read(Position from, const Visitor& visit) const = 0;

  virtual Position last() const = 0;
  virtual Instant last_time() const = 0;
};

/// Read models that follow the journal. Called by one thread, in order; each call is one
/// transaction that includes the position, so that what is applied is known after a crash.
class Projection {
 public:
  virtual ~Projection() = default;

  struct Item {
    Effect effect;
    std::string attachment;  ///< of the entry, with the effect that needs it (a note, a signal's
                             ///< text, a reason)
  };
  /// Effects of entries up to and including `upto`; those at or below position() are passed over.
  virtual Status apply(std::span<const Item> items, Position upto) = 0;
  virtual Position position() const = 0;

  /// Keeps a snapshot of the engine at `position`, which is at most position(); older snapshots go.
  virtual Status save_snapshot(Position position, std::string_view bytes) = 0;
  struct Snapshot {
    Position position;
    std::string bytes;
  };
  virtual std::optional<Snapshot> load_snapshot() const = 0;
};

/// Where adapters hand in what is to be journalled. Thread-safe. The receipt comes on the core
/// thread, after the commit; the callback must be quick and not throw (post to your own thread).
class Inbox {
 public:
  virtual ~Inbox() = default;

  enum class Failure : std::uint8_t {
    busy,         ///< overload: this kind is not admitted now; try again later
    too_many,     ///< this source is over its rate; try again later
    unavailable,  ///< the journal could not keep it (disk full, ...): it is not kept
    stopping,
  };
  using Outcome = Result<Receipt, Failure>;
  using Callback = std::function<void(const Outcome&)>;

  /// Hands over one submission. Refusals by admission control come at once, on the caller's thread.
  virtual void submit(Submission submission, Callback done) = 0;

  /// Hands over several, to be committed together where possible; one call back with all outcomes,
  /// in order.
  using BatchCallback = std::function<void(const std::vector<Outcome>&)>;
  virtual void submit_batch(std::vector<Submission> submissions, BatchCallback done) = 0;
};

}  // namespace varde::engine
