#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/records.hpp"

// Cursors: where a page ended. Ids and times only, because a cursor stands in an address that
// others may log.
namespace varde::store {

/// Of a list of alarms: their place in the order at the time, so that one that has moved on does
/// not lose the place.
struct AlarmCursor {
  std::uint8_t priority = 0;
  Instant received_at{};
  AlarmId id;
};
std::string to_cursor(const alarm::Alarm& alarm);
std::optional<AlarmCursor> parse_alarm_cursor(std::string_view cursor);

/// How many items a page holds: the wish, within what is allowed.
std::size_t page_limit(std::size_t wish);

/// A page from `found`, which was asked for one item more than fits: that one only says that there
/// is a next page.
template <class T, class ToCursor>
access::Page<T> page_of(std::vector<T> found, std::size_t limit, ToCursor&& to_cursor_of) {
  access::Page<T> page{std::move(found), std::nullopt};
  if (page.items.size() > limit) {
    page.items.resize(limit);
    page.next_cursor = to_cursor_of(page.items.back());
  }
  return page;
}

}  // namespace varde::store
