#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cases/portfolio_case.hpp"

namespace varde::answers {

using Mistakes = std::vector<cases::Complaint>;

/// Files of a case in, JSON out (docs/reference/portfolio-json.md), or what must be put right
/// first.
Result<std::string, Mistakes> portfolio_report(const cases::Files& files);
/// What a municipality ("0301") should do next; an unknown number is a mistake.
Result<std::string, Mistakes> portfolio_next(const cases::Files& files,
                                             std::string_view municipality);
/// Experience notes that hold every word.
Result<std::string, Mistakes> portfolio_search(const cases::Files& files, std::string_view query);
/// What the case leaves open, beside mistakes.
Result<std::string, Mistakes> portfolio_doubts(const cases::Files& files);

/// The board's report. `format`: html, pdf, xlsx or csv. `made`: seconds since 1970, for the
/// workbook's properties.
Result<std::string, Mistakes> portfolio_document(const cases::Files& files, std::string_view format,
                                                 std::int64_t made);

/// A case with the rows of a file in place of its own: a workbook's sheets that have the names of
/// the case's CSV files, as an export writes them, or one CSV file, known by its columns. Other
/// sheets are left alone, and a file that is not given stays as it was.
struct PortfolioImport {
  enum class Status : std::uint8_t { same, changed, added, removed, wrong };
  struct Row {
    std::string file;
    int line = 0;  ///< in `files`, or in the case as it was for a row that is removed
    Status status = Status::same;
    std::string key, before, after;  ///< what the row is about, and all else it says
    std::vector<std::string> mistakes{};
  };
  cases::Files files;
  std::vector<Row> rows;
  Mistakes mistakes;  ///< when there are any the files must not be kept

  std::size_t count(Status status) const;
};
PortfolioImport portfolio_import(const cases::Files& files, std::string_view bytes);

std::string portfolio_json(const portfolio::Portfolio& portfolio);
std::string portfolio_html(const portfolio::Portfolio& portfolio);
std::string portfolio_text(const portfolio::Portfolio& portfolio);
std::string next_text(const portfolio::Portfolio& portfolio, std::size_t municipality);
/// One row for each municipality and solution.
std::string portfolio_csv(const portfolio::Portfolio& portfolio);
/// Status first, then a sheet for each CSV file of the case, which an import takes back.
Result<std::string> portfolio_xlsx(const portfolio::Portfolio& portfolio, const cases::Files& files,
                                   std::int64_t made);

/// The place of a municipality by number; "301" is "0301".
std::optional<std::size_t> place_of(const portfolio::Portfolio& portfolio, std::string_view number);

}  // namespace varde::answers
