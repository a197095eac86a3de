#include "base/assert.hpp"
#include "engine/codec.hpp"

/// Any bytes are an entry or none; an entry is written back as the bytes it was read from, when
/// they were of today's format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  const auto entry = engine::decode({reinterpret_cast<const char*>(data), size});
  if (!entry) return 0;
  ByteWriter first;
  engine::encode(*entry, first);
  const auto again = engine::decode(first.bytes());
  VARDE_ASSERT(again.has_value());
  ByteWriter second;
  engine::encode(*again, second);
  VARDE_ASSERT(first.bytes() == second.bytes());
  return 0;
}
