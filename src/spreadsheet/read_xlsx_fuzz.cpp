#include <cstddef>
#include <cstdint>

#include "spreadsheet/read_xlsx.hpp"

/// Any bytes give sheets or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(varde::spreadsheet::read_xlsx({reinterpret_cast<const char*>(data), size}));
  return 0;
}
