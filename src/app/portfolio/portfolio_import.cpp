#include <algorithm>
#include <map>

#include "app/portfolio/portfolio.hpp"
#include "cases/csv.hpp"
#include "spreadsheet/read_xlsx.hpp"

namespace varde::app {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string csv_of(const Rows& rows) {
  std::string out;
  for (const auto& row : rows) {
    if (std::ranges::all_of(row, &std::string::empty)) continue;
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
      const auto text = c < row.size() ? row[c] : std::string();
      if (c > 0) out.push_back(',');
      if (text.find_first_of(",;\"\r\n") == text.npos) {
        out += text;
        continue;
      }
      out.push_back('"');
      for (const char one : text) out += one == '"' ? "\"\"" : std::string(1, one);
      out.push_back('"');
    }
    out.push_back('\n');
  }
  return out;
}

/// How often each row stands in a file, its header left out.
std::map<std::vector<std::string>, int> rows_of(const cases::Files& files,
                                                const std::string& name) {
  std::map<std::vector<std::string>, int> result;
  const auto found = files.find(name);
  if (found == files.end()) return result;
  cases::Complaints ignored;
  const auto records = cases::split_csv(found->second, name, ignored);
  for (std::size_t r = 1; r < records.size(); ++r) ++result[records[r].fields];
  return result;
}

PortfolioImport::Change change_of(const cases::Files& before, const cases::Files& after,
                                  const std::string& name) {
  auto difference = rows_of(after, name);
  for (const auto& [row, count] : rows_of(before, name)) difference[row] -= count;
  PortfolioImport::Change change{name, 0, 0};
  for (const auto& [row, count] : difference) {
    if (count > 0) change.added += static_cast<std::size_t>(count);
    if (count < 0) change.removed += static_cast<std::size_t>(-count);
  }
  return change;
}

}  // namespace

Result<PortfolioImport, Mistakes> portfolio_import(const cases::Files& files,
                                                   std::string_view workbook) {
  const auto sheets = spreadsheet::read_xlsx(workbook);
  if (!sheets) return Mistakes{{"workbook", 0, sheets.error().message}};
  PortfolioImport result{files, {}};
  bool any = false;
  for (const auto& sheet : *sheets) {
    const auto name = sheet.name + ".csv";
    const auto known =
        std::ranges::find(cases::portfolio_files(), name, &cases::PortfolioFile::name);
    if (known == cases::portfolio_files().end() || sheet.rows.empty()) continue;
    any = true;
    // A sheet with headings alone stands for a file that is not there.
    const auto empty = std::all_of(sheet.rows.begin() + 1, sheet.rows.end(),
                                   [](const auto& row) { return row.empty(); });
    if (empty && !files.contains(name)) continue;
    result.files[name] = csv_of(sheet.rows);
    const auto change = change_of(files, result.files, name);
    if (change.added + change.removed > 0) result.changes.push_back(change);
  }
  if (!any) {
    return Mistakes{{"workbook", 0,
                     "no sheet has the name of a file of the case (adoption, plans, ...); start "
                     "from 'varde portfolio report --format xlsx'"}};
  }
  auto parsed = cases::parse_portfolio(result.files);
  if (!parsed) return parsed.error();
  return result;
}

}  // namespace varde::app
