#include "store/cursor.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/limits.hpp"

namespace varde::store {
namespace {

/// The number before the next '.', which is passed over too.
std::optional<std::int64_t> take_number(std::string_view& text) {
  const auto end = text.find('.');
  if (end == std::string_view::npos) return std::nullopt;
  std::int64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + end, value);
  if (parsed.ec != std::errc{} || parsed.ptr != text.data() + end) return std::nullopt;
  text.remove_prefix(end + 1);
  return value;
}

}  // namespace

std::string to_cursor(const alarm::Alarm& alarm) {
  return fmt::format("{}.{}.{}", alarm.priority, alarm.received_at.time_since_epoch().count(),
                     to_string(alarm.id));
}

std::optional<AlarmCursor> parse_alarm_cursor(std::string_view cursor) {
  const auto priority = take_number(cursor);
  const auto received = priority ? take_number(cursor) : std::nullopt;
  const auto id = parse_ulid(cursor);
  if (!received || !id || *priority < 0 || *priority > 255) return std::nullopt;
  return AlarmCursor{static_cast<std::uint8_t>(*priority), Instant{Duration{*received}},
                     AlarmId(*id)};
}

std::size_t page_limit(std::size_t wish) {
  return std::clamp<std::size_t>(wish, 1, limits::kCsvRows);
}

}  // namespace varde::store
