#include <fmt/format.h>

#include "answers/decision/document.hpp"
#include "answers/decision/words.hpp"
#include "report/workbook.hpp"

namespace varde::answers {
namespace {

using decision::Decision;
using decision::Ranking;
using report::Look;
using report::range_name;
using Sheet = report::Workbook::Sheet;

int column(std::size_t index) { return static_cast<int>(index); }

void write_claims(report::Workbook& book, const DecisionRun& run) {
  auto& sheet = book.sheet("Konklusjoner");
  for (const auto& [at, width] : {std::pair{0, 34.0}, {1, 60.0}, {2, 40.0}, {6, 30.0}})
    sheet.width(at, width);
  sheet.text(0, 0, run.input.name, Look::title);
  sheet.text(1, 0,
             fmt::format("{}. {} vekter, frø {}", run.input.source, run.stated.draws.count,
                         run.stated.draws.seed),
             Look::note);
  sheet.headings(3, {"Område", "Påstand", "Holder den?", "Andel av vektene",
                     "Andel med usikre poeng", "Dom", "Kilde"});
  sheet.freeze(4, 1);
  int row = 4;
  for (const auto& checked : run.claims) {
    const auto& claim = run.input.claims[checked.claim];
    const auto verdict = decision::verdict_of(checked.support);
    sheet.text(row, 0, run.input.areas[claim.area].name);
    sheet.text(row, 1, claim.text);
    sheet.text(row, 2, words_of(run.input, checked));
    sheet.number(row, 3, checked.share, Look::percent);
    if (checked.doubted_share) sheet.number(row, 4, *checked.doubted_share, Look::percent);
    sheet.text(row, 5, words_of(verdict),
               verdict == decision::Verdict::follows ? Look::text : Look::warning);
    sheet.text(row, 6, claim.source);
    ++row;
  }
}

int write_ranking(Sheet& sheet, int row, const Decision& input, const std::string& area,
                  const Ranking& ranking, const Ranking* doubted) {
  const auto n = ranking.alternatives;
  for (std::size_t a = 0; a < n; ++a, ++row) {
    sheet.text(row, 0, area);
    sheet.text(row, 1, input.alternatives[a].id);
    sheet.text(row, 2, input.alternatives[a].name);
    for (std::size_t r = 0; r < n; ++r)
      sheet.number(row, column(3 + r), ranking.rank(a, r), Look::percent);
    if (doubted == nullptr) continue;
    sheet.number(row, column(3 + n), doubted->first(a), Look::percent);
    if (doubted->confidence[a])
      sheet.number(row, column(4 + n), *doubted->confidence[a], Look::percent);
  }
  return row;
}

void write_rankings(report::Workbook& book, const DecisionRun& run) {
  auto& sheet = book.sheet("Plassering");
  sheet.width(0, 34);
  sheet.width(2, 34);
  std::vector<std::string> headings{"Område", "Alternativ", "Navn"};
  for (std::size_t r = 1; r <= run.input.alternatives.size(); ++r)
    headings.push_back(fmt::format("{}. plass", r));
  if (run.doubted) {
    headings.emplace_back("1. plass, usikre poeng");
    headings.emplace_back("Tillit");
  }
  sheet.headings(0, headings);
  sheet.freeze(1, 2);
  int row = 1;
  for (std::size_t k = 0; k < run.input.areas.size(); ++k) {
    row =
        write_ranking(sheet, row, run.input, run.input.areas[k].name, run.stated.together.areas[k],
                      run.doubted ? &run.doubted->together.areas[k] : nullptr);
  }
  write_ranking(sheet, row, run.input, "Områdene under ett", run.stated.together.overall,
                run.doubted ? &run.doubted->together.overall : nullptr);
}

/// One judgement: what was put in, and the weighted sums as formulas on it.
void write_judgement(Sheet& sheet, const Decision& input, const decision::Judgement& judgement,
                     const JudgedArea& judged) {
  const auto n = input.alternatives.size();
  const auto criteria = static_cast<int>(input.criteria.size());
  constexpr int kFirst = 3;  ///< row of the first criterion
  const int sums = kFirst + criteria + 1;
  sheet.width(0, 44);
  sheet.width(1, 16);
  std::vector<std::string> headings{"Kriterium", "Betydning"};
  for (const auto& one : input.alternatives) headings.push_back("Poeng " + one.id);
  for (const auto& sum : judged.weighted) headings.push_back(fmt::format("Vekt: {}", name_of(sum)));
  sheet.headings(kFirst - 1, headings);
  sheet.freeze(kFirst, 1);
  for (int c = 0; c < criteria; ++c) {
    const auto at = static_cast<std::size_t>(c);
    sheet.text(kFirst + c, 0, input.criteria[at].name);
    sheet.text(kFirst + c, 1, words_of(judgement.importance[at]));
    for (std::size_t a = 0; a < n; ++a)
      sheet.number(kFirst + c, column(2 + a), judgement.scores[at * n + a], Look::decimal_input);
    for (std::size_t w = 0; w < judged.weighted.size(); ++w)
      sheet.number(kFirst + c, column(2 + n + w), judged.weighted[w].weights[at],
                   Look::percent_input);
  }
  sheet.headings(sums, {"Vektet sum", ""});
  for (std::size_t a = 0; a < n; ++a)
    sheet.text(sums, column(2 + a), input.alternatives[a].id, Look::heading);
  const int last = kFirst + criteria - 1;
  for (std::size_t w = 0; w < judged.weighted.size(); ++w) {
    const int row = sums + 1 + column(w);
    const auto weights = range_name(kFirst, column(2 + n + w), last, column(2 + n + w), true);
    sheet.text(row, 0, name_of(judged.weighted[w]));
    for (std::size_t a = 0; a < n; ++a) {
      const auto scores = range_name(kFirst, column(2 + a), last, column(2 + a));
      sheet.formula(row, column(2 + a),
                    fmt::format("SUMPRODUCT({},{})/SUM({})", scores, weights, weights),
                    judged.weighted[w].values[a], Look::decimal);
    }
  }
}

void write_barriers(report::Workbook& book, const Decision& input) {
  if (input.barriers.empty()) return;
  auto& sheet = book.sheet("Hemmere");
  sheet.headings(0, {"Hemmer", "Område", "Eier", "Tiltak", "Status", "Frist", "Kilde"});
  sheet.width(0, 44);
  sheet.width(3, 44);
  sheet.freeze(1, 1);
  int row = 1;
  for (const auto& one : input.barriers) {
    int at = 0;
    for (const auto* words :
         {&one.name, &one.area, &one.owner, &one.measure, &one.status, &one.due, &one.source})
      sheet.text(row, at++, *words);
    ++row;
  }
}

}  // namespace

Result<std::string> decision_workbook(const DecisionRun& run, std::int64_t made) {
  const auto& input = run.input;
  report::Workbook book(input.name, made);
  write_claims(book, run);
  write_rankings(book, run);
  for (std::size_t j = 0; j < input.assessors.size(); ++j) {
    for (std::size_t k = 0; k < input.areas.size(); ++k) {
      const bool several = input.assessors.size() > 1;
      const auto& assessor = input.assessors[j];
      auto& sheet = book.sheet(several ? fmt::format("{} {}", assessor.id, input.areas[k].id)
                                       : input.areas[k].name);
      sheet.text(0, 0, input.areas[k].name, Look::title);
      sheet.text(1, 0, several ? assessor.name : input.areas[k].conclusion, Look::note);
      write_judgement(sheet, input, assessor.areas[k], run.judged[j][k]);
    }
  }
  write_barriers(book, input);
  return book.bytes();
}

}  // namespace varde::answers
