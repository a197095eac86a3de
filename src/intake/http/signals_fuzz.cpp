#include <cstddef>
#include <cstdint>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "intake/http/signal_reader.hpp"

// Any bytes: read or not, never a signal beyond its bounds, never a lost one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  const std::string_view body{reinterpret_cast<const char*>(data), size};
  const http::Delivery delivery{"01ARZ3NDEKTSV4RRFFQ69G5FAV", size % 2 == 0 ? "key" : "", [] {
                                  return SignalId{Ulid{1, 1}};
                                }};
  const auto read = http::read_signals(body, delivery);
  const auto check = [](const http::ReadSignal& item) {
    VARDE_ASSERT(item.signal.address.size() <= limits::kAddressBytes);
    VARDE_ASSERT(item.signal.raw_code.size() <= limits::kRawCodeBytes);
    VARDE_ASSERT(item.signal.key.size() <= limits::kIdempotencyKeyBytes);
    VARDE_ASSERT(item.words.size() <= limits::kKeptRawBytes + limits::kNoteBytes);
  };
  if (!read) check(http::unreadable(body, delivery));
  if (!read) return 0;
  VARDE_ASSERT(!read->items.empty());
  for (const auto& item : read->items)
    if (const auto* signal = std::get_if<http::ReadSignal>(&item)) check(*signal);
  return 0;
}
