#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace varde::app::demo {

/// Public facts of one municipality. Inhabitants: Statistics Norway (SSB), table 07459, 1 January
/// 2026 (Norwegian Licence for Open Government Data). Coordinates, approximate: the municipality's
/// or its town's point in Wikidata (CC0), moved to the settlement where that point lies at sea.
struct Facts {
  std::uint16_t number;
  std::string_view name;
  std::string_view organisation_number;
  std::uint32_t inhabitants;
  std::uint32_t aged_67;  ///< 67 years and more
  std::uint32_t aged_80;  ///< 80 years and more
  std::string_view postal_code;
  std::string_view city;
  double latitude;  ///< WGS 84 degrees
  double longitude;
};

/// The 18 municipalities of Helgeland, by number.
std::span<const Facts> helgeland();

}  // namespace varde::app::demo
