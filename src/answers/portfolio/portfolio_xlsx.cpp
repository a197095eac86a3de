#include <fmt/format.h>

#include "answers/portfolio/parts.hpp"
#include "answers/portfolio/portfolio.hpp"
#include "answers/portfolio/words.hpp"
#include "cases/csv.hpp"
#include "report/workbook.hpp"

namespace varde::answers {
namespace {

using portfolio::Portfolio;
using report::Look;

void write_status(report::Workbook& book, const Portfolio& portfolio) {
  auto& sheet = book.sheet("Status");
  sheet.width(0, 42);
  sheet.width(2, 24);
  sheet.text(0, 0, portfolio.name, Look::title);
  sheet.text(1, 0, fmt::format("Status per {}. {}", portfolio.date.text, portfolio.source),
             Look::note);
  sheet.headings(3, {"Løsning", "Nå", "Tallet gjelder", "Ambisjon", "Mangler", "Per måned",
                     "Nås i dette tempoet"});
  sheet.freeze(4, 1);
  int row = 4;
  for (const auto& one : portfolio::progress_of(portfolio)) {
    const auto& ambition = portfolio.ambitions[one.ambition];
    sheet.text(row, 0, portfolio.solutions[ambition.solution].name);
    sheet.text(row, 2, one.other_fact ? "en annen ting enn ambisjonen" : fact_word(ambition.fact));
    sheet.number(row, 3, ambition.target);
    if (one.now) {
      sheet.number(row, 1, *one.now, Look::whole_input);
      sheet.formula(
          row, 4, fmt::format("MAX(0,{}-{})", report::cell_name(row, 3), report::cell_name(row, 1)),
          one.missing(ambition.target), Look::whole);
    } else {
      sheet.text(row, 1, "ukjent");
    }
    if (one.per_month) sheet.number(row, 5, *one.per_month, Look::decimal);
    if (one.reached) sheet.text(row, 6, day_text(*one.reached));
    ++row;
  }
  for (const auto& one : portfolio.contradictions) {
    sheet.text(
        ++row, 0,
        fmt::format("{}: {}; {}. Lest slik: {}", one.topic, one.says, one.also_says, one.reading),
        Look::warning);
  }
}

}  // namespace

Result<std::string> portfolio_xlsx(const Portfolio& portfolio, const cases::Files& files,
                                   std::int64_t made) {
  report::Workbook book(portfolio.name, made);
  write_status(book, portfolio);
  add_catalogue_sheet(book, portfolio);
  for (const auto& file : cases::portfolio_files()) {
    // The name of the sheet is that of the file, so that an import knows it.
    auto& sheet = book.sheet(file.name.substr(0, file.name.size() - 4));
    const auto found = files.find(file.name);
    cases::Complaints complaints;
    std::vector<cases::CsvRecord> records;
    if (found != files.end()) records = cases::split_csv(found->second, file.name, complaints);
    sheet.headings(0, records.empty() ? file.columns : records.front().fields);
    sheet.freeze(1, 0);
    for (std::size_t r = 1; r < records.size(); ++r) {
      for (std::size_t c = 0; c < records[r].fields.size(); ++c) {
        sheet.text(static_cast<int>(r), static_cast<int>(c), records[r].fields[c]);
      }
    }
  }
  return book.bytes();
}

}  // namespace varde::answers
