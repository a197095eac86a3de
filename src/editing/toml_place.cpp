#include "editing/toml_place.hpp"

#include <algorithm>
#include <charconv>

namespace varde::editing {
namespace {

/// toml++ counts lines and code points from 1.
std::size_t offset_of(const std::string& text, const toml::source_position& position) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < position.line; ++line) {
    const auto end = text.find('\n', at);
    if (end == text.npos) return text.size();
    at = end + 1;
  }
  const auto begins = [&](std::size_t i) {
    return (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
  };
  for (std::uint32_t column = 1; column < position.column && at < text.size(); ++column) {
    ++at;
    while (at < text.size() && !begins(at)) ++at;
  }
  return at;
}

// toml++ lets an end reach over the spaces behind it.
Place trimmed(const std::string& text, const toml::source_region& source) {
  Place place{offset_of(text, source.begin), offset_of(text, source.end)};
  while (place.to > place.from &&
         std::string_view{" \t\r\n"}.find(text[place.to - 1]) != std::string_view::npos)
    --place.to;
  return place;
}

/// Stands in its table with `key = `, and not with a header of its own.
bool is_value(const toml::node& node) {
  return is_inline(node) || (!node.is_table() && !is_records(node));
}

/// [a.b] without [a] makes an `a` that stands nowhere: toml++ gives it the place of b.
bool has_header(const toml::table& table) {
  return std::ranges::none_of(table, [&](const auto& entry) {
    const auto& node = entry.second;
    return !is_value(node) && node.source().begin == table.source().begin;
  });
}

std::size_t last_byte(const std::string& text, const toml::node& node) {
  auto last = place_of(text, node).to;
  if (is_value(node)) return last;
  if (const auto* table = node.as_table()) {
    for (const auto& [key, inner] : *table) last = std::max(last, last_byte(text, inner));
  } else if (const auto* array = node.as_array()) {
    for (const auto& inner : *array) last = std::max(last, last_byte(text, inner));
  }
  return last;
}

}  // namespace

Place place_of(const std::string& text, const toml::node& node) {
  return trimmed(text, node.source());
}

Place place_of(const std::string& text, const toml::key& key) {
  return trimmed(text, key.source());
}

std::size_t line_start(const std::string& text, std::size_t at) {
  if (at == 0) return 0;
  const auto before = text.rfind('\n', at - 1);
  return before == text.npos ? 0 : before + 1;
}

std::size_t line_end(const std::string& text, std::size_t at) {
  auto end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}

Place block_of(const std::string& text, const toml::table& table) {
  return {line_start(text, place_of(text, table).from), line_end(text, last_byte(text, table))};
}

std::optional<std::size_t> own_end(const std::string& text, const toml::table& table, bool root) {
  std::optional<std::size_t> last;
  if (!root && has_header(table)) last = place_of(text, table).to;
  for (const auto& [key, node] : table)
    if (is_value(node)) last = std::max(last.value_or(0), place_of(text, node).to);
  if (last) last = line_end(text, *last);
  return last;
}

bool is_inline(const toml::node& node) {
  const auto* table = node.as_table();
  return table != nullptr && table->is_inline();
}

bool is_tables(const toml::node& node) {
  const auto* array = node.as_array();
  return array != nullptr && !array->empty() &&
         std::ranges::all_of(*array, [](const toml::node& item) { return item.is_table(); });
}

bool is_records(const toml::node& node) {
  return is_tables(node) && !is_inline(*node.as_array()->get(0));
}

Found find_node(const toml::table& root, std::string_view path) {
  Found found{&root, {}};
  bool more = !path.empty();
  while (more && found.node != nullptr) {
    const auto dot = path.find('.');
    const auto part = path.substr(0, dot);
    more = dot != path.npos;  // behind a dot a name follows, if only an empty one
    path.remove_prefix(more ? dot + 1 : path.size());
    if (const auto* array = found.node->as_array()) {
      std::size_t index = 0;
      const auto* end = part.data() + part.size();
      const auto read = std::from_chars(part.data(), end, index);
      found.node = read.ec == std::errc{} && read.ptr == end ? array->get(index) : nullptr;
    } else {
      const auto* table = found.node->as_table();
      found.node = table == nullptr ? nullptr : table->get(part);
      found.names.emplace_back(part);
    }
  }
  return found;
}

}  // namespace varde::editing
