#pragma once

#include "engine/entry.hpp"

namespace varde::engine {

/// Times within limits::kShortestSilence and kLongestSilence.
bool is_sound(const Settings& settings);
/// Has an id, an address that names a device and fits, and a silence limit within bounds or none.
bool is_sound(const care::Device& device);

}  // namespace varde::engine
