#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/portfolio/portfolio.hpp"
#include "cases/csv.hpp"
#include "spreadsheet/read_xlsx.hpp"

namespace varde::answers {
namespace {

using cases::PortfolioFile;
using Status = PortfolioImport::Status;
using Row = PortfolioImport::Row;

const PortfolioFile* file_named(std::string_view name) {
  const auto found = std::ranges::find(cases::portfolio_files(), name, &PortfolioFile::name);
  return found == cases::portfolio_files().end() ? nullptr : &*found;
}

std::vector<cases::CsvRecord> records_of(std::string_view text) {
  cases::Complaints ignored;  // the reader of the case tells them
  return cases::split_csv(text, "", ignored);
}

std::string csv_of(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (const auto& row : rows) {
    if (std::ranges::all_of(row, &std::string::empty)) continue;
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
      if (c > 0) out.push_back(',');
      if (c < row.size()) out += cases::csv_field(row[c]);
    }
    out.push_back('\n');
  }
  return out;
}

/// A row of a file, its fields in the order of PortfolioFile::columns.
struct Fields {
  int line = 0;
  std::vector<std::string> all;
};

std::vector<Fields> rows_of(const cases::Files& files, const PortfolioFile& file) {
  std::vector<Fields> rows;
  const auto found = files.find(file.name);
  if (found == files.end()) return rows;
  const auto records = records_of(found->second);
  for (std::size_t r = 1; r < records.size(); ++r) {
    Fields row{records[r].line, std::vector<std::string>(file.columns.size())};
    for (std::size_t c = 0; c < records[r].fields.size(); ++c) {
      if (c >= records.front().fields.size()) break;
      const auto at = std::ranges::find(file.columns, records.front().fields[c]);
      if (at == file.columns.end()) continue;
      row.all[static_cast<std::size_t>(at - file.columns.begin())] = records[r].fields[c];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string joined(const Fields& row, std::size_t from, std::size_t to) {
  std::vector<std::string_view> parts;
  for (std::size_t i = from; i < to; ++i) {
    if (!row.all[i].empty()) parts.push_back(row.all[i]);
  }
  return fmt::format("{}", fmt::join(parts, " · "));
}

/// Which rows are the same, which say something else of the same thing, and which come and go.
std::vector<Row> compared(const PortfolioFile& file, std::vector<Fields> before,
                          const std::vector<Fields>& after) {
  const auto width = file.columns.size();
  const auto key = [&](const Fields& row) { return joined(row, 0, file.key); };
  const auto rest = [&](const Fields& row) { return joined(row, file.key, width); };
  std::multimap<std::vector<std::string>, std::size_t> equal;
  for (std::size_t i = 0; i < before.size(); ++i) equal.emplace(before[i].all, i);
  std::vector<bool> used(before.size());
  std::vector<std::size_t> pair(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto found = equal.find(after[i].all);
    if (found == equal.end()) continue;
    used[pair[i] = found->second] = true;
    equal.erase(found);
  }
  std::multimap<std::string, std::size_t> open;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!used[i]) open.emplace(key(before[i]), i);
  }
  std::vector<Row> rows;
  for (std::size_t i = 0; i < after.size(); ++i) {
    Row row{file.name, after[i].line, Status::same, key(after[i]), rest(after[i]), rest(after[i])};
    if (pair[i] == before.size()) {
      const auto old = open.find(row.key);
      row.status = old == open.end() ? Status::added : Status::changed;
      row.before = old == open.end() ? "" : rest(before[old->second]);
      if (old != open.end()) open.erase(old);
    }
    rows.push_back(std::move(row));
  }
  for (const auto& [_, i] : open) {
    rows.push_back(
        {file.name, before[i].line, Status::removed, key(before[i]), rest(before[i]), ""});
  }
  return rows;
}

/// The files of the case that a CSV file with these columns can be.
std::vector<const PortfolioFile*> files_with(const std::vector<std::string>& columns) {
  std::vector<const PortfolioFile*> found;
  for (const auto& file : cases::portfolio_files()) {
    const auto known = [&](const std::string& name) {
      return std::ranges::find(file.columns, name) != file.columns.end();
    };
    const auto given = [&](const std::string& name) {
      return std::ranges::find(columns, name) != columns.end();
    };
    if (std::ranges::all_of(columns, known) &&
        std::all_of(file.columns.begin(), file.columns.begin() + 2, given)) {
      found.push_back(&file);
    }
  }
  return found;
}

using Given = std::vector<std::pair<const PortfolioFile*, std::string>>;

Result<Given> given_by_workbook(std::string_view bytes, const cases::Files& files) {
  const auto sheets = spreadsheet::read_xlsx(bytes);
  if (!sheets) return sheets.error();
  Given given;
  bool any = false;
  for (const auto& sheet : *sheets) {
    const auto* file = file_named(sheet.name + ".csv");
    if (file == nullptr || sheet.rows.empty()) continue;
    any = true;
    // A sheet with headings alone stands for a file that is not there.
    const auto empty = std::all_of(sheet.rows.begin() + 1, sheet.rows.end(),
                                   [](const auto& row) { return row.empty(); });
    if (empty && !files.contains(file->name)) continue;
    given.emplace_back(file, csv_of(sheet.rows));
  }
  if (!any) {
    return Error{
        "no sheet has the name of a file of the case (adoption, plans, ...); start from 'varde "
        "portfolio report --format xlsx'"};
  }
  return given;
}

Result<Given> given_by_csv(std::string_view bytes) {
  const auto records = records_of(bytes);
  if (records.empty()) return Error{"the file is empty; it needs a first row with column names"};
  const auto& columns = records.front().fields;
  const auto found = files_with(columns);
  if (found.size() == 1) return Given{{found.front(), std::string(bytes)}};
  if (found.empty()) {
    return Error{fmt::format("'{}' are no file's columns; see docs/reference/portfolio-json.md",
                             fmt::join(columns, ","))};
  }
  std::vector<std::string_view> names;
  for (const auto* file : found) names.push_back(file->name);
  return Error{fmt::format("these could be the columns of {}; give all columns of the one",
                           fmt::join(names, " or "))};
}

/// Puts what the reader of cases says at the rows it is about.
void place(const Mistakes& all, PortfolioImport& into) {
  for (const auto& mistake : all) {
    const auto row = std::ranges::find_if(into.rows, [&](const Row& one) {
      return one.file == mistake.file && one.line == mistake.line && one.status != Status::removed;
    });
    if (row != into.rows.end()) {
      row->status = Status::wrong;
      row->mistakes.push_back(mistake.text);
    }
    into.mistakes.push_back(mistake);
  }
}

}  // namespace

std::size_t PortfolioImport::count(Status status) const {
  return static_cast<std::size_t>(std::ranges::count(rows, status, &Row::status));
}

PortfolioImport portfolio_import(const cases::Files& files, std::string_view bytes) {
  PortfolioImport result{files, {}, {}};
  const bool workbook = bytes.starts_with("PK") || bytes.find('\0') != bytes.npos;
  const auto given = workbook ? given_by_workbook(bytes, files) : given_by_csv(bytes);
  if (!given) {
    result.mistakes = {{"import", 0, given.error().message}};
    return result;
  }
  for (const auto& [file, text] : *given) {
    const auto before = rows_of(files, *file);
    result.files[file->name] = text;
    const auto rows = compared(*file, before, rows_of(result.files, *file));
    const bool same = std::ranges::all_of(
        rows, [](const Row& row) { return row.status == PortfolioImport::Status::same; });
    // What says the same stays as it was written.
    if (same && files.contains(file->name)) result.files[file->name] = files.at(file->name);
    result.rows.insert(result.rows.end(), rows.begin(), rows.end());
  }
  const auto parsed = cases::parse_portfolio(result.files);
  if (!parsed) place(parsed.error(), result);
  return result;
}

}  // namespace varde::answers
