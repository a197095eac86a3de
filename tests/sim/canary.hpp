#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "engine/ports.hpp"

namespace varde::sim {

/// Faults that are put into the program on purpose: a simulator that does not find them proves
/// nothing.
enum class Canary : std::uint8_t {
  none,
  ack_before_commit,  ///< the journal says "kept" and writes a group later
  lying_disk,         ///< a sync says "done" and does nothing
  lost_effect,        ///< the projector drops an effect now and then
};
std::optional<Canary> parse_canary(std::string_view text);

/// `journal` with the canary's fault, or nullptr when the fault is not in the journal.
std::unique_ptr<engine::Journal> faulty_journal(Canary canary, engine::Journal& journal);

}  // namespace varde::sim
