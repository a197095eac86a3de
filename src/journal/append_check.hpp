#pragma once

#include <span>
#include <string_view>

#include "engine/ports.hpp"

namespace varde::journal {

/// What every caller of append() must have seen to; a breach stops the process.
void check_append(std::span<const engine::Entry> entries,
                  std::span<const std::string_view> attachments, engine::Position last,
                  Instant last_time);

Error no_attachment(engine::Position position);

}  // namespace varde::journal
