#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/care/person.hpp"

namespace varde::app::demo {

/// A fødselsnummer of the Tax Administration's synthetic series: month + 80, so that it can never
/// be a living person's. The serial (0..499) gives the individual number; nullopt when no valid
/// check digits exist for it, or the year is outside 1900-1999. Check digits: modulus 11, weights 3
/// 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2.
std::optional<std::string> synthetic_national_id(std::chrono::year_month_day born, care::Sex sex,
                                                 int serial);
/// Eleven digits of the synthetic series with valid check digits.
bool valid_synthetic_national_id(std::string_view id);

}  // namespace varde::app::demo
