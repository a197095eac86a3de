#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "api/describe.hpp"

// The text forms of values, as they stand in a query or a JSON string.
namespace varde::api {

/// Without blanks and line ends around it.
inline std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(kBlanks) - first + 1)};
}

inline bool parse_text(std::string_view text, std::string& into) {
  into = text;
  return true;
}
inline bool parse_text(std::string_view text, Instant& into) {
  const auto parsed = parse_rfc3339(text);
  if (parsed) into = *parsed;
  return parsed.has_value();
}
inline bool parse_text(std::string_view text, Date& into) {
  const auto parsed = parse_rfc3339(std::string{text} + "T00:00:00Z");
  if (parsed) into = std::chrono::floor<std::chrono::days>(*parsed);
  return parsed.has_value();
}
inline bool parse_text(std::string_view text, tenancy::Municipality& into) {
  const auto parsed = tenancy::parse_municipality(text);
  if (parsed) into = *parsed;
  return parsed.has_value();
}
template <class Tag>
bool parse_text(std::string_view text, Id<Tag>& into) {
  const auto parsed = parse_ulid(text);
  if (parsed) into = Id<Tag>{*parsed};
  return parsed.has_value();
}
template <std::integral T>
bool parse_text(std::string_view text, T& into) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc{} && end == text.data() + text.size();
}
template <Enumerated E>
bool parse_text(std::string_view text, E& into) {
  constexpr auto kLast = static_cast<int>(Enumeration<E>::kLast);
  for (int i = static_cast<int>(Enumeration<E>::kFirst); i <= kLast; ++i) {
    if (to_string(static_cast<E>(i)) != text) continue;
    into = static_cast<E>(i);
    return true;
  }
  return false;
}

}  // namespace varde::api
