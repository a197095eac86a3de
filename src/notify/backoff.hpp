#pragma once

#include <cstdint>
#include <optional>

#include "base/time.hpp"

namespace varde::notify {

/// How long to wait after failed attempt number `attempts` (1 = the first): 5 s, doubled each time
/// up to an hour, and up to a quarter more so that messages that failed together do not come back
/// together. The same for the same message and attempt. All of limits::kOutboxAttempts span half a
/// day.
Duration pause_after(std::uint64_t message_id, int attempts);

/// When to try again after that attempt failed at `now`; nullopt after the last one: a dead letter.
std::optional<Instant> next_attempt(std::uint64_t message_id, int attempts, Instant now);

}  // namespace varde::notify
