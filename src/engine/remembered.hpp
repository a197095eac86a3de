#pragma once

#include "engine/effect.hpp"
#include "engine/key_memory.hpp"

namespace varde::engine {

/// Whether repeats of this signal are told by its key.
inline bool keeps_key(const alarm::Signal& signal) {
  return !signal.key.empty() && signal.kind != alarm::SignalKind::heartbeat &&
         signal.protocol != alarm::Protocol::internal;
}

/// What the sender of a repeated key is told.
inline Receipt repeated(const Known& known, const alarm::Signal& signal) {
  Receipt receipt;
  receipt.position = known.position;
  if (known.content != signal.content) {
    receipt.status = Receipt::Status::conflict;
    return receipt;
  }
  receipt.status = Receipt::Status::duplicate;
  receipt.signal = known.signal;
  if (!known.alarm.is_nil()) receipt.alarm = known.alarm;
  return receipt;
}

}  // namespace varde::engine
