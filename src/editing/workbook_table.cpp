#include "editing/workbook_table.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "spreadsheet/read_xlsx.hpp"

namespace varde::editing {
namespace {

using steering::Sheet;

/// Of a table that a person fills in and a page shows. A survey of all municipalities has 10 000.
constexpr std::size_t kMostRows = 20'000;

bool is_empty(const std::vector<std::string>& row) {
  return std::ranges::all_of(row, &std::string::empty);
}

std::string trimmed(const std::string& text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<Sheet::Table> table_of(const spreadsheet::Sheet& sheet) {
  const auto header = std::ranges::find_if_not(sheet.rows, is_empty);
  if (header == sheet.rows.end()) return std::nullopt;
  Sheet::Table table{sheet.name, {}, {}};
  for (const auto& name : *header) table.columns.push_back(trimmed(name));
  while (table.columns.back().empty()) table.columns.pop_back();
  for (auto row = header + 1; row != sheet.rows.end(); ++row) {
    if (is_empty(*row)) continue;
    auto cells = *row;
    cells.resize(table.columns.size());
    table.rows.push_back({static_cast<int>(row - sheet.rows.begin()) + 1, std::move(cells)});
  }
  return table;
}

Result<Sheet::Table> bounded(Sheet::Table table) {
  if (table.rows.size() <= kMostRows) return table;
  return Error{fmt::format("the sheet '{}' has {} rows; a survey may have {}", table.file,
                           table.rows.size(), kMostRows)};
}

}  // namespace

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Result<Sheet::Table> table_in_workbook(std::string_view bytes,
                                       const std::vector<std::string>& columns) {
  const auto sheets = spreadsheet::read_xlsx(bytes);
  if (!sheets) return sheets.error();
  std::vector<Sheet::Table> tables;
  for (const auto& sheet : *sheets)
    if (auto table = table_of(sheet)) tables.push_back(std::move(*table));
  if (tables.empty()) return Error{"the workbook is empty; it needs a first row with column names"};
  std::vector<Sheet::Table> fitting;
  for (const auto& table : tables) {
    const bool fits = std::ranges::all_of(columns, [&](const std::string& name) {
      return std::ranges::find(table.columns, name) != table.columns.end();
    });
    if (fits) fitting.push_back(table);
  }
  if (fitting.size() == 1) return bounded(std::move(fitting.front()));
  if (fitting.empty() && tables.size() == 1) return bounded(std::move(tables.front()));
  std::vector<std::string> names;
  for (const auto& table : fitting.empty() ? tables : fitting) names.push_back(table.file);
  return Error{fmt::format("{} of the sheets {} {} the columns {}; keep the survey on one sheet",
                           fitting.empty() ? "none" : "more than one", fmt::join(names, ", "),
                           fitting.empty() ? "has" : "have", fmt::join(columns, ", "))};
}

}  // namespace varde::editing
