#include "editing/follow.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "editing/csv_text.hpp"
#include "editing/toml_place.hpp"
#include "editing/toml_text.hpp"

namespace varde::editing {

struct Followers {
  struct Cell {
    std::string file, column;
  };
  struct Mention {
    std::string file, list, key;  ///< [[list]] key; an empty list is the top of the file
  };
  std::string kind, group;
  std::string id = "id";
  std::vector<std::string> columns{};  ///< CSV files with a column for each
  std::vector<Cell> rows{};            ///< with a row for each, which goes with it
  std::vector<Cell> cells{};           ///< that name it
  std::vector<Mention> mentions{};
  std::vector<Mention> keys{};  ///< tables that have a value for each
};

namespace {

using steering::Files;
using Fields = std::map<std::string, std::string>;

constexpr const char* kCase = "case.toml";
constexpr const char* kScores = "scores.csv";
constexpr const char* kImportance = "importance.csv";

/// One line for each kind of record that is named elsewhere.
const std::vector<Followers>& all_followers() {
  static const std::vector<Followers> all{
      {.kind = "decision",
       .group = "alternative",
       .columns = {kScores},
       .mentions = {{kCase, "claim", "alternatives"}, {kCase, "claim", "over"}}},
      {.kind = "decision",
       .group = "criterion",
       .rows = {{kScores, "criterion"}, {kImportance, "criterion"}},
       .keys = {{kCase, "weighting", "criteria"}}},
      {.kind = "decision",
       .group = "area",
       .columns = {kImportance},
       .cells = {{kScores, "area"}, {"barriers.csv", "area"}},
       .mentions = {{kCase, "claim", "area"}}},
      {.kind = "decision",
       .group = "assessor",
       .rows = {{kScores, "assessor"}, {kImportance, "assessor"}}},
      {.kind = "cooperation",
       .group = "alternative",
       .cells = {{"items.csv", "alternative"}, {"staffing.csv", "alternative"}},
       .mentions = {{kCase, "stated", "alternative"},
                    {"cooperation.toml", "", "alternative"},
                    {"staffing.toml", "alternative", "economy"}}},
      {.kind = "cooperation",
       .group = "key",
       .id = "name",
       .cells = {{"items.csv", "key"}, {"staffing.csv", "key"}}},
      {.kind = "financing",
       .group = "solution",
       .cells = {{"projects.csv", "solution"},
                 {"running.csv", "solution"},
                 {"uses.csv", "solution"}}},
      {.kind = "growth",
       .group = "solution",
       .cells = {{"estimates.csv", "solution"},
                 {"investments.csv", "solution"},
                 {"funding.csv", "solution"},
                 {"reasons.csv", "solution"}},
       .mentions = {{kCase, "solution", "part_of"}}},
  };
  return all;
}

toml::table parsed(const Files& files, const std::string& name) {
  const auto file = files.find(name);
  if (file == files.end()) return {};
  try {
    return toml::parse(file->second);
  } catch (const toml::parse_error&) {
    return {};
  }
}

template <class Change>
void change_csv(Files& files, const std::string& name, Change change) {
  const auto file = files.find(name);
  if (file == files.end()) return;
  CsvText text(file->second);
  change(text);
  file->second = text.text();
}

/// A row with `id` in `column` for each of what the file tells apart by the other columns.
void add_rows(CsvText& text, const std::string& column, const std::string& id,
              const std::vector<std::string>& apart) {
  std::vector<Fields> kinds;
  text.each_row([&](Fields& row) {
    Fields kind;
    for (const auto& one : apart)
      if (one != column && row.contains(one)) kind[one] = row[one];
    if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(std::move(kind));
  });
  if (kinds.empty()) kinds.emplace_back();
  for (auto& kind : kinds) {
    kind[column] = id;
    text.append(kind);
  }
}

/// One more who judges: a row for each criterion, empty until it is judged otherwise than by all.
void add_assessor(CsvText& text, const std::string& id) {
  if (!text.has("assessor")) text.add_column("assessor", text.has("name") ? "name" : "criterion");
  std::vector<Fields> rows;
  text.each_row([&](Fields& row) {
    Fields one{{"criterion", row["criterion"]}, {"name", row["name"]}, {"assessor", id}};
    if (std::ranges::find(rows, one) == rows.end()) rows.push_back(std::move(one));
  });
  for (const auto& row : rows) text.append(row);
}

/// The paths in the file where it can stand.
std::vector<std::string> places_of(const Followers::Mention& mention, const toml::table& root) {
  if (mention.list.empty()) return {mention.key};
  std::vector<std::string> places;
  if (const auto* list = root[mention.list].as_array()) {
    for (std::size_t i = 0; i < list->size(); ++i)
      places.push_back(fmt::format("{}.{}.{}", mention.list, i, mention.key));
  }
  return places;
}

/// In a text value, or as one of a list of texts.
void change_mentions(Files& files, const Followers::Mention& mention, const std::string& id,
                     const std::string& now) {
  const auto root = parsed(files, mention.file);
  for (const auto& key : places_of(mention, root)) {
    const auto* node = find_node(root, key).node;
    if (node == nullptr) continue;
    auto& text = files[mention.file];
    if (node->is_string() && node->as_string()->get() == id) {
      if (auto changed = with_value(text, key, now)) text = std::move(*changed);
    } else if (const auto* list = node->as_array()) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        const auto* one = list->get(i)->as_string();
        if (one == nullptr || one->get() != id) continue;
        if (auto changed = with_value(text, fmt::format("{}.{}", key, i), now))
          text = std::move(*changed);
      }
    }
  }
}

/// `change` gives the text with another key, or without it, where a table has a value for `id`.
template <class Change>
void change_keys(Files& files, const Followers& followers, const std::string& id, Change change) {
  for (const auto& table : followers.keys) {
    for (const auto& place : places_of(table, parsed(files, table.file))) {
      auto& text = files[table.file];
      if (auto changed = change(text, fmt::format("{}.{}", place, id))) text = std::move(*changed);
    }
  }
}

}  // namespace

const Followers* followers_of(const Files& files, std::string_view group) {
  const auto kind = parsed(files, kCase)["kind"].value_or(std::string{});
  const auto found = std::ranges::find_if(all_followers(), [&](const Followers& one) {
    return one.group == group && one.kind == kind;
  });
  return found == all_followers().end() ? nullptr : &*found;
}

std::string_view id_key(const Followers& followers) { return followers.id; }

std::vector<std::string> ids_of(const Files& files, const Followers& followers) {
  std::vector<std::string> ids;
  const auto root = parsed(files, kCase);
  if (const auto* list = root[followers.group].as_array())
    for (const auto& one : *list)
      ids.push_back(one.is_table() ? (*one.as_table())[followers.id].value_or(std::string{}) : "");
  return ids;
}

std::string free_id(std::string_view group, const std::vector<std::string>& ids) {
  const auto taken = [&](const std::string& id) { return std::ranges::find(ids, id) != ids.end(); };
  const bool letters =
      ids.empty() ? group == "alternative" : std::ranges::all_of(ids, [](const std::string& id) {
        return id.size() == 1 && id[0] >= 'A' && id[0] <= 'Z';
      });
  for (char c = 'A'; letters && c <= 'Z'; ++c)
    if (!taken(std::string(1, c))) return std::string(1, c);
  const bool numbers = group == "criterion" && std::ranges::all_of(ids, [](const std::string& id) {
                         return id.find_first_not_of("0123456789") == id.npos;
                       });
  for (std::size_t n = ids.size() + 1;; ++n) {
    auto id = numbers ? std::to_string(n) : fmt::format("{}-{}", group, n);
    if (!taken(id)) return id;
  }
}

void follow_added(Files& files, const Followers& followers, const std::string& id,
                  const std::string& before) {
  for (const auto& file : followers.columns)
    change_csv(files, file, [&](CsvText& text) {
      if (!text.has(id)) text.add_column(id, before);
    });
  for (const auto& rows : followers.rows)
    change_csv(files, rows.file, [&](CsvText& text) {
      if (rows.column == "assessor") {
        add_assessor(text, id);
      } else {
        add_rows(text, rows.column, id, {"area", "assessor"});
      }
    });
}

void follow_renamed(Files& files, const Followers& followers, const std::string& id,
                    const std::string& now) {
  if (id.empty() || now.empty() || id == now) return;
  for (const auto& file : followers.columns)
    change_csv(files, file, [&](CsvText& text) {
      if (!text.has(now)) text.rename_column(id, now);
    });
  for (const auto* places : {&followers.rows, &followers.cells})
    for (const auto& cells : *places)
      change_csv(files, cells.file, [&](CsvText& text) {
        text.each_row([&](Fields& row) {
          if (const auto cell = row.find(cells.column); cell != row.end() && cell->second == id)
            cell->second = now;
        });
      });
  for (const auto& mention : followers.mentions) change_mentions(files, mention, id, now);
  change_keys(files, followers, id, [&](const std::string& text, const std::string& key) {
    return with_key(text, key, now);
  });
}

void follow_named(Files& files, const Followers& followers, const std::string& id,
                  const std::string& name) {
  if (id.empty()) return;
  for (const auto& rows : followers.rows)
    change_csv(files, rows.file, [&](CsvText& text) {
      if (rows.column == "assessor" || !text.has("name")) return;
      text.each_row([&](Fields& row) {
        if (row[rows.column] == id) row["name"] = name;
      });
    });
}

void follow_removed(Files& files, const Followers& followers, const std::string& id) {
  if (id.empty()) return;
  for (const auto& file : followers.columns)
    change_csv(files, file, [&](CsvText& text) { text.remove_column(id); });
  for (const auto& rows : followers.rows)
    change_csv(files, rows.file, [&](CsvText& text) { text.remove_rows(rows.column, id); });
  change_keys(files, followers, id, without);
}

}  // namespace varde::editing
