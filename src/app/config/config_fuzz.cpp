#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/config/config.hpp"

// Any text is either a configuration or an error that says why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto config = varde::app::parse_config(text, "fuzz.toml");
  if (!config) VARDE_ASSERT(!config.error().message.empty());
  return 0;
}
