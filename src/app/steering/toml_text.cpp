#include "app/steering/toml_text.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

namespace varde::app {
namespace {

using steering::Sheet;

/// Where a node's text begins and ends in the file.
struct Place {
  std::size_t from = 0, to = 0;
};

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

/// toml++ lets a value's end reach over the spaces behind it.
Place place_of(const std::string& text, const toml::node& node) {
  Place place{offset_of(text, node.source().begin), offset_of(text, node.source().end)};
  while (place.to > place.from &&
         std::string_view{" \t\r\n"}.find(text[place.to - 1]) != std::string_view::npos)
    --place.to;
  return place;
}

std::string_view type_of(const toml::node& node) {
  if (node.is_number()) return "number";
  if (node.is_boolean()) return "flag";
  if (node.is_array()) return "list";
  return "text";
}

bool inline_table(const toml::node& node) {
  const auto* table = node.as_table();
  return table != nullptr && table->is_inline();
}

bool tables(const toml::node& node) {
  const auto* array = node.as_array();
  return array != nullptr && !array->empty() &&
         std::ranges::all_of(*array, [](const toml::node& item) { return item.is_table(); });
}

/// The comment at the end of the line that starts behind `at`.
std::string note_behind(const std::string& text, std::size_t at) {
  const auto end = std::min(text.find('\n', at), text.size());
  const auto hash = text.find('#', at);
  if (hash >= end) return {};
  const auto first = text.find_first_not_of(" #", hash);
  return first >= end ? std::string{} : text.substr(first, end - first);
}

std::string joined(const std::string& name, std::string_view key) {
  return name.empty() ? std::string{key} : fmt::format("{}.{}", name, key);
}

class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {}

  std::vector<Sheet::Section> read(const toml::table& root) {
    section("", root);
    std::ranges::stable_sort(places_, {}, &Ordered::line);
    std::vector<Sheet::Section> sections;
    for (auto& one : places_) sections.push_back(std::move(one.section));
    return sections;
  }

 private:
  struct Ordered {
    std::uint32_t line;
    Sheet::Section section;
  };

  void section(const std::string& name, const toml::table& table) {
    Sheet::Section own{name, {}};
    for (const auto& [key, node] : table) {
      const auto path = joined(name, key.str());
      if (inline_table(node)) {
        for (const auto& [leaf, value] : *node.as_table())
          field(own, joined(path, leaf.str()), value);
      } else if (const auto* inner = node.as_table()) {
        section(path, *inner);
      } else if (tables(node)) {
        std::size_t index = 0;
        for (const auto& item : *node.as_array())
          section(joined(path, std::to_string(index++)), *item.as_table());
      } else {
        field(own, path, node);
      }
    }
    if (own.fields.empty()) return;
    std::ranges::sort(own.fields, {}, [&](const Sheet::Field& one) { return order_.at(one.key); });
    const auto line = name.empty() ? 0 : table.source().begin.line;
    places_.push_back({line, std::move(own)});
  }

  void field(Sheet::Section& into, std::string key, const toml::node& node) {
    const auto place = place_of(text_, node);
    order_[key] = place.from;
    std::string value = node.is_string() ? node.as_string()->get()
                                         : text_.substr(place.from, place.to - place.from);
    into.fields.push_back({std::move(key), std::move(value), std::string{type_of(node)},
                           note_behind(text_, place.to),
                           static_cast<int>(node.source().begin.line)});
  }

  const std::string& text_;
  std::map<std::string, std::size_t> order_;  ///< where each value stands
  std::vector<Ordered> places_;
};

/// The node at a dotted path, where a number is a place in an array.
const toml::node* node_at(const toml::table& root, std::string_view key) {
  const toml::node* node = &root;
  while (!key.empty() && node != nullptr) {
    const auto dot = key.find('.');
    const auto part = key.substr(0, dot);
    key.remove_prefix(dot == key.npos ? key.size() : dot + 1);
    if (const auto* array = node->as_array()) {
      std::size_t index = 0;
      const auto read = std::from_chars(part.data(), part.data() + part.size(), index);
      node = read.ec == std::errc{} ? array->get(index) : nullptr;
    } else {
      const auto* table = node->as_table();
      node = table == nullptr ? nullptr : table->get(part);
    }
  }
  return node;
}

std::string quoted(std::string_view value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') text += '\\';
    if (c == '\n') {
      text += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      text += c;
    }
  }
  return text + '"';
}

bool is_number(std::string_view value) {
  const auto digits = value.find_first_not_of("+-0123456789_.eE");
  return !value.empty() && digits == value.npos && value.find_first_of("0123456789") != value.npos;
}

/// What a value of this type looks like in the file.
Result<std::string> written(std::string_view type, const std::string& value) {
  if (type == "text") return quoted(value);
  if (type == "number" && !is_number(value))
    return Error{value.find(',') != value.npos
                     ? "write a number with a decimal point and without spaces"
                     : "write a number, such as 1250 or 0.04"};
  if (type == "flag" && value != "true" && value != "false") return Error{"write true or false"};
  if (type == "list" && !(value.starts_with('[') && value.ends_with(']')))
    return Error{"write a list in brackets, such as [100, 50] or [\"vtp\"]"};
  return value;
}

constexpr std::array<std::string_view, 4> kOfNumber{"quality", "source", "low", "high"};

}  // namespace

std::vector<Sheet::Section> toml_sections(const std::string& text) {
  try {
    return Reader{text}.read(toml::parse(text));
  } catch (const toml::parse_error&) {
    return {};
  }
}

Result<std::string> with_toml_value(const std::string& text, const std::string& key,
                                    const std::string& value) try {
  const auto root = toml::parse(text);
  const auto put = [&](Place at, const std::string& now) {
    return text.substr(0, at.from) + now + text.substr(at.to);
  };
  if (const auto* node = node_at(root, key); node != nullptr && !node->is_table()) {
    const auto now = written(type_of(*node), value);
    if (!now) return now.error();
    return put(place_of(text, *node), *now);
  }
  const auto dot = key.rfind('.');
  const auto leaf = dot == key.npos ? std::string{} : key.substr(dot + 1);
  const auto* number = dot == key.npos ? nullptr : node_at(root, key.substr(0, dot));
  const bool can_have = std::ranges::find(kOfNumber, leaf) != kOfNumber.end();
  if (number == nullptr || !can_have) return Error{"there is no such value"};
  const auto now = written(leaf == "quality" || leaf == "source" ? "text" : "number", value);
  if (!now) return now.error();
  const auto place = place_of(text, *number);
  const auto old = text.substr(place.from, place.to - place.from);
  if (number->is_number())
    return put(place, fmt::format("{{ value = {}, {} = {} }}", old, leaf, *now));
  if (!inline_table(*number)) return Error{"there is no such value"};
  const auto brace = old.rfind('}');
  auto inner = old.substr(0, brace);
  while (inner.ends_with(' ')) inner.pop_back();
  return put(place, fmt::format("{}, {} = {} }}", inner, leaf, *now));
} catch (const toml::parse_error&) {
  return Error{"case.toml cannot be read; correct it first"};
}

}  // namespace varde::app
