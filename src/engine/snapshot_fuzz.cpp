#include "base/assert.hpp"
#include "base/digest.hpp"
#include "engine/engine.hpp"

/// A snapshot whose checksum is right may still tell of anything: it is refused, or gives an engine
/// that works.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  std::string bytes = "varde engine state 1\n";
  bytes.append(reinterpret_cast<const char*>(data), size);
  const Sha256 digest = sha256(bytes);
  bytes.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  auto engine = engine::Engine::from_snapshot(bytes);
  if (!engine) return 0;
  const std::string written = engine->snapshot();
  VARDE_ASSERT(engine::Engine::from_snapshot(written)->snapshot() == written);
  std::vector<engine::Effect> effects;
  const auto due = engine->next_due();
  engine::Entry tick;
  tick.position = engine->position() + 1;
  tick.time = due ? std::max(*due, engine->now()) : engine->now();
  tick.body = engine::Tick{};
  engine->apply(tick, effects);
  return 0;
}
