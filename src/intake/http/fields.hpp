#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace varde::http {

/// A field of a JSON object: there, not there (null counts as not there), or of another type.
template <class T>
struct Found {
  std::optional<T> value;
  bool is_wrong = false;
};

/// Typed reading of an object's fields. Views are good as long as the parser's document is.
class Fields {
 public:
  explicit Fields(const simdjson::dom::element& object) : object_(object) {}

  Found<std::string_view> text(std::string_view name) const { return get<std::string_view>(name); }
  Found<std::int64_t> integer(std::string_view name) const { return get<std::int64_t>(name); }
  /// The object's JSON, without needless spaces.
  Found<std::string> object(std::string_view name) const {
    const auto found = get<simdjson::dom::object>(name);
    if (!found.value) return {std::nullopt, found.is_wrong};
    return {simdjson::minify(*found.value), false};
  }

 private:
  template <class T>
  Found<T> get(std::string_view name) const {
    simdjson::dom::element member;
    if (object_[name].get(member) != simdjson::SUCCESS || member.is_null()) return {};
    T value;
    if (member.get(value) != simdjson::SUCCESS) return {std::nullopt, true};
    return {value, false};
  }
  simdjson::dom::element object_;
};

/// At most `size` bytes, never in the middle of a UTF-8 sequence.
inline std::string cut(std::string_view text, std::size_t size) {
  if (text.size() > size) {
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    text = text.substr(0, size);
  }
  return std::string{text};
}

/// Printable ASCII without spaces: what an address may be made of.
inline bool is_printable(std::string_view text) {
  for (const char c : text)
    if (c <= ' ' || c > '~') return false;
  return true;
}

}  // namespace varde::http
