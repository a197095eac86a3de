#include "editing/sheet.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "cases/decision_case.hpp"
#include "cases/new_case.hpp"
#include "cases/portfolio_case.hpp"
#include "editing/beside.hpp"
#include "editing/csv_text.hpp"
#include "editing/follow.hpp"
#include "editing/toml_place.hpp"
#include "editing/toml_sheet.hpp"
#include "editing/toml_text.hpp"
#include "editing/toml_value.hpp"

namespace varde::editing {
namespace {

using steering::Edit;
using steering::Files;

/// "12/amount" or "12".
struct CsvKey {
  int line = 0;
  std::string_view column;
};

CsvKey csv_key(std::string_view key) {
  CsvKey read;
  const auto slash = key.find('/');
  const auto number = key.substr(0, slash);
  std::from_chars(number.data(), number.data() + number.size(), read.line);
  if (slash != key.npos) read.column = key.substr(slash + 1);
  return read;
}

/// "alternative" and "id" of "alternative.3.id"; of the record itself the second is empty.
struct RecordKey {
  std::string group;
  std::size_t index = 0;
  std::string leaf;
};

std::optional<RecordKey> record_key(const std::string& key) {
  const auto dot = key.find('.');
  if (dot == key.npos) return std::nullopt;
  RecordKey read{key.substr(0, dot), 0, {}};
  const auto* end = key.data() + key.size();
  const auto number = std::from_chars(key.data() + dot + 1, end, read.index);
  if (number.ec != std::errc{} || (number.ptr != end && *number.ptr != '.')) return std::nullopt;
  if (number.ptr != end) read.leaf.assign(number.ptr + 1, end);
  return read;
}

/// A case while its edits are made.
class Drafting {
 public:
  explicit Drafting(const Files& files) : files_(files), shapes_(shapes_of(kind_of(files))) {}

  Status make(const Edit& edit) {
    const bool toml = edit.file.ends_with(".toml");
    if (edit.key.empty() && toml) return make_file(edit);
    if (!files_.contains(edit.file)) return Error{"the case has no such file"};
    if (!toml) return csv(edit);
    flush();
    if (edit.action == "set") return set(edit);
    if (edit.action == "add") return add(edit);
    if (edit.action == "remove") return remove(edit);
    if (edit.action == "move") return move(edit);
    return Error{"an edit is set, add, remove or move"};
  }

  Files take() {
    flush();
    return std::move(files_);
  }

 private:
  /// Rows are kept apart while only their cells change.
  void flush() {
    for (const auto& [name, text] : tables_) files_[name] = text.text();
    tables_.clear();
  }

  Status csv(const Edit& edit) {
    auto& text = tables_.try_emplace(edit.file, files_[edit.file]).first->second;
    const auto key = csv_key(edit.key);
    Status done = Error{"an edit of a CSV file is set, add or remove"};
    if (edit.action == "set") done = text.set(key.line, key.column, edit.value);
    if (edit.action == "remove") done = text.remove(key.line);
    if (edit.action == "add") done = text.add(key.line, edit.value);
    if (edit.action != "set" || edit.value.find('\n') != edit.value.npos) flush();
    return done;
  }

  Status make_file(const Edit& edit) {
    flush();
    for (const auto& one : beside(kind_of(files_))) {
      if (one.file != edit.file) continue;
      if (edit.action == "remove") {
        files_.erase(edit.file);
        return Done{};
      }
      if (edit.action != "add" || files_.contains(edit.file)) return Error{"is there already"};
      const auto made = one.made(files_);
      if (made.empty()) return Error{"the case must be readable first; correct its mistakes"};
      for (const auto& [name, text] : made) files_[name] = text;
      return Done{};
    }
    return Error{"this kind of case has no such file to add"};
  }

  Status keep(const std::string& file, Result<std::string> text) {
    if (!text) return Error{text.error().message};
    files_[file] = std::move(*text);
    return Done{};
  }

  /// The record of case.toml that a key is of, when others name it by its id.
  const Followers* followers(const Edit& edit, const RecordKey& key) const {
    return edit.file == "case.toml" ? followers_of(files_, key.group) : nullptr;
  }
  std::string id_at(const Followers& followers, std::size_t index) const {
    const auto ids = ids_of(files_, followers);
    return index < ids.size() ? ids[index] : "";
  }

  Status set(const Edit& edit) {
    const auto* shape = shape_of(shapes_, edit.file, edit.key);
    const auto key = record_key(edit.key);
    const auto* follow = key ? followers(edit, *key) : nullptr;
    const auto id = follow == nullptr ? "" : id_at(*follow, key->index);
    const bool renames = follow != nullptr && key->leaf == id_key(*follow);
    if (renames && edit.value.empty()) return Error{"others name it by this; write one"};
    if (renames && edit.value != id && named(*follow, edit.value))
      return Error{fmt::format("'{}' stands already; give each its own", edit.value)};
    auto done = keep(edit.file, with_value(files_[edit.file], edit.key, edit.value, shape));
    if (!done || follow == nullptr) return done;
    if (renames && id.empty()) {
      follow_added(files_, *follow, edit.value,
                   key->index > 0 ? id_at(*follow, key->index - 1) : "");
    } else if (renames) {
      follow_renamed(files_, *follow, id, edit.value);
    } else if (key->leaf == "name") {
      follow_named(files_, *follow, id, edit.value);
    }
    return done;
  }

  bool named(const Followers& followers, const std::string& id) const {
    const auto ids = ids_of(files_, followers);
    return std::ranges::find(ids, id) != ids.end();
  }

  Status add(const Edit& edit) {
    auto key = record_key(edit.key).value_or(RecordKey{edit.key, 0, {}});
    const auto* follow = key.leaf.empty() ? followers(edit, key) : nullptr;
    std::vector<std::string> lines;
    std::string id, before;
    if (follow != nullptr) {
      const auto ids = ids_of(files_, *follow);
      id = free_id(key.group, ids);
      const bool last = edit.key == key.group || key.index >= ids.size();
      before = ids.empty() ? "" : last ? ids.back() : ids[key.index];
      lines.push_back(fmt::format("{} = {}", id_key(*follow), toml_quoted(id)));
      const auto* shape = shapes_.find(edit.file, key.group + ".*");
      if (id_key(*follow) != "name" && shape != nullptr && shape->key("name") != nullptr)
        lines.emplace_back("name = \"\"");
    }
    auto done = keep(edit.file, with_record(files_[edit.file], edit.key, lines));
    if (done && follow != nullptr) follow_added(files_, *follow, id, before);
    return done;
  }

  Status remove(const Edit& edit) {
    const auto key = record_key(edit.key);
    const auto* follow = key && key->leaf.empty() ? followers(edit, *key) : nullptr;
    const auto id = follow == nullptr ? "" : id_at(*follow, key->index);
    auto done = keep(edit.file, without(files_[edit.file], edit.key));
    if (done && follow != nullptr) follow_removed(files_, *follow, id);
    return done;
  }

  Status move(const Edit& edit) {
    if (edit.value != "1" && edit.value != "-1") return Error{"a record moves by 1 or -1"};
    return keep(edit.file, with_moved(files_[edit.file], edit.key, edit.value == "1" ? 1 : -1));
  }

  Files files_;
  const cases::Shapes& shapes_;
  std::map<std::string, CsvText, std::less<>> tables_;
};

/// Reads all files of a case, and tells what it asks for.
void learn(const Files& files, cases::Shapes& shapes) {
  const auto kind = kind_of(files);
  if (kind == "decision") {
    (void)cases::parse_decision(files, &shapes);
  } else if (kind == "portfolio") {
    (void)cases::parse_portfolio(files, &shapes);
  } else {
    (void)cases::parse_case(files, &shapes);
  }
  for (const auto& one : beside(kind))
    if (files.contains(one.file)) (void)one.mistakes(files, &shapes);
}

cases::Shapes learnt(const std::string& kind) {
  auto files = cases::new_case_with(kind, {});
  if (!files) return {};
  for (const auto& one : beside(kind))
    for (const auto& [name, text] : one.made(*files)) (*files)[name] = text;
  return cases::learnt_shapes(*files, learn);
}

}  // namespace

std::string kind_of(const Files& files) {
  const auto it = files.find("case.toml");
  if (it == files.end()) return {};
  try {
    return toml::parse(it->second)["kind"].value_or(std::string{});
  } catch (const toml::parse_error&) {
    return {};
  }
}

const cases::Shapes& shapes_of(const std::string& kind) {
  static const auto all = [] {
    std::map<std::string, cases::Shapes, std::less<>> shapes;
    for (const auto* one : {"cooperation", "financing", "growth", "decision", "portfolio"})
      shapes.emplace(one, learnt(one));
    return shapes;
  }();
  static const cases::Shapes none;
  const auto found = all.find(kind);
  return found == all.end() ? none : found->second;
}

steering::Sheet sheet_of(const Files& files) {
  steering::Sheet sheet;
  const auto kind = kind_of(files);
  const auto& shapes = shapes_of(kind);
  if (const auto it = files.find("case.toml"); it != files.end())
    add_toml(it->first, it->second, shapes, sheet);
  for (const auto& [name, text] : files) {
    if (name.ends_with(".toml")) {
      if (name != "case.toml") add_toml(name, text, shapes, sheet);
    } else if (auto table = csv_table(name, text)) {
      sheet.tables.push_back(std::move(*table));
    }
  }
  for (const auto& one : beside(kind))
    if (!files.contains(one.file)) sheet.offers.push_back({one.file, one.title});
  return sheet;
}

steering::Edited edited(const Files& files, const std::vector<Edit>& edits) {
  Drafting draft(files);
  steering::Edited result;
  for (const auto& edit : edits) {
    const auto done = draft.make(edit);
    if (done) continue;
    const bool toml = edit.file.ends_with(".toml") && !edit.key.empty();
    result.mistakes.push_back(
        {edit.file, toml ? 0 : csv_key(edit.key).line,
         toml ? edit.key + ": " + done.error().message : done.error().message});
  }
  result.files = draft.take();
  return result;
}

}  // namespace varde::editing
