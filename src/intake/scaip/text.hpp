#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

// Small text helpers of the SIP and XML readers. ASCII only, whatever the locale.
namespace varde::scaip {

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
inline bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}
inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trim(std::string_view text);
/// Without regard to letter case.
bool same_word(std::string_view a, std::string_view b);
/// First place of `word` (lower case) in `text`, without regard to letter case; npos when it is not
/// there.
std::size_t find_word(std::string_view text, std::string_view word);
/// The first `size` bytes, or up to three fewer so that no UTF-8 sequence is cut in two.
std::string_view cut(std::string_view text, std::size_t size);
/// With &, <, >, " and ' as entities.
std::string xml_escape(std::string_view text);

/// The field with that name, without regard to letter case; nullptr when none has it.
template <class T, std::size_t N>
T* field_named(std::string_view name,
               const std::array<std::pair<std::string_view, T*>, N>& fields) {
  for (const auto& [tag, field] : fields) {
    if (same_word(name, tag)) return field;
  }
  return nullptr;
}

}  // namespace varde::scaip
