#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/scaip/mrq.hpp"

namespace varde::scaip {

inline constexpr std::string_view kContentType = "application/scaip+xml";

/// The answer to one mrq.
struct Mrs {
  std::string ref;
  Snu snu = Snu::ok;
  std::string ste;       ///< status text, at most 128 bytes are written
  std::uint8_t mre = 0;  ///< media: 0 no voice, 1 duplex, 2 microphone only, 3 speaker only
  std::uint8_t cre =
      0;  ///< call: 61 the device's own receiver, 62 the one in tnu, 0 no call is wanted
  std::vector<std::string> tnu;  ///< whom to call; one only, some devices cannot read several
};

std::string write_mrs(const Mrs& mrs);
/// nullopt when it is not an mrs with a ref and a status number.
std::optional<Mrs> parse_mrs(std::string_view body);

}  // namespace varde::scaip
