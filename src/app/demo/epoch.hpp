#pragma once

#include <chrono>

#include "base/time.hpp"

namespace varde::app::demo {

/// The day the invented centre opened: ids are as old as this, and ages are reckoned from it.
inline constexpr Instant kEpoch = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};

}  // namespace varde::app::demo
