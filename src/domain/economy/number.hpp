#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/economy/money.hpp"

namespace varde::economy {

/// How a number came to be. `illustrative` is an assumption that no report holds: it is there to
/// show how the model works, and says so wherever it shows.
enum class Quality : std::uint8_t { reported, measured, estimated, assumed, illustrative };
constexpr std::array<std::string_view, 5> kQualities{"reported", "measured", "estimated", "assumed",
                                                     "illustrative"};
constexpr std::string_view to_string(Quality quality) {
  return kQualities[static_cast<std::size_t>(quality)];
}

/// Where a number comes from.
struct Origin {
  Quality quality = Quality::assumed;
  std::string source;  ///< "report p. 51", "survey 2025"; empty when nobody said
  int price_year = 0;  ///< the year of its kroner; 0 = the case's
};

/// An amount with where it comes from, and its range when it is uncertain.
struct Amount {
  Money value;
  std::optional<Money> low;
  std::optional<Money> high;
  Origin origin;
};

}  // namespace varde::economy
