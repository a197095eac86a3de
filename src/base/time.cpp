#include "base/time.hpp"

#include <charconv>

#include <fmt/format.h>

namespace varde {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reads exactly `width` digits at `pos` and moves past them.
std::optional<int> digits(std::string_view text, std::size_t& pos, std::size_t width) {
  if (pos + width > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    const char c = text[pos + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  pos += width;
  return value;
}

bool literal(std::string_view text, std::size_t& pos, std::string_view allowed) {
  if (pos >= text.size() || allowed.find(text[pos]) == std::string_view::npos) return false;
  ++pos;
  return true;
}

/// Milliseconds of an optional ".123456789"; digits past the third are dropped.
std::optional<int> fraction_ms(std::string_view text, std::size_t& pos) {
  if (pos >= text.size() || text[pos] != '.') return 0;
  ++pos;
  int ms = 0;
  int count = 0;
  for (; pos < text.size() && text[pos] >= '0' && text[pos] <= '9'; ++pos, ++count) {
    if (count < 3) ms = ms * 10 + (text[pos] - '0');
  }
  if (count == 0 || count > 9) return std::nullopt;
  for (int i = count; i < 3; ++i) ms *= 10;
  return ms;
}

std::optional<minutes> offset(std::string_view text, std::size_t& pos) {
  if (pos >= text.size()) return std::nullopt;
  const char sign = text[pos++];
  if (sign == 'Z' || sign == 'z') return minutes{0};
  if (sign != '+' && sign != '-') return std::nullopt;
  const auto h = digits(text, pos, 2);
  if (!h || !literal(text, pos, ":")) return std::nullopt;
  const auto m = digits(text, pos, 2);
  if (!m || *h > 23 || *m > 59) return std::nullopt;
  const minutes total = hours{*h} + minutes{*m};
  return sign == '-' ? -total : total;
}

Instant last_sunday_0100(std::chrono::year y, std::chrono::month m) {
  return std::chrono::sys_days{y / m / std::chrono::Sunday[std::chrono::last]} + hours{1};
}

}  // namespace

std::string to_rfc3339(Instant t) {
  const auto day = std::chrono::floor<days>(t);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{t - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  std::size_t pos = 0;
  const auto year = digits(text, pos, 4);
  if (!year || !literal(text, pos, "-")) return std::nullopt;
  const auto month = digits(text, pos, 2);
  if (!month || !literal(text, pos, "-")) return std::nullopt;
  const auto day = digits(text, pos, 2);
  if (!day || !literal(text, pos, "Tt ")) return std::nullopt;
  const auto hour = digits(text, pos, 2);
  if (!hour || !literal(text, pos, ":")) return std::nullopt;
  const auto minute = digits(text, pos, 2);
  if (!minute || !literal(text, pos, ":")) return std::nullopt;
  const auto second = digits(text, pos, 2);
  if (!second) return std::nullopt;
  const auto ms = fraction_ms(text, pos);
  if (!ms) return std::nullopt;
  const auto shift = offset(text, pos);
  if (!shift || pos != text.size()) return std::nullopt;

  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return std::chrono::sys_days{date} + hours{*hour} + minutes{*minute} + seconds{*second} +
         Duration{*ms} - *shift;
}

LocalTime to_norwegian_time(Instant t) {
  const std::chrono::year_month_day utc_date{std::chrono::floor<days>(t)};
  const Instant summer_from = last_sunday_0100(utc_date.year(), std::chrono::March);
  const Instant summer_to = last_sunday_0100(utc_date.year(), std::chrono::October);
  const Instant local = t + (t >= summer_from && t < summer_to ? hours{2} : hours{1});
  const auto day = std::chrono::floor<days>(local);
  return {std::chrono::year_month_day{day}, std::chrono::weekday{day},
          static_cast<int>(std::chrono::floor<minutes>(local - day).count())};
}

}  // namespace varde
