#pragma once

#include <cstddef>

#include "domain/alarm/signal.hpp"

namespace varde::engine {

/// Overload in a stated order: at growing depth of the inbox heartbeats are refused first, then
/// measurements, events and locations, then technical signals; alarms and resets only when the
/// inbox is full (limits::kInbox...).
bool admits(alarm::SignalKind kind, std::size_t inbox_depth);

}  // namespace varde::engine
