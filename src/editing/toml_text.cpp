#include "editing/toml_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "editing/toml_place.hpp"
#include "editing/toml_value.hpp"

namespace varde::editing {
namespace {

using cases::KeyShape;
using cases::ValueType;

constexpr std::array<std::string_view, 4> kOfNumber{"quality", "source", "low", "high"};

std::string_view head(std::string_view key) {
  return key.substr(0, std::min(key.rfind('.'), key.size()));
}
std::string parent_of(std::string_view key) {
  return key.find('.') == key.npos ? std::string() : std::string(head(key));
}
std::string leaf_of(std::string_view key) { return std::string(key.substr(key.rfind('.') + 1)); }

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r") == text.npos; }

/// One change of a text. Every function gives the new text, or nothing but an error.
class Editor {
 public:
  explicit Editor(const std::string& text) : text_(text), root_(toml::parse(text)) {}

  Result<std::string> set(const std::string& key, const std::string& value,
                          const KeyShape* shape) const {
    const auto* node = find_node(root_, key).node;
    if (is_inlined(node) && node->as_table()->contains("value"))
      return set(key + ".value", value, {});
    if (node != nullptr && (node->is_value() || (node->is_array() && !is_tables(*node)))) {
      const auto type = shape != nullptr && !node->is_number() ? shape->type : toml_type(*node);
      const bool word = shape != nullptr && !shape->choices.empty();
      if (value.empty() && (word || type != ValueType::text)) return remove(key);
      const auto now = toml_written(type, value);
      if (!now) return now.error();
      return put(place_of(text_, *node), *now);
    }
    if (node != nullptr) return Error{"is a table; set what is in it"};
    if (value.empty()) return text_;
    return add_value(key, value, shape);
  }

  Result<std::string> add_record(const std::string& key,
                                 const std::vector<std::string>& lines) const {
    const auto found = find_node(root_, key);
    if (found.node == nullptr) return first_record(key, found.names, lines);
    if (const auto* list = found.node->as_array()) {
      if (!list->empty() && !is_tables(*found.node)) return Error{"is no list of records"};
      if (list->empty())
        return put(place_of(text_, *found.node), fmt::format("[{{ {} }}]", fmt::join(lines, ", ")));
      return behind(*list->get(list->size() - 1), found.names, lines);
    }
    if (!is_element(key) || !found.node->is_table()) return Error{"there is no such record"};
    return behind(*found.node, found.names, lines);
  }

  Result<std::string> remove(const std::string& key) const {
    const auto* node = find_node(root_, key).node;
    if (node == nullptr) return Error{"there is no such value"};
    if (is_element(key)) {
      if (!node->is_table()) return Error{"is no record"};
      return is_inline(*node) ? without_element(place_of(text_, *node))
                              : without_block(*node->as_table());
    }
    const auto* parent = find_node(root_, parent_of(key)).node;
    if (node->is_table() && !is_inline(*node)) return without_block(*node->as_table());
    if (is_records(*node)) return Error{"has records; remove them one by one"};
    if (is_inlined(parent)) return Error{"write a value"};
    const auto place = place_of(text_, *node);
    return cut({line_start(text_, place.from), line_end(text_, place.to)});
  }

  Result<std::string> rename(const std::string& key, const std::string& now) const {
    const auto* parent = find_node(root_, parent_of(key)).node;
    const auto* table = parent == nullptr ? nullptr : parent->as_table();
    if (table == nullptr || !table->contains(leaf_of(key))) return Error{"there is no such value"};
    const auto found = table->find(leaf_of(key));
    if (found->second.is_table() || is_records(found->second))
      return Error{"is a table; set what is in it"};
    if (table->contains(now)) return Error{"is there already"};
    return put(place_of(text_, found->first), toml_key(now));
  }

  Result<std::string> move(const std::string& key, int by) const {
    const auto* list = find_node(root_, parent_of(key)).node;
    const auto* node = find_node(root_, key).node;
    if (!is_element(key) || node == nullptr || !is_tables(*list))
      return Error{"there is no such record"};
    const auto other_key = fmt::format("{}.{}", parent_of(key), std::stoll(leaf_of(key)) + by);
    const auto* other = find_node(root_, other_key).node;
    if (other == nullptr) return Error{"stands there already: there is no place further on"};
    const auto place = [&](const toml::node& one) {
      return is_inline(one) ? place_of(text_, one) : block_of(text_, *one.as_table());
    };
    const auto first = place(by < 0 ? *other : *node), second = place(by < 0 ? *node : *other);
    const auto part = [&](std::size_t from, std::size_t to) {
      return text_.substr(from, to - from);
    };
    return part(0, first.from) + part(second.from, second.to) + part(first.to, second.from) +
           part(first.from, first.to) + text_.substr(second.to);
  }

 private:
  static bool is_inlined(const toml::node* node) { return node != nullptr && is_inline(*node); }

  /// Whether the path ends in a place of a list.
  bool is_element(const std::string& key) const {
    const auto* parent = find_node(root_, parent_of(key)).node;
    return !parent_of(key).empty() && parent != nullptr && parent->is_array();
  }

  std::string put(Place at, const std::string& now) const {
    return text_.substr(0, at.from) + now + text_.substr(at.to);
  }
  /// A line of its own behind the line that ends at `end`.
  std::string line_behind(std::size_t end, const std::string& line) const {
    return put({end, end}, "\n" + line);
  }
  std::string cut(Place lines) const {
    if (const auto next = text_.find('\n', lines.to); next != text_.npos) lines.to = next + 1;
    return put(lines, "");
  }
  Result<std::string> add_value(const std::string& key, const std::string& value,
                                const KeyShape* shape) const {
    const auto leaf = leaf_of(key);
    const auto parent = find_node(root_, parent_of(key));
    if (parent.node != nullptr && (parent.node->is_number() || is_inlined(parent.node)))
      return add_inside(*parent.node, leaf, value, shape);
    const auto now = toml_written(shape != nullptr ? shape->type : toml_guess(value), value);
    if (!now) return now.error();
    const auto line = fmt::format("{} = {}", toml_key(leaf), *now);
    if (parent.node == nullptr) return add_table(key, line);
    const auto* table = parent.node->as_table();
    if (table == nullptr) return Error{"there is no such value"};
    const bool root = table == &root_;
    if (const auto end = own_end(text_, *table, root)) return line_behind(*end, line);
    return root ? line + "\n" + text_ : at_end(fmt::format("[{}]\n{}", joined(parent.names), line));
  }

  /// Into { ... }, or a number that becomes { value = number, ... }.
  Result<std::string> add_inside(const toml::node& holder, const std::string& leaf,
                                 const std::string& value, const KeyShape* shape) const {
    const bool of_number = std::ranges::find(kOfNumber, leaf) != kOfNumber.end();
    if (holder.is_number() && !of_number) return Error{"there is no such value"};
    const bool word = leaf == "quality" || leaf == "source";
    const auto type = shape != nullptr ? shape->type
                      : word           ? ValueType::text
                      : of_number      ? ValueType::number
                                       : toml_guess(value);
    const auto now = toml_written(type, value);
    if (!now) return now.error();
    const auto place = place_of(text_, holder);
    const auto old = text_.substr(place.from, place.to - place.from);
    if (holder.is_number())
      return put(place, fmt::format("{{ value = {}, {} = {} }}", old, leaf, *now));
    auto inner = old.substr(0, old.rfind('}'));
    while (inner.ends_with(' ')) inner.pop_back();
    const auto* comma = holder.as_table()->empty() ? "" : ",";
    return put(place, fmt::format("{}{} {} = {} }}", inner, comma, toml_key(leaf), *now));
  }

  /// A value in a table that is not there: inside its record, or as a table at the end.
  Result<std::string> add_table(const std::string& key, const std::string& line) const {
    const auto path = parent_of(key);
    const auto above = find_node(root_, parent_of(path));
    if (is_element(path)) return Error{"there is no such record"};
    if (above.node == nullptr || !above.node->is_table()) return Error{"there is no such value"};
    const auto& holder = *above.node->as_table();
    const auto value = fmt::format("{} = {{ {} }}", toml_key(leaf_of(path)), line);
    if (is_inline(holder)) return Error{"there is no such value"};
    if (is_element(parent_of(path))) return line_behind(*own_end(text_, holder, false), value);
    auto names = above.names;
    names.push_back(leaf_of(path));
    return at_end(fmt::format("[{}]\n{}", joined(names), line));
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& one : names) text += (text.empty() ? "" : ".") + toml_key(one);
    return text;
  }

  static std::string record(const std::vector<std::string>& names,
                            const std::vector<std::string>& lines) {
    auto text = fmt::format("[[{}]]", joined(names));
    for (const auto& line : lines) text += "\n" + line;
    return text;
  }

  std::string at_end(const std::string& block) const {
    auto text = text_;
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    return text + (text.empty() ? "" : "\n") + block + "\n";
  }

  Result<std::string> first_record(const std::string& key, const std::vector<std::string>& names,
                                   const std::vector<std::string>& lines) const {
    const auto* holder = find_node(root_, parent_of(key)).node;
    if (is_element(key) || holder == nullptr || !holder->is_table())
      return Error{"there is no such record"};
    const auto& table = *holder->as_table();
    if (is_inline(table)) {
      const KeyShape list{leaf_of(key), ValueType::numbers};
      return add_inside(table, leaf_of(key), fmt::format("[{{ {} }}]", fmt::join(lines, ", ")),
                        &list);
    }
    const auto text = record(names, lines);
    if (!is_element(parent_of(key))) return at_end(text);
    return line_behind(block_of(text_, table).to, "\n" + text);
  }

  Result<std::string> behind(const toml::node& node, const std::vector<std::string>& names,
                             const std::vector<std::string>& lines) const {
    if (!is_inline(node))
      return line_behind(block_of(text_, *node.as_table()).to, "\n" + record(names, lines));
    const auto inner = fmt::format("{{ {} }}", fmt::join(lines, ", "));
    const auto place = place_of(text_, node);
    const auto start = line_start(text_, place.from), end = line_end(text_, place.to);
    const auto indent = text_.substr(start, place.from - start);
    const bool alone = indent.find_first_not_of(" \t") == indent.npos;
    const auto rest = text_.substr(place.to, end - place.to);
    const auto after = rest.find_first_not_of(" \t");
    if (!alone || (after != rest.npos && rest[after] != ',' && rest[after] != '#'))
      return put({place.to, place.to}, ", " + inner);
    if (after != rest.npos && rest[after] == ',')
      return put({end, end}, "\n" + indent + inner + ",");
    return text_.substr(0, place.to) + "," + rest + "\n" + indent + inner + text_.substr(end);
  }

  std::string without_block(const toml::table& table) const {
    auto place = block_of(text_, table);
    // One of the empty lines around it goes too.
    auto next = text_.find('\n', place.to);
    if (next == text_.npos) next = text_.size();
    const auto following =
        std::min(text_.find('\n', std::min(next + 1, text_.size())), text_.size());
    if (next < text_.size() &&
        blank(std::string_view(text_).substr(next + 1, following - next - 1)))
      place.to = next + 1;
    return cut(place);
  }

  /// { ... } out of a list, with the comma that is too much and, alone on a line, with the line.
  std::string without_element(Place place) const {
    const auto comma = text_.find_first_not_of(" \t\r\n", place.to);
    const bool more = comma != text_.npos && text_[comma] == ',';
    if (more) {
      place.to = comma + 1;
    } else if (const auto before = text_.find_last_not_of(" \t\r\n", place.from - 1);
               before != text_.npos && text_[before] == ',' &&
               line_start(text_, before) == line_start(text_, place.from)) {
      place.from = before;
    }
    const auto start = line_start(text_, place.from), end = line_end(text_, place.to);
    const std::string_view all = text_, rest = all.substr(place.to, end - place.to);
    if (blank(all.substr(start, place.from - start)) && blank(rest.substr(0, rest.find('#'))))
      return cut({start, end});
    while (more && place.to < end && text_[place.to] == ' ') ++place.to;
    return put(place, "");
  }

  const std::string& text_;
  toml::table root_;
};

/// Runs one change, and refuses what would make the file one that cannot be read.
template <class Change>
Result<std::string> changed(const std::string& text, Change change) {
  try {
    const Editor editor(text);
    auto now = change(editor);
    if (!now) return now;
    try {
      (void)toml::parse(*now);
      return now;
    } catch (const toml::parse_error&) {
      return Error{"the file could not be read with this; write another value"};
    }
  } catch (const toml::parse_error&) {
    return Error{"the file cannot be read; correct it first"};
  }
}

}  // namespace

Result<std::string> with_value(const std::string& text, const std::string& key,
                               const std::string& value, const cases::KeyShape* shape) {
  return changed(text, [&](const Editor& editor) { return editor.set(key, value, shape); });
}

Result<std::string> with_record(const std::string& text, const std::string& key,
                                const std::vector<std::string>& lines) {
  return changed(text, [&](const Editor& editor) { return editor.add_record(key, lines); });
}

Result<std::string> without(const std::string& text, const std::string& key) {
  return changed(text, [&](const Editor& editor) { return editor.remove(key); });
}

Result<std::string> with_key(const std::string& text, const std::string& key,
                             const std::string& now) {
  return changed(text, [&](const Editor& editor) { return editor.rename(key, now); });
}

Result<std::string> with_moved(const std::string& text, const std::string& key, int by) {
  return changed(text, [&](const Editor& editor) { return editor.move(key, by); });
}

}  // namespace varde::editing
