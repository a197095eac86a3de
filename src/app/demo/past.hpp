#pragma once

#include <cstdint>

#include "app/demo/world.hpp"
#include "engine/ports.hpp"
#include "engine/sequencer.hpp"

namespace varde::app::demo {

/// What a centre that is new is given to start with.
struct Opening {
  Instant now{};
  /// How many days of operation to make up before `now`; 0 = none: an empty, quiet centre, whose
  /// devices are not supervised (nobody will send their heartbeats).
  int days = 14;
  std::uint64_t seed = kDefaultSeed;
  engine::Settings settings;
};

/// Puts the world's plans and devices into the journal, and a made-up past: what the fleet reported
/// and what two operators did about it, folded by the engine itself at past times. Everything is
/// closed at the end. Journal and store are to be new.
Status open_centre(const World& world, const Opening& opening, engine::Journal& journal,
                   engine::Projection& store);

}  // namespace varde::app::demo
