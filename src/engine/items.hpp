#pragma once

#include <string_view>
#include <vector>

#include "engine/effect.hpp"
#include "engine/ports.hpp"

namespace varde::engine {

/// The effects of one entry as the projection takes them: the entry's words go with the effects
/// that show them (the first line of the alarm's log, the signal, the look at a person). The
/// effects are moved from.
void append_items(std::vector<Effect>& effects, std::string_view attachment,
                  std::vector<Projection::Item>& items);

}  // namespace varde::engine
