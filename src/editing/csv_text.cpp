#include "editing/csv_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace varde::editing {
namespace {

std::vector<cases::CsvRecord> records_of(std::string_view text) {
  cases::Complaints ignored;  // check() of the tools tells them
  return cases::split_csv(text, "", ignored);
}

/// As cases::split_csv chooses it.
char separator_of(std::string_view text) {
  const auto header = text.substr(0, text.find('\n'));
  return header.find(';') != header.npos && header.find(',') == header.npos ? ';' : ',';
}

std::size_t offset_of_line(std::string_view text, int line) {
  std::size_t at = 0;
  for (int i = 1; i < line; ++i) {
    const auto end = text.find('\n', at);
    if (end == text.npos) return text.size();
    at = end + 1;
  }
  return at;
}

}  // namespace

std::optional<steering::Sheet::Table> csv_table(const std::string& file, const std::string& text) {
  auto records = records_of(text);
  if (records.empty()) return std::nullopt;
  steering::Sheet::Table table{file, std::move(records.front().fields), {}};
  for (std::size_t i = 1; i < records.size(); ++i) {
    auto cells = std::move(records[i].fields);
    cells.resize(table.columns.size());
    table.rows.push_back({records[i].line, std::move(cells)});
  }
  return table;
}

CsvText::CsvText(std::string_view text) : separator_(separator_of(text)) {
  const auto records = records_of(text);
  if (!records.empty()) columns_ = records.front().fields;
  head_ = text.substr(0, records.empty() ? text.size() : offset_of_line(text, records[0].line));
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto from = offset_of_line(text, records[i].line);
    const auto to =
        i + 1 < records.size() ? offset_of_line(text, records[i + 1].line) : text.size();
    rows_.push_back(
        {records[i].line, std::string{text.substr(from, to - from)}, records[i].fields});
  }
}

CsvText::Row* CsvText::find(int line) {
  const auto row = std::ranges::find(rows_, line, &Row::line);
  return row == rows_.end() || row->removed ? nullptr : &*row;
}

Status CsvText::set(int line, std::string_view column, const std::string& value) {
  const auto at = std::ranges::find(columns_, column);
  if (at == columns_.end()) return Error{fmt::format("there is no column '{}'", column)};
  auto* row = find(line);
  if (row == nullptr || row == rows_.data()) return Error{"there is no such row"};
  row->fields.resize(columns_.size());
  row->fields[static_cast<std::size_t>(at - columns_.begin())] = value;
  write(*row);
  return Done{};
}

std::string CsvText::line_of(const std::vector<std::string>& fields) const {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += separator_;
    line += csv_field(fields[i], separator_);
  }
  return line;
}

void CsvText::write(Row& row) const {
  const bool crlf = row.raw.ends_with("\r\n");
  row.raw = line_of(row.fields) + (crlf ? "\r\n" : "\n");
}

bool CsvText::has(std::string_view column) const {
  return std::ranges::find(columns_, column) != columns_.end();
}

void CsvText::append(const std::map<std::string, std::string>& fields) {
  if (rows_.empty()) return;
  std::vector<std::string> row;
  for (const auto& column : columns_) {
    const auto found = fields.find(column);
    row.push_back(found == fields.end() ? "" : found->second);
  }
  rows_.back().behind.push_back(line_of(row));
}

void CsvText::add_column(const std::string& name, std::string_view before) {
  const auto old = std::ranges::find(columns_, before);
  const auto place = old == columns_.end() ? columns_.size()
                                           : static_cast<std::size_t>(old - columns_.begin()) + 1;
  for (auto& row : rows_) {
    row.fields.resize(columns_.size());
    row.fields.insert(row.fields.begin() + static_cast<std::ptrdiff_t>(place),
                      &row == rows_.data() ? name : "");
    write(row);
  }
  columns_.insert(columns_.begin() + static_cast<std::ptrdiff_t>(place), name);
}

void CsvText::rename_column(std::string_view name, const std::string& now) {
  const auto at = std::ranges::find(columns_, name);
  if (at == columns_.end()) return;
  *at = now;
  rows_.front().fields = columns_;
  write(rows_.front());
}

void CsvText::remove_column(std::string_view name) {
  const auto at = std::ranges::find(columns_, name);
  if (at == columns_.end()) return;
  const auto place = at - columns_.begin();
  for (auto& row : rows_) {
    row.fields.resize(columns_.size());
    row.fields.erase(row.fields.begin() + place);
    write(row);
  }
  columns_.erase(columns_.begin() + place);
}

void CsvText::each_row(
    const std::function<void(std::map<std::string, std::string>& fields)>& change) {
  for (std::size_t i = 1; i < rows_.size(); ++i) {
    auto& row = rows_[i];
    row.fields.resize(columns_.size());
    std::map<std::string, std::string> fields;
    for (std::size_t c = 0; c < columns_.size(); ++c) fields[columns_[c]] = row.fields[c];
    change(fields);
    auto now = row.fields;
    for (std::size_t c = 0; c < columns_.size(); ++c) now[c] = fields[columns_[c]];
    if (now == row.fields) continue;
    row.fields = std::move(now);
    write(row);
  }
}

void CsvText::remove_rows(std::string_view column, std::string_view value) {
  const auto at = std::ranges::find(columns_, column);
  if (at == columns_.end()) return;
  const auto place = static_cast<std::size_t>(at - columns_.begin());
  for (std::size_t i = 1; i < rows_.size(); ++i)
    if (place < rows_[i].fields.size() && rows_[i].fields[place] == value) rows_[i].removed = true;
}

Status CsvText::remove(int line) {
  auto* row = find(line);
  if (row == nullptr || row == rows_.data()) return Error{"there is no such row"};
  row->removed = true;
  return Done{};
}

Status CsvText::add(int line, const std::string& added) {
  const auto row = std::ranges::find(rows_, line, &Row::line);
  if (row == rows_.end()) return Error{"there is no such row to add behind"};
  const auto records = records_of(added);
  if (records.size() != 1) return Error{"give one row with its fields"};
  // As this file separates its fields, whatever the row did.
  row->behind.push_back(line_of(records.front().fields));
  return Done{};
}

std::string CsvText::text() const {
  std::string text = head_;
  const auto line_of = [&](const std::string& row) {
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    text += row;
  };
  for (const auto& row : rows_) {
    if (!row.removed) line_of(row.raw);
    for (const auto& added : row.behind) line_of(added + "\n");
  }
  return text;
}

}  // namespace varde::editing
