#include <fmt/format.h>

#include "answers/economy/words.hpp"
#include "answers/economy/workbooks.hpp"
#include "report/workbook.hpp"

namespace varde::answers {
namespace {

using report::cell_name;
using report::Look;
using report::range_name;

void year_headings(report::Workbook::Sheet& sheet, int row, std::vector<std::string> first,
                   int first_year, int last_year) {
  for (std::size_t i = 0; i < first.size(); ++i) sheet.width(static_cast<int>(i), 30);
  for (int year = first_year; year <= last_year; ++year) {
    sheet.width(static_cast<int>(first.size()), 16);
    first.push_back(std::to_string(year));
  }
  sheet.headings(row, first);
  sheet.freeze(row + 1, 1);
}

/// `values`: what each column sums to.
void sums(report::Workbook::Sheet& sheet, int row, int first_row, int first_column,
          const std::vector<economy::Money>& values) {
  sheet.text(row, 0, "Sammen", Look::sum_text);
  int c = first_column;
  for (const auto value : values) {
    sheet.formula(row, c, fmt::format("SUM({})", range_name(first_row, c, row - 1, c)),
                  value.in_kroner(), Look::money_sum);
    ++c;
  }
}

}  // namespace

Result<std::string> financing_workbook(const economy::FinancingCase& input,
                                       const economy::Financing& result, std::int64_t made) {
  report::Workbook book(input.name, made);
  const int last = input.first_year + input.years - 1;
  auto& payers = book.sheet("Betalinger");
  payers.text(0, 0, input.name, Look::title);
  year_headings(payers, 1, {"Betaler", "Gruppe"}, input.first_year, last);
  int row = 2;
  for (std::size_t p = 0; p < input.payers.size(); ++p, ++row) {
    payers.text(row, 0, input.payers[p].name);
    payers.text(row, 1, word(input.payers[p].group));
    for (int t = 0; t < input.years; ++t) {
      payers.money(row, t + 2, result.payments[p][static_cast<std::size_t>(t)].in_ore());
    }
  }
  std::vector<economy::Money> paid;
  for (const auto& year : result.liquidity) paid.push_back(year.from_payers);
  sums(payers, row, 2, 2, paid);
  const int payer_sum = row;
  auto& liquidity = book.sheet("Likviditet");
  liquidity.headings(0, {"År", "Brukt, kr", "Fra staten, kr", "Fra betalerne, kr", "Saldo, kr"});
  for (int c = 1; c < 5; ++c) liquidity.width(c, 20);
  for (int t = 0; t < input.years; ++t) {
    const auto& year = result.liquidity[static_cast<std::size_t>(t)];
    liquidity.number(t + 1, 0, input.first_year + t, Look::decimal);
    liquidity.money(t + 1, 1, year.spent.in_ore(), Look::money_input);
    liquidity.money(t + 1, 2, year.from_state.in_ore(), Look::money_input);
    liquidity.formula(t + 1, 3, report::in_sheet(payers.name(), cell_name(payer_sum, t + 2)),
                      year.from_payers.in_kroner(), Look::money);
    liquidity.formula(t + 1, 4,
                      fmt::format("{}{}+{}-{}", t == 0 ? "" : cell_name(t, 4) + "+",
                                  cell_name(t + 1, 2), cell_name(t + 1, 3), cell_name(t + 1, 1)),
                      year.balance.in_kroner(), Look::money);
  }
  auto& amounts = book.sheet("Beløp");
  amounts.headings(0, {"Løsning", "Navn", "Fra", "Kr", "Kvalitet", "Kilde"});
  for (int c = 0; c < 6; ++c) amounts.width(c, 24);
  row = 1;
  const auto add = [&](const std::string& solution, const std::string& name, int year,
                       const economy::Amount& amount) {
    amounts.text(row, 0, solution.empty() ? "Myndighetsoppgave" : solution);
    amounts.text(row, 1, name);
    amounts.number(row, 2, year, Look::decimal);
    amounts.money(row, 3, amount.value.in_ore(), Look::money);
    amounts.text(row, 4, word(amount.origin.quality));
    amounts.text(row++, 5, amount.origin.source, Look::note);
  };
  for (const auto& one : input.projects) add(one.solution, one.name, one.year, one.cost);
  for (const auto& one : input.running) add(one.solution, one.name, one.from, one.amount);
  return book.bytes();
}

Result<std::string> growth_workbook(const economy::GrowthCase& input, const economy::Growth& result,
                                    std::int64_t made) {
  report::Workbook book(input.name, made);
  auto& sheet = book.sheet("Anslag");
  sheet.text(0, 0, input.name, Look::title);
  year_headings(sheet, 1, {"Løsning", "Anslag", "Hva"}, input.first_year, input.last_year);
  int row = 2;
  std::vector<std::pair<int, const economy::SolutionGrowth*>> latest;  ///< row of changes
  for (const auto& one : result.solutions) {
    for (const auto& version : one.versions) {
      if (version.speaks == economy::Speaks::withdrawn) continue;
      for (const bool level : {true, false}) {
        sheet.text(row, 0, one.solution->name);
        sheet.text(row, 1, version.meeting.empty() ? "Tommelfingerregelen" : version.meeting);
        sheet.text(row, 2, level ? "nivå, kr" : "endring, kr");
        int column = 3;
        for (const auto& year : version.years) {
          const auto& amount = level ? year.level : year.change;
          if (amount) sheet.money(row, column, amount->in_ore());
          ++column;
        }
        ++row;
      }
    }
    const bool counts = one.solution->part_of.empty() && !one.versions.empty() &&
                        one.versions.back().speaks != economy::Speaks::withdrawn;
    if (counts) latest.emplace_back(row - 1, &one);
  }
  auto& total = book.sheet("Sum");
  total.text(0, 0, "Siste anslag, endring fra året før", Look::title);
  year_headings(total, 1, {"Løsning"}, input.first_year, input.last_year);
  const int years = input.last_year - input.first_year + 1;
  std::vector<economy::Money> changes(static_cast<std::size_t>(years));
  for (std::size_t i = 0; i < latest.size(); ++i) {
    const int at = static_cast<int>(i) + 2;
    total.text(at, 0, latest[i].second->solution->name);
    for (int t = 0; t < years; ++t) {
      const auto& year = latest[i].second->versions.back().years[static_cast<std::size_t>(t)];
      const auto change = year.change.value_or(economy::Money{});
      changes[static_cast<std::size_t>(t)] += change;
      total.formula(at, t + 1,
                    "0+" + report::in_sheet(sheet.name(), cell_name(latest[i].first, t + 3)),
                    change.in_kroner(), Look::money);
    }
  }
  sums(total, static_cast<int>(latest.size()) + 2, 2, 1, changes);
  return book.bytes();
}

}  // namespace varde::answers
