#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace varde {

using Duration = std::chrono::milliseconds;
/// UTC, millisecond resolution. Nothing below app/ reads a clock: an Instant always comes in from
/// outside.
using Instant = std::chrono::sys_time<Duration>;

/// "2026-11-22T08:15:30.123Z" (RFC 3339, always UTC, always milliseconds).
std::string to_rfc3339(Instant t);
/// Accepts any RFC 3339 offset and 0 to 9 fraction digits; nullopt for anything else.
std::optional<Instant> parse_rfc3339(std::string_view text);

/// As file formats count time: seconds since 1970.
inline std::int64_t unix_seconds(Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

/// Wall-clock time in mainland Norway (Europe/Oslo): UTC+1, UTC+2 from the last Sunday of March
/// 01:00 UTC to the last Sunday of October 01:00 UTC (Directive 2000/84/EC). Response plans are
/// written in this time.
struct LocalTime {
  std::chrono::year_month_day date;
  std::chrono::weekday weekday;
  int minute_of_day;  ///< 0..1439
};
LocalTime to_norwegian_time(Instant t);

}  // namespace varde
