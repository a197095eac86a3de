#include "editing/toml_sheet.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "editing/toml_place.hpp"
#include "editing/toml_value.hpp"

namespace varde::editing {
namespace {

using cases::KeyShape;
using cases::Shapes;
using cases::TableShape;
using steering::Sheet;

std::string type_word(cases::ValueType type) {
  switch (type) {
    case cases::ValueType::number:
      return "number";
    case cases::ValueType::flag:
      return "flag";
    case cases::ValueType::texts:
    case cases::ValueType::numbers:
      return "list";
    case cases::ValueType::text:
      break;
  }
  return "text";
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

Sheet::Field offered(std::string key, const KeyShape& shape) {
  return {std::move(key), "", type_word(shape.type), "", 0, shape.choices, shape.required};
}

/// The tables straight inside `path` that are no records and whose keys are fixed.
std::vector<const TableShape*> inside(const Shapes& shapes, const std::string& file,
                                      const std::string& path) {
  std::vector<const TableShape*> found;
  const auto start = path.empty() ? "" : path + ".";
  for (const auto& one : shapes.all()) {
    if (one.file != file || one.records() || one.open || one.keys.empty()) continue;
    if (one.path.starts_with(start) && one.path.find('.', start.size()) == std::string::npos &&
        !one.path.empty())
      found.push_back(&one);
  }
  return found;
}

/// Every key that a record can have; those of a table in it as "handling.mean_s".
std::vector<Sheet::Field> columns_of(const Shapes& shapes, const TableShape& shape) {
  std::vector<Sheet::Field> columns;
  const auto tables = inside(shapes, shape.file, shape.path);
  const auto last = [](const TableShape& one) { return one.path.substr(one.path.rfind('.') + 1); };
  for (const auto& key : shape.keys) {
    const bool with_origin = std::ranges::any_of(
        tables, [&](const auto* one) { return last(*one) == key.key && one->key("value"); });
    if (!with_origin) columns.push_back(offered(key.key, key));
  }
  for (const auto* table : tables)
    for (const auto& key : table->keys)
      columns.push_back(offered(joined(last(*table), key.key), key));
  return columns;
}

class Reader {
 public:
  Reader(const std::string& file, const std::string& text, const Shapes& shapes, Sheet& into)
      : file_(file), text_(text), shapes_(shapes), into_(into) {}

  void read(const toml::table& root) {
    section("", root);
    std::ranges::stable_sort(places_, {}, &Ordered::line);
    for (auto& one : places_) into_.sections.push_back(std::move(one.section));
    for (const auto& shape : shapes_.all()) {
      const bool here = shape.file == file_ && shape.path.find('*') == std::string::npos;
      if (!here || shape.path.empty() || find_node(root, shape.path).node != nullptr) continue;
      Sheet::Section missing{file_, shape.path, {}, {}, shape.open};
      for (const auto& key : shape.keys)
        missing.absent.push_back(offered(joined(shape.path, key.key), key));
      if (shape.open || !missing.absent.empty()) into_.sections.push_back(std::move(missing));
    }
  }

 private:
  struct Ordered {
    std::uint32_t line;
    Sheet::Section section;
  };

  void section(const std::string& name, const toml::table& table) {
    Sheet::Section own{file_, name, {}, {}, false};
    groups(name);
    for (const auto& [key, node] : table) {
      const auto path = joined(name, key.str());
      if (is_inline(node)) {
        for (const auto& [leaf, value] : *node.as_table()) {
          if (is_tables(value)) {
            records(joined(path, leaf.str()), *value.as_array());
          } else {
            field(own, joined(path, leaf.str()), value);
          }
        }
      } else if (const auto* inner = node.as_table()) {
        section(path, *inner);
      } else if (is_tables(node)) {
        records(path, *node.as_array());
      } else {
        field(own, path, node);
      }
    }
    std::ranges::sort(own.fields, {}, [&](const Sheet::Field& one) { return order_.at(one.key); });
    offer(own, table);
    if (own.fields.empty() && own.absent.empty() && !own.open) return;
    const auto line = name.empty() ? 0 : table.source().begin.line;
    const bool record = shape_path(name).ends_with(".*");
    places_.push_back({line, std::move(own)});
    if (record) open_tables(name, table, line);
  }

  /// Tables whose keys a person names, and that a record does not have yet.
  void open_tables(const std::string& name, const toml::table& table, std::uint32_t line) {
    const auto start = shape_path(name) + ".";
    for (const auto& shape : shapes_.all()) {
      if (shape.file != file_ || !shape.open || !shape.path.starts_with(start)) continue;
      const auto leaf = shape.path.substr(start.size());
      if (leaf.find('.') == leaf.npos && !table.contains(leaf))
        places_.push_back({line, {file_, joined(name, leaf), {}, {}, true}});
    }
  }

  void records(const std::string& path, const toml::array& list) {
    std::size_t index = 0;
    for (const auto& item : list) section(joined(path, std::to_string(index++)), *item.as_table());
  }

  /// What can be added straight inside the table `name`.
  void groups(const std::string& name) {
    const auto start = name.empty() ? "" : shape_path(name) + ".";
    for (const auto& shape : shapes_.all()) {
      if (shape.file != file_ || !shape.records() || !shape.path.starts_with(start)) continue;
      const auto leaf = shape.path.substr(start.size(), shape.path.size() - start.size() - 2);
      if (leaf.find_first_of(".*") != leaf.npos) continue;
      into_.groups.push_back({file_, joined(name, leaf), columns_of(shapes_, shape)});
    }
  }

  void offer(Sheet::Section& own, const toml::table& table) const {
    const auto path = shape_path(own.name);
    const auto* shape = shapes_.find(file_, path);
    if (shape == nullptr) return;
    own.open = shape->open;
    const bool record = shape->records();
    for (const auto& column : record ? columns_of(shapes_, *shape) : own_keys(*shape, table)) {
      const auto key = joined(own.name, column.key);
      const auto has = [&](const Sheet::Field& one) { return one.key == key; };
      if (std::ranges::any_of(own.fields, has)) continue;
      // A number that says where it comes from is there as its value.
      const auto dot = column.key.rfind('.');
      if (find_node(table, column.key).node != nullptr) continue;
      if (dot != column.key.npos && find_node(table, column.key.substr(0, dot)).node != nullptr &&
          find_node(table, column.key.substr(0, dot)).node->is_number())
        continue;
      auto absent = column;
      absent.key = key;
      own.absent.push_back(std::move(absent));
    }
  }

  /// Of a table that is no record: its keys, and what its { ... } can be given more.
  std::vector<Sheet::Field> own_keys(const TableShape& shape, const toml::table& table) const {
    std::vector<Sheet::Field> keys;
    for (const auto& key : shape.keys) keys.push_back(offered(key.key, key));
    for (const auto& [key, node] : table) {
      const auto* inner = shapes_.find(file_, joined(shape.path, key.str()));
      if (!is_inline(node) || inner == nullptr || inner->key("value") != nullptr) continue;
      for (const auto& one : inner->keys)
        keys.push_back(offered(joined(std::string(key.str()), one.key), one));
    }
    return keys;
  }

  void field(Sheet::Section& into, std::string key, const toml::node& node) {
    const auto place = place_of(text_, node);
    order_[key] = place.from;
    const auto* shape = shape_of(shapes_, file_, key);
    Sheet::Field one;
    one.value = node.is_string() ? node.as_string()->get()
                                 : text_.substr(place.from, place.to - place.from);
    one.type = type_word(toml_type(node));
    one.note = note_behind(text_, place.to);
    one.line = static_cast<int>(node.source().begin.line);
    if (shape != nullptr) {
      one.choices = shape->choices;
      one.required = shape->required;
    }
    one.key = std::move(key);
    into.fields.push_back(std::move(one));
  }

  const std::string& file_;
  const std::string& text_;
  const Shapes& shapes_;
  Sheet& into_;
  std::map<std::string, std::size_t> order_;  ///< where each value stands
  std::vector<Ordered> places_;
};

}  // namespace

std::string shape_path(std::string_view key) {
  std::string path;
  while (!key.empty()) {
    const auto part = key.substr(0, key.find('.'));
    key.remove_prefix(std::min(part.size() + 1, key.size()));
    const bool index = part.find_first_not_of("0123456789") == part.npos && !path.empty();
    path += path.empty() ? "" : ".";
    path += index ? "*" : part;
  }
  return path;
}

const KeyShape* shape_of(const Shapes& shapes, std::string_view file, std::string_view key) {
  const auto dot = key.rfind('.');
  const auto* table = shapes.find(file, shape_path(dot == key.npos ? "" : key.substr(0, dot)));
  return table == nullptr ? nullptr : table->key(dot == key.npos ? key : key.substr(dot + 1));
}

void add_toml(const std::string& file, const std::string& text, const Shapes& shapes,
              Sheet& sheet) {
  try {
    Reader{file, text, shapes, sheet}.read(toml::parse(text));
  } catch (const toml::parse_error&) {
    return;  // check() of the tools tells why
  }
}

}  // namespace varde::editing
