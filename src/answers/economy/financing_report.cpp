#include <algorithm>

#include <fmt/format.h>

#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/national_report.hpp"
#include "answers/economy/words.hpp"
#include "report/plot.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using report::Html;
using report::text;

Money sum(const std::vector<Money>& amounts) {
  Money total;
  for (const auto amount : amounts) total += amount;
  return total;
}

class FinancingReport {
 public:
  FinancingReport(const economy::FinancingCase& input, const economy::Financing& result)
      : input_(input), result_(result) {
    for (int t = 0; t < input.years; ++t) years_.push_back(std::to_string(input.first_year + t));
  }

  Html body() const {
    return summary() + report::section(solutions()) + report::section(payers()) +
           report::section(sources());
  }

 private:
  Html summary() const {
    Money spent, state, sector;
    for (const auto& year : result_.liquidity) {
      spent += year.spent;
      state += year.from_state;
      sector += year.from_payers;
    }
    Html out = report::key_figures(
        {{"Brukt i perioden", millions(spent), ""},
         {"Betalt av staten", millions(state), ""},
         {"Betalt av sektoren", millions(sector), ""},
         {"Kapitalbehov", millions(result_.capital_need), "der saldoen er lavest"}});
    if (illustrative()) {
      out += report::notice(
          report::strong("Beløp i denne saken er illustrative. ") +
              text("De står ikke i noen kilde og viser bare hvordan modellen virker."),
          "warning");
    }
    report::Series in{"Fra staten", {}}, paid{"Fra sektoren", {}}, balance{"Saldo", {}};
    for (const auto& year : result_.liquidity) {
      in.values.push_back(in_millions(year.from_state));
      paid.values.push_back(in_millions(year.from_payers));
      balance.values.push_back(in_millions(year.balance));
    }
    out +=
        report::columns({.title = "Innbetalinger per år", .unit = "mill. kr"}, years_, {in, paid});
    return out + report::lines({.title = "Leverandørens saldo siden første år", .unit = "mill. kr"},
                               years_, {balance});
  }

  bool illustrative() const {
    const auto is = [](const economy::Amount& amount) {
      return amount.origin.quality == economy::Quality::illustrative;
    };
    return std::ranges::any_of(input_.projects, [&](const auto& one) { return is(one.cost); }) ||
           std::ranges::any_of(input_.running, [&](const auto& one) { return is(one.amount); });
  }

  Html solutions() const {
    report::Table table({{"Løsning"},
                         {"Avdrag", true},
                         {"Bidrag", true},
                         {"Drift", true},
                         {"Staten", true},
                         {"RHF", true},
                         {"Kommuner", true},
                         {"Private", true}},
                        "Alle år sammen, mill. kr");
    std::vector<Html> remarks;
    for (std::size_t s = 0; s < input_.solutions.size(); ++s) {
      economy::SolutionYear all;
      for (const auto& year : result_.solutions[s].years) {
        all.instalments += year.instalments;
        all.contributions += year.contributions;
        all.running += year.running;
        all.state += year.state;
        for (std::size_t g = 0; g < all.groups.size(); ++g) all.groups[g] += year.groups[g];
      }
      std::vector<std::string> cells{input_.solutions[s].name};
      for (const auto amount : {all.instalments, all.contributions, all.running, all.state,
                                all.groups[0], all.groups[1], all.groups[2]}) {
        cells.push_back(report::millions(amount.in_ore()));
      }
      table.row(cells);
      remarks.push_back(remark(s));
    }
    return report::heading(2, "Løsningene") + table.html() + report::bullets(remarks);
  }

  Html remark(std::size_t s) const {
    const auto& solution = input_.solutions[s];
    const auto& result = result_.solutions[s];
    std::string words = solution.foundation ? ": i felles grunnmur" : ": utenfor felles grunnmur";
    if (solution.deadline != 0) {
      words += fmt::format("; etter {} betaler også de som ikke bruker den", solution.deadline);
    }
    if (result.unit_price) words += "; " + exact(*result.unit_price) + " kr per enhet";
    if (result.discontinued) words += "; avvikles, fordi bruken ikke kan bære kostnaden";
    words += solution.payment == economy::Payment::invoice ? "; betales etter faktura"
                                                           : "; trekkes i tilskuddet";
    return report::strong(solution.name) + text(words + ".");
  }

  Html payers() const {
    const auto middle = static_cast<std::size_t>(input_.years / 2);
    const auto last = static_cast<std::size_t>(input_.years - 1);
    report::Table table({{"Betaler"},
                         {"Innbyggere", true},
                         {years_[0] + ", kr", true},
                         {years_[middle] + ", kr", true},
                         {years_[last] + ", kr", true},
                         {"Per innb. siste år, kr", true},
                         {"Alle år, kr", true}});
    for (const auto group :
         {economy::Group::rhf, economy::Group::municipality, economy::Group::private_actor}) {
      bool any = false;
      for (std::size_t p = 0; p < input_.payers.size(); ++p) {
        const auto& payer = input_.payers[p];
        if (payer.group != group) continue;
        if (!any) table.group(word(group));
        any = true;
        const auto& paid = result_.payments[p];
        const bool counted = group != economy::Group::private_actor && payer.inhabitants > 0;
        table.row({payer.name, counted ? report::whole(payer.inhabitants) : "", kroner(paid[0]),
                   kroner(paid[middle]), kroner(paid[last]),
                   counted ? exact(economy::scale(paid[last], 1, payer.inhabitants)) : "",
                   kroner(sum(paid))});
      }
    }
    return report::heading(2, "Hva hver betaler") + table.html();
  }

  Html sources() const {
    report::Table table({{"Beløp", false, "60mm"},
                         {"År", true, "22mm"},
                         {"Kr", true, "25mm"},
                         {"Kvalitet", false, "22mm"},
                         {"Kilde"}});
    for (const auto& one : input_.projects) {
      table.row({text(one.solution + ": " + one.name), text(std::to_string(one.year)),
                 text(kroner(one.cost.value)), quality_mark(one.cost.origin.quality),
                 text(one.cost.origin.source)});
    }
    for (const auto& one : input_.running) {
      table.row(
          {text((one.solution.empty() ? "Myndighetsoppgaver" : one.solution) + ": " + one.name),
           text(fmt::format("{}–{}", one.from, one.to)), text(kroner(one.amount.value)),
           quality_mark(one.amount.origin.quality), text(one.amount.origin.source)});
    }
    return report::heading(2, "Kilder og kvalitet") + table.html() +
           contradictions_html(input_.contradictions);
  }

  const economy::FinancingCase& input_;
  const economy::Financing& result_;
  std::vector<std::string> years_;
};

}  // namespace

std::string financing_page(const economy::FinancingCase& input, const economy::Financing& result,
                           const std::string& made) {
  report::Document document{.title = input.name, .subtitle = input.description};
  document.front = {fmt::format("{}–{}. Laget {} med Varde.", input.first_year,
                                input.first_year + input.years - 1, made)};
  document.body = FinancingReport(input, result).body();
  return report::page(document);
}

}  // namespace varde::answers
