#pragma once

#include <chrono>

#include "base/time.hpp"

namespace varde::app {

/// The machine's clock, in UTC. The only place where the program asks for the time of day.
inline Instant wall_clock() {
  return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

}  // namespace varde::app
