#pragma once

#include <array>
#include <cstddef>

#include "domain/alarm/signal.hpp"

namespace varde::app {

/// engine::admits with hysteresis: a kind that is being refused is taken again only when the depth
/// has fallen well below the limit that stopped it, so that the answer does not flicker. Alarms and
/// resets have none: they are taken whenever there is room. Not thread-safe.
class Gate {
 public:
  bool admit(alarm::SignalKind kind, std::size_t depth);

 private:
  std::array<bool, 7> shedding_{};
};

}  // namespace varde::app
