#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace varde::tenancy {

/// Municipality number (kommunenummer, SSB Klass 131), four digits; 0 = not known (a signal from an
/// unknown device).
struct Municipality {
  std::uint16_t number = 0;

  friend auto operator<=>(const Municipality&, const Municipality&) = default;
  bool known() const { return number != 0; }
};

/// "1813", "0301"; "0000" for not known.
std::string to_string(Municipality m);
/// Exactly four digits; nullopt otherwise.
std::optional<Municipality> parse_municipality(std::string_view text);

}  // namespace varde::tenancy

template <>
struct std::hash<varde::tenancy::Municipality> {
  std::size_t operator()(varde::tenancy::Municipality m) const noexcept { return m.number; }
};
