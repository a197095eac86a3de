#include "domain/tenancy/municipality.hpp"

#include "base/assert.hpp"

namespace varde::tenancy {

std::string to_string(Municipality m) {
  VARDE_ASSERT(m.number <= 9999);
  std::string out(4, '0');
  unsigned rest = m.number;
  for (std::size_t i = 4; i-- > 0; rest /= 10) out[i] = static_cast<char>('0' + rest % 10);
  return out;
}

std::optional<Municipality> parse_municipality(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return Municipality{static_cast<std::uint16_t>(number)};
}

}  // namespace varde::tenancy
