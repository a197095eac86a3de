#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/tenancy/municipality.hpp"

namespace varde::access {

/// What must reach somebody outside, at least once. Ids and codes only, no personal data.
struct OutboxMessage {
  std::uint64_t id = 0;
  tenancy::Municipality municipality;
  std::string kind;             ///< "alarm.<step>", the words of alarm::Step
  std::string idempotency_key;  ///< the same for every attempt, and after a restart
  std::string body;             ///< JSON
  Instant created_at{};
  int attempts = 0;  ///< made so far
};

/// The durable queue between the store and a sender. Messages are put in by the projection, in the
/// same transaction as the effects they tell of. Thread-safe. A store that cannot be read throws.
class Outbox {
 public:
  virtual ~Outbox() = default;

  /// Those whose next attempt is at or before `now`, oldest first, at most `limit`, without those
  /// of the municipalities in `except` (whose receivers are busy or down: their backlog must not
  /// hide the others'). The same are given again until delivered() or failed() says what became of
  /// them.
  virtual std::vector<OutboxMessage> due(Instant now, std::size_t limit,
                                         std::span<const tenancy::Municipality> except) const = 0;
  /// When the next one falls due; nullopt when nothing waits.
  virtual std::optional<Instant> next_due() const = 0;
  /// The receiver has it: it leaves the queue.
  virtual Status delivered(std::uint64_t id) = 0;
  /// Counts the attempt. `next_attempt` unset: a dead letter, kept until a person asks for a retry.
  /// `error` is shown to that person and must hold no personal data.
  virtual Status failed(std::uint64_t id, std::string_view error,
                        std::optional<Instant> next_attempt) = 0;
};

}  // namespace varde::access
