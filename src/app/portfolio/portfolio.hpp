#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cases/portfolio_case.hpp"
#include "domain/portfolio/next.hpp"

namespace varde::app {

using Mistakes = std::vector<cases::Complaint>;

/// Files of a case in, JSON out (docs/reference/portfolio-json.md), or what must be put right
/// first.
Result<std::string, Mistakes> portfolio_report(const cases::Files& files);
/// What a municipality should do next; an unknown number is a mistake.
Result<std::string, Mistakes> portfolio_next(const cases::Files& files, int municipality);
/// Experience notes that hold every word.
Result<std::string, Mistakes> portfolio_search(const cases::Files& files, std::string_view query);
/// What the case leaves open, beside mistakes.
Result<std::string, Mistakes> portfolio_doubts(const cases::Files& files);

/// The board's report. `format`: html, pdf, xlsx or csv. `made`: seconds since 1970, for the
/// workbook's properties.
Result<std::string, Mistakes> portfolio_document(const cases::Files& files, std::string_view format,
                                                 std::int64_t made);

/// The case with the sheets of a workbook in place of the CSV files of the same names, as an export
/// writes them; other sheets are left alone. What comes out can be read; what cannot is a mistake,
/// and a sheet that is missing leaves its file as it was.
struct PortfolioImport {
  cases::Files files;
  struct Change {
    std::string file;
    std::size_t added = 0, removed = 0;  ///< rows; a changed row is one of each
  };
  std::vector<Change> changes;
};
Result<PortfolioImport, Mistakes> portfolio_import(const cases::Files& files,
                                                   std::string_view workbook);

std::string portfolio_json(const portfolio::Portfolio& portfolio);
std::string portfolio_html(const portfolio::Portfolio& portfolio);
std::string portfolio_text(const portfolio::Portfolio& portfolio);
std::string next_text(const portfolio::Portfolio& portfolio, std::size_t municipality);
/// One row for each municipality and solution.
std::string portfolio_csv(const portfolio::Portfolio& portfolio);
/// Status first, then a sheet for each CSV file of the case, which an import takes back.
Result<std::string> portfolio_xlsx(const portfolio::Portfolio& portfolio, const cases::Files& files,
                                   std::int64_t made);

/// The place of a municipality by number.
std::optional<std::size_t> place_of(const portfolio::Portfolio& portfolio, int number);
std::string_view fact_word(portfolio::Fact fact);  ///< "i bruk"
std::string_view act_word(portfolio::Act act);     ///< "Ta i bruk"
std::string day_text(std::chrono::sys_days day);   ///< "2023-08-01"

}  // namespace varde::app
