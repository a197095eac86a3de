#include <cstdint>

#include "base/assert.hpp"
#include "base/bytes.hpp"
#include "engine/codec.hpp"
#include "journal/page.hpp"

// Any bytes at all as a page. Random bytes never fit the chain, so the same input is also taken as
// entries' bytes and chained here: then the page must be read, or refused for what is in the entry.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  journal::Page page{.first = 1, .count = 1 + size % 5, .bytes = std::string(input), .hash = {}};
  VARDE_ASSERT(!journal::read_page(page, {}).ok());

  ByteWriter out;
  const auto hash = sha256(std::string(32, '\0'), input);
  out.string(input);
  out.raw({reinterpret_cast<const char*>(hash.data()), hash.size()});
  page = {.first = 1, .count = 1, .bytes = out.take(), .hash = hash};
  VARDE_ASSERT(journal::read_page(page, {}).ok() == engine::decode(input).has_value());
  return 0;
}
