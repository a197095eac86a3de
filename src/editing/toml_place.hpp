#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

// Where the parts of a TOML file stand in its text. Positions are bytes from its start.
namespace varde::editing {

struct Place {
  std::size_t from = 0;
  std::size_t to = 0;  ///< behind the last byte
};

/// Of a value, without the spaces behind it; of a [table], its header.
Place place_of(const std::string& text, const toml::node& node);

/// The whole of a [table] or [[record]]: from the start of its header's line to the end of the line
/// of its last value (before the line break), tables inside it included.
Place block_of(const std::string& text, const toml::table& table);

/// The end of the line of the last value that stands in the table itself, or of its header.
/// Nothing for a table that has neither, as the top of a file (`root`) without values.
std::optional<std::size_t> own_end(const std::string& text, const toml::table& table, bool root);

/// Of a key, as it stands in front of its value.
Place place_of(const std::string& text, const toml::key& key);
std::size_t line_start(const std::string& text, std::size_t at);
std::size_t line_end(const std::string& text, std::size_t at);  ///< before the line break

/// Written { a = 1 }.
bool is_inline(const toml::node& node);
/// Written with headers: [[records]].
bool is_records(const toml::node& node);
/// Records in either way of writing.
bool is_tables(const toml::node& node);

/// A dotted path: "plan.1.shift.0.name", where a number is a place in a list.
struct Found {
  const toml::node* node = nullptr;  ///< nullptr: there is no such thing
  std::vector<std::string> names;    ///< the path without places in lists, for a header
};
Found find_node(const toml::table& root, std::string_view path);

}  // namespace varde::editing
