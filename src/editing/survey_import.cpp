#include "editing/survey_import.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cases/load.hpp"
#include "editing/csv_text.hpp"
#include "editing/workbook_table.hpp"

namespace varde::editing {
namespace {

using steering::Files;
using steering::ImportPreview;
using steering::Sheet;

constexpr std::string_view kFile = "survey.csv";
constexpr std::array<std::string_view, 3> kKey{"municipality", "area", "category"};
constexpr std::array<std::string_view, 4> kAnswer{"amount", "hours", "quality", "source"};

std::optional<std::size_t> column_of(const Sheet::Table& table, std::string_view name) {
  const auto at = std::ranges::find(table.columns, name);
  if (at == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(at - table.columns.begin());
}

const std::string& cell(const Sheet::Table& table, const Sheet::Row& row, std::string_view name) {
  static const std::string kNothing;
  const auto at = column_of(table, name);
  return at ? row.cells[*at] : kNothing;
}

std::string key_of(const Sheet::Table& table, const Sheet::Row& row) {
  std::string key;
  for (const auto name : kKey) key += cell(table, row, name) + "/";
  return key;
}

std::string shown(const Sheet::Table& table, const Sheet::Row& row) {
  std::string text;
  for (const auto name : kAnswer) {
    const auto& value = cell(table, row, name);
    if (value.empty()) continue;
    if (!text.empty()) text += " · ";
    text += name == "hours" ? value + " h" : value;
  }
  return text;
}

std::string what(const Sheet::Table& table, const Sheet::Row& row) {
  const auto& name = cell(table, row, "name");
  return fmt::format("{}{}{} · {} · {}", cell(table, row, "municipality"), name.empty() ? "" : " ",
                     name, cell(table, row, "area"), cell(table, row, "category"));
}

Result<Sheet::Table> table_in(std::string_view bytes) {
  if (is_workbook(bytes)) return table_in_workbook(bytes, {kKey.begin(), kKey.end()});
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto table = csv_table("survey", std::string{bytes});
  if (!table) return Error{"the file is empty; it needs a first row with column names"};
  return std::move(*table);
}

std::vector<std::string> mistakes_of_columns(const Sheet::Table& table) {
  std::vector<std::string> mistakes;
  for (const auto name : kKey)
    if (!column_of(table, name))
      mistakes.push_back(fmt::format("the column '{}' is missing; add it to the first row", name));
  if (!column_of(table, "amount") && !column_of(table, "hours"))
    mistakes.emplace_back("there is no column 'amount' or 'hours'; add one of them");
  for (const auto& name : table.columns) {
    const bool known = name == "name" || name == "low" || name == "high" || name == "year" ||
                       std::ranges::find(kKey, name) != kKey.end() ||
                       std::ranges::find(kAnswer, name) != kAnswer.end();
    if (!known)
      mistakes.push_back(
          fmt::format("the column '{}' is not one of the survey's; take it out", name));
  }
  return mistakes;
}

/// Puts the rows of a file into the case's survey.
class Import {
 public:
  Import(const Files& files, Sheet::Table incoming)
      : files_(files), incoming_(std::move(incoming)), text_(survey_text(files)) {
    if (const auto it = files.find(kFile); it != files.end())
      if (auto table = csv_table(std::string{kFile}, it->second)) survey_ = std::move(*table);
    for (const auto& row : survey_.rows) places_.emplace(key_of(survey_, row), &row);
  }

  ImportPreview run() {
    for (const auto& row : incoming_.rows) take(row);
    Files merged = files_;
    merged[std::string{kFile}] = text_.text();
    check(merged);
    const bool wrong =
        std::ranges::any_of(preview_.rows, [](const auto& row) { return row.status == "wrong"; });
    if (!wrong && preview_.mistakes.empty()) preview_.files = std::move(merged);
    return std::move(preview_);
  }

 private:
  static std::string survey_text(const Files& files) {
    const auto it = files.find(kFile);
    return it == files.end() ? "municipality,name,area,category,amount,hours,quality,source\n"
                             : it->second;
  }

  void take(const Sheet::Row& row) {
    ImportPreview::Row shown_row{row.line, "same", what(incoming_, row), {}, shown(incoming_, row),
                                 {}};
    const auto key = key_of(incoming_, row);
    const auto [first, once] = seen_.emplace(key, row.line);
    int line = kNowhere;
    if (!once) {
      shown_row.status = "wrong";
      shown_row.mistakes.push_back(
          fmt::format("the same question stands on line {}; keep one", first->second));
    } else if (const auto place = places_.find(key); place != places_.end()) {
      line = place->second->line;
      shown_row.before = shown(survey_, *place->second);
      if (changed(row, *place->second)) shown_row.status = "changed";
    } else {
      shown_row.status = "added";
      line = kAdded;
      add(row);
    }
    lines_.push_back(line);
    preview_.rows.push_back(std::move(shown_row));
  }

  /// Whether anything differs; sets what does.
  bool changed(const Sheet::Row& row, const Sheet::Row& old) {
    bool differs = false;
    for (const auto name : kAnswer) {
      const auto at = column_of(incoming_, name);
      if (!at || row.cells[*at] == cell(survey_, old, name)) continue;
      differs = true;
      if (auto done = text_.set(old.line, name, row.cells[*at]); !done)
        preview_.mistakes.push_back("survey.csv: " + done.error().message);
    }
    return differs;
  }

  void add(const Sheet::Row& row) {
    std::string line;
    const auto columns =
        survey_.columns.empty()
            ? std::vector<std::string>{"municipality", "name",  "area",    "category",
                                       "amount",       "hours", "quality", "source"}
            : survey_.columns;
    for (const auto& name : columns) {
      if (&name != &columns.front()) line += ',';
      line += csv_field(cell(incoming_, row, name), ',');
    }
    const int last = survey_.rows.empty() ? 1 : survey_.rows.back().line;
    if (auto done = text_.add(last, line); !done)
      preview_.mistakes.push_back("survey.csv: " + done.error().message);
  }

  /// What the reader of cases says of the merged survey, put at the rows it comes from. Rows that
  /// are added stand behind the others, in order.
  void check(const Files& merged) {
    const auto read = cases::parse_case(merged);
    if (read) return;
    const int last = survey_.rows.empty() ? 1 : survey_.rows.back().line;
    for (const auto& mistake : read.error()) {
      auto* row = mistake.file == kFile ? row_at(mistake.line, last) : nullptr;
      if (row == nullptr) {
        preview_.mistakes.push_back(to_string(mistake));
        continue;
      }
      row->status = "wrong";
      row->mistakes.push_back(mistake.text);
    }
  }

  ImportPreview::Row* row_at(int line, int last) {
    int behind = line - last;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool here = line > last ? lines_[i] == kAdded && --behind == 0 : lines_[i] == line;
      if (here) return &preview_.rows[i];
    }
    return nullptr;
  }

  static constexpr int kAdded = 0;
  static constexpr int kNowhere = -1;

  const Files& files_;
  const Sheet::Table incoming_;
  Sheet::Table survey_;
  CsvText text_;
  std::map<std::string, const Sheet::Row*> places_;
  std::map<std::string, int> seen_;
  std::vector<int> lines_;  ///< of each row in the case's survey, or kAdded, kNowhere
  ImportPreview preview_;
};

}  // namespace

ImportPreview preview_survey(const Files& files, std::string_view bytes) {
  ImportPreview preview;
  const auto incoming = table_in(bytes);
  if (!incoming) {
    preview.mistakes.push_back(incoming.error().message);
    return preview;
  }
  preview.mistakes = mistakes_of_columns(*incoming);
  if (!preview.mistakes.empty()) return preview;
  return Import{files, *incoming}.run();
}

}  // namespace varde::editing
