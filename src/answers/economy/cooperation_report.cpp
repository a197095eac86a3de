#include "answers/economy/cooperation_report.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answers/economy/words.hpp"
#include "domain/economy/stated.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using report::Html;
using report::paragraph;
using report::text;

std::string per_head(const CooperationView& view, Money amount) {
  const auto people = economy::inhabitants(view.input());
  return people == 0 ? "–" : kr(economy::scale(amount, 1, people)) + " per innbygger";
}

std::vector<report::KeyFigure> headline(const CooperationView& view) {
  const auto& today = view.comparison(0);
  std::vector<report::KeyFigure> figures{
      {"I dag", millions(today.as_is_total), per_head(view, today.as_is_total)}};
  for (std::size_t a = 0; a < std::min<std::size_t>(view.alternatives(), 3); ++a) {
    const auto& one = view.comparison(a);
    figures.push_back(
        {view.alternative_name(a), millions(one.cost_total), per_head(view, one.cost_total)});
  }
  return figures;
}

/// One sentence or two on an alternative, with who gains and who does not.
Html conclusion(const CooperationView& view, std::size_t a) {
  const auto& one = view.comparison(a);
  std::size_t gains = 0;
  std::string losers;
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    if (one.saving(m) > Money{}) {
      ++gains;
    } else {
      losers += (losers.empty() ? "" : ", ") + view.input().municipalities[m].name;
    }
  }
  const bool saves = one.saving() >= Money{};
  auto words = fmt::format(
      " koster {} i et vanlig år: {} {} enn i dag ({}). {} av {} kommuner betaler mindre enn i "
      "dag.",
      millions(one.cost_total), millions(saves ? one.saving() : -one.saving()),
      saves ? "mindre" : "mer",
      report::percent(std::abs(economy::percent_of(one.saving(), one.as_is_total))), gains,
      view.municipalities());
  if (!losers.empty()) words += " Disse betaler like mye eller mer: " + losers + ".";
  const auto hours = one.as_is_hours - one.cost_hours;
  words += fmt::format(" Arbeidet går ned med {} timer ({} årsverk).",
                       report::decimal(hours.in_hours(), 0),
                       report::decimal(view.person_years(hours), 1));
  if (const auto* spread = view.spread(a)) {
    words += fmt::format(" Besparelsen ligger mellom {} og {} mill. kr i åtte av ti trekninger.",
                         report::decimal(spread->saving.p10 / 1e6, 1),
                         report::decimal(spread->saving.p90 / 1e6, 1));
  }
  return report::strong(view.alternative_name(a)) + text(words);
}

Html quality_summary(const CooperationView& view) {
  std::array<std::size_t, 5> counts{};
  for (const auto& alternative : view.input().alternatives) {
    for (const auto& item : alternative.items) {
      ++counts[static_cast<std::size_t>(item.amount.origin.quality)];
    }
    for (const auto& row : alternative.staffing) {
      ++counts[static_cast<std::size_t>(row.origin.quality)];
    }
  }
  std::string list;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", counts[i],
                        word(static_cast<economy::Quality>(i)));
  }
  auto words = fmt::format(
      "Av dagens kostnad er {} besvart av kommunene selv. Kostnadene i alternativene: {}.",
      report::percent(
          static_cast<double>(economy::coverage(view.run->as_is, view.input().as_is.compared)) /
          100.0),
      list);
  if (view.run->uncertainty) {
    const auto& inputs = view.run->uncertainty->inputs;
    const auto illustrative = std::ranges::count_if(inputs, [](const economy::Uncertain& one) {
      return one.origin.quality == economy::Quality::illustrative;
    });
    if (illustrative > 0) {
      words += fmt::format(
          " Usikkerheten bygger på {} spenn, hvorav {} er illustrative: de står ikke i noen kilde.",
          inputs.size(), illustrative);
    }
  }
  return paragraph(words);
}

Html contents_of(const CooperationView& view) {
  std::vector<report::ContentsLine> lines{{"Dagens kostnad", "dagens"},
                                          {"Alternativene", "alternativene"},
                                          {"Hva kommunene betaler", "betaler"},
                                          {"Fordelingsnøkler side om side", "nokler"}};
  if (view.run->uncertainty) lines.push_back({"Usikkerhet", "usikkerhet"});
  lines.push_back({"Kilder og kvalitet", "kilder"});
  lines.push_back({"Kommune for kommune", municipality_anchor(view, 0)});
  return report::contents(lines);
}

}  // namespace

Html as_is_warning(const CooperationView& view) {
  if (view.all_by_stated_total()) {
    return report::notice(
        report::strong("Dagens kostnad for den enkelte kommune er ikke kjent. ") +
            text("Kilden oppgir bare summen. Her er summen delt etter innbyggertall, så alle "
                 "kommuner har samme kostnad per innbygger i dag. Hvem som sparer, kan endre seg "
                 "når kommunens egne tall er på plass."),
        "warning");
  }
  if (view.run->as_is.gaps.empty()) return {};
  return report::notice(
      report::strong("Noen svar mangler. ") +
          text("Tall som står i stedet for et svar, er merket «anslått». De kan være feil for den "
               "enkelte kommune."),
      "warning");
}

Html summary_part(const CooperationView& view) {
  Html out = report::key_figures(headline(view));
  std::vector<Html> items;
  for (std::size_t a = 0; a < view.alternatives(); ++a) items.push_back(conclusion(view, a));
  out += report::heading(3, "Kort fortalt") + report::bullets(items) + as_is_warning(view);
  if (!view.input().contradictions.empty()) {
    out += report::notice(text(
        fmt::format("Kilden sier to ting på {} punkter. De står under «Kilder og kvalitet», med "
                    "hvordan hvert punkt er lest her.",
                    view.input().contradictions.size())));
  }
  out += report::heading(3, "Hvor sikre er tallene?") + quality_summary(view);
  return out + report::heading(3, "Innhold") + contents_of(view);
}

std::string cooperation_page(const CooperationView& view, const std::string& made) {
  const auto& a = view.input().assumptions;
  report::Document document;
  document.title = view.input().name;
  document.subtitle = view.input().description;
  document.front.push_back(fmt::format(
      "Kroner i {}-verdi. Vanlig år: {}. Nåverdi over {} år fra {} med {} kalkulasjonsrente.",
      a.price_year, a.comparison_year, a.years, a.first_year,
      report::percent(a.discount_rate * 100)));
  auto line = "Laget " + made + " med Varde.";
  if (view.run->uncertainty) {
    line +=
        fmt::format(" Usikkerhet: {} trekninger, frø {}.",
                    report::whole(static_cast<std::int64_t>(view.run->uncertainty->draws.count)),
                    view.run->uncertainty->draws.seed);
  }
  document.front.push_back(line);
  document.body = summary_part(view);
  for (auto* part : {as_is_part, alternatives_part, payers_part, keys_part}) {
    document.body += report::section(part(view));
  }
  if (view.run->uncertainty) document.body += report::section(uncertainty_part(view));
  document.body += report::section(sources_part(view));
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    document.body += report::section(municipality_part(view, m));
  }
  return report::page(document);
}

}  // namespace varde::answers
