#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"

// Numbers as Norwegians write them: no-break spaces between thousands, a decimal comma, a true
// minus sign.
namespace varde::report {

/// No-break space: keeps a number, or a number and its unit, on one line.
constexpr std::string_view kSpace = "\u00A0";

std::string whole(std::int64_t number);            ///< "1 234 567"
std::string decimal(double number, int decimals);  ///< "1 234,5"; "–" when it is not a number
std::string amount(std::int64_t ore);              ///< "1 234 567,00"
std::string kroner(std::int64_t ore);              ///< "1 234 567": rounded half away from zero
std::string millions(std::int64_t ore);            ///< "26,5": millions of kroner, one decimal
std::string day(Instant at);                       ///< "22.11.2026", Norwegian time
std::string percent(double percent, int decimals = 1);  ///< "35,8 %"

/// "&lt;" for '<' and so on; safe in text and in quoted attributes. Control characters that XML
/// does not have are left out.
std::string escape(std::string_view text);

}  // namespace varde::report
