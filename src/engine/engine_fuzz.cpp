#include <algorithm>

#include "base/assert.hpp"
#include "engine/codec.hpp"
#include "engine/engine.hpp"

/// Whatever entries a journal may hold, the engine folds them, and its snapshot is its state.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  ByteReader in({reinterpret_cast<const char*>(data), size});
  engine::Engine engine;
  std::vector<engine::Effect> effects;
  while (in.ok() && !in.at_end()) {
    auto entry = engine::decode(in.raw(in.u8()));
    if (!entry) continue;
    entry->position = engine.position() + 1;
    entry->time = std::max(entry->time, engine.now());
    effects.clear();
    engine.apply(*entry, effects);
  }
  const std::string bytes = engine.snapshot();
  const auto again = engine::Engine::from_snapshot(bytes);
  VARDE_ASSERT(again.has_value());
  VARDE_ASSERT(again->snapshot() == bytes);
  return 0;
}
