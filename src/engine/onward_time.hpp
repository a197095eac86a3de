#pragma once

#include "base/time.hpp"

namespace varde::engine {

/// The time that entries get: the wall clock's, and when that is set back, the time it showed plus
/// what has passed since. Were entries to wait until the clock has caught up, no deadline would run
/// out meanwhile and an alarm could lie unseen. `steady` is any clock that only runs forward, from
/// any origin.
class OnwardTime {
 public:
  /// `last` is the time of the last entry.
  OnwardTime(Instant last, Duration steady) : shown_(last), at_(steady) {}

  Instant now(Instant wall, Duration steady) {
    const Instant onward = shown_ + (steady - at_);
    if (wall < onward) return onward;
    shown_ = wall;
    at_ = steady;
    return wall;
  }

 private:
  Instant shown_;  ///< the wall clock, the last time it was not behind
  Duration at_;    ///< and when that was
};

}  // namespace varde::engine
