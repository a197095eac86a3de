#pragma once

#include <chrono>
#include <cstdint>

#include "base/time.hpp"

namespace varde::app {

/// The machine's clock, in UTC. The only place where the program asks for the time of day.
inline Instant wall_clock() {
  return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

/// As file formats count time: seconds since 1970.
inline std::int64_t unix_seconds(Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

}  // namespace varde::app
