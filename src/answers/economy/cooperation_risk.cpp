#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/words.hpp"
#include "report/plot.hpp"

// Keys side by side, and what is not known for sure.
namespace varde::answers {
namespace {

using economy::Money;
using report::Html;
using report::paragraph;
using report::text;

Html keys_list(const CooperationView& view) {
  report::Table table({{"Nøkkel", false, "40mm"}, {"Slik fordeles kostnaden"}});
  for (const auto& name : view.key_names) {
    table.row({name, describe(view.input().keys.at(name))});
  }
  return table.html();
}

Html keys_table(const CooperationView& view, std::size_t a) {
  const auto& result = view.keys[a];
  std::vector<report::Table::Column> columns{{"Kommune"}, {"I dag", true}};
  for (const auto& column : result.columns) {
    columns.push_back({column.key == "as written" ? "Nøklene i saken" : column.key, true});
  }
  columns.push_back({"Går i null ved", true});
  report::Table table(columns, view.alternative_name(a) + ": kr i et vanlig år");
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    std::vector<Html> cells{text(view.input().municipalities[m].name),
                            text(kroner(result.as_is[m]))};
    for (const auto& column : result.columns) {
      const bool loses = column.parts[m] > result.as_is[m];
      cells.push_back(loses ? report::element("span", text(kroner(column.parts[m])), "loses")
                            : text(kroner(column.parts[m])));
    }
    cells.push_back(text(report::percent(static_cast<double>(result.break_even[m]) / 100.0, 2)));
    table.row(cells);
  }
  Money today;
  for (const auto amount : result.as_is) today += amount;
  std::vector<std::string> sums{"Sammen", kroner(today)};
  for (const auto& column : result.columns) {
    Money sum;
    for (const auto part : column.parts) sum += part;
    sums.push_back(kroner(sum));
  }
  return table.total(sums).html();
}

/// Who has its lowest bill under which key.
Html best_keys(const CooperationView& view, std::size_t a) {
  const auto& result = view.keys[a];
  std::vector<std::string> best(result.columns.size());
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    std::size_t lowest = 1;
    for (std::size_t k = 2; k < result.columns.size(); ++k) {
      if (result.columns[k].parts[m] < result.columns[lowest].parts[m]) lowest = k;
    }
    if (lowest < best.size()) {
      best[lowest] += (best[lowest].empty() ? "" : ", ") + view.input().municipalities[m].name;
    }
  }
  std::vector<Html> items;
  for (std::size_t k = 1; k < best.size(); ++k) {
    if (best[k].empty()) continue;
    items.push_back(report::strong(result.columns[k].key) + text(": " + best[k]));
  }
  return items.empty() ? Html{}
                       : report::heading(4, "Hvem som betaler minst under hver nøkkel") +
                             report::bullets(items);
}

Html spread_table(const CooperationView& view) {
  report::Table table(
      {{"Resultat"}, {"P10", true}, {"P50", true}, {"P90", true}, {"Over null", true}});
  const auto in = [](double value) { return report::decimal(value / 1e6, 1); };
  for (std::size_t a = 0; a < view.alternatives(); ++a) {
    const auto& one = *view.spread(a);
    const std::array<std::pair<const char*, const economy::Spread*>, 3> rows{
        {{"Kostnad, mill. kr i året", &one.cost},
         {"Besparelse, mill. kr i året", &one.saving},
         {"Nåverdi, mill. kr", &one.net_present}}};
    table.group(view.alternative_name(a));
    for (const auto& [name, spread] : rows) {
      table.row({name, in(spread->p10), in(spread->p50), in(spread->p90),
                 spread == &one.cost ? "" : probability(spread->above_zero)});
    }
    table.row({"Sparte timer i året", report::decimal(one.hours_saved.p10, 0),
               report::decimal(one.hours_saved.p50, 0), report::decimal(one.hours_saved.p90, 0),
               probability(one.hours_saved.above_zero)});
  }
  return table.html();
}

Html municipalities_plot(const CooperationView& view, std::size_t a) {
  std::vector<report::RangeRow> rows;
  const auto& spread = *view.spread(a);
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    const auto people = std::max<std::int64_t>(1, view.run->inhabitants(m));
    const auto& saving = spread.municipalities[m].saving;
    const auto per = [&](double kroner_a_year) {
      return kroner_a_year / static_cast<double>(people);
    };
    rows.push_back({view.input().municipalities[m].name, per(saving.p10), per(saving.p50),
                    per(saving.p90), probability(saving.above_zero)});
  }
  return report::ranges(
      {.title =
           view.alternative_name(a) +
           ": besparelse per innbygger, P10 til P90 (punktet er P50) og sannsynlighet for å spare",
       .unit = "kr per innbygger i året",
       .label_width = 100},
      rows);
}

Html tornado_plot(const CooperationView& view, std::size_t a) {
  const auto& spread = *view.spread(a);
  std::vector<report::TornadoRow> rows;
  double widest = 0;
  for (const auto& swing : spread.tornado) {
    widest = std::max(widest, std::abs(swing.at_p90 - swing.at_p10));
  }
  for (const auto& swing : spread.tornado) {
    // An input that the alternative does not have moves nothing.
    if (rows.size() == 10 || std::abs(swing.at_p90 - swing.at_p10) < widest * 1e-6) continue;
    rows.push_back({input_name(swing.input), swing.at_p10 / 1e6, swing.at_p90 / 1e6});
  }
  if (rows.empty()) return {};
  return report::tornado({.title = view.alternative_name(a) + ": hva nåverdien avhenger mest av",
                          .unit = "nåverdi, mill. kr",
                          .label_width = 190,
                          .decimals = 0},
                         spread.net_present.p50 / 1e6, rows, "lav verdi (P10)", "høy verdi (P90)");
}

std::string describe_shape(const economy::Uncertain& one) {
  const auto number = [&](double value) {
    return one.relative           ? report::percent(value * 100, 0)
           : std::abs(value) < 10 ? report::decimal(value, 3)
                                  : report::decimal(value, 0);
  };
  switch (one.shape) {
    case economy::Shape::triangular:
      return fmt::format("trekant: {}, {}, {}", number(one.low), number(one.mode),
                         number(one.high));
    case economy::Shape::normal:
      return fmt::format("normal: {} ± {}", number(one.mean), number(one.deviation));
    case economy::Shape::lognormal:
      return fmt::format("lognormal: {} ± {}", number(one.mean), number(one.deviation));
    case economy::Shape::discrete:
      break;
  }
  std::string out = "enten";
  for (std::size_t i = 0; i < one.values.size(); ++i) {
    out += fmt::format("{} {} ({})", i == 0 ? "" : " eller", number(one.values[i]),
                       report::percent(one.probabilities[i] * 100, 0));
  }
  return out;
}

Html inputs_table(const CooperationView& view) {
  report::Table table(
      {{"Usikkert tall"}, {"Spenn (100 % er tallet i saken)"}, {"Kvalitet"}, {"Kilde"}},
      "Hva usikkerheten bygger på");
  for (const auto& one : view.run->uncertainty->inputs) {
    table.row({text(input_name(one.input)), text(describe_shape(one)),
               quality_mark(one.origin.quality), text(one.origin.source)});
  }
  return table.html();
}

}  // namespace

Html keys_part(const CooperationView& view) {
  Html out = report::heading(2, "Fordelingsnøkler side om side", "nokler");
  out += keys_list(view);
  out += paragraph(
      "Hver kolonne viser hva kommunene betaler når nøkkelen brukes på alle felles kostnader. "
      "Rødt: "
      "mer enn i dag. «Går i null ved» er den andelen av alternativets kostnad som gir samme "
      "regning "
      "som i dag; en nøkkel som gir kommunen mindre, lønner seg.",
      "small");
  for (std::size_t a = 0; a < view.alternatives(); ++a) {
    out += report::together(keys_table(view, a));
    if (a == 0) out += best_keys(view, a);
  }
  return out;
}

Html uncertainty_part(const CooperationView& view) {
  const auto& result = *view.run->uncertainty;
  Html out = report::heading(2, "Usikkerhet", "usikkerhet");
  out +=
      paragraph(fmt::format("Tall som ikke er sikre, er trukket {} ganger innenfor sine spenn, og "
                            "hele regnestykket er gjort "
                            "på nytt hver gang. P10 er verdien som ett av ti utfall ligger under, "
                            "P50 midten, P90 verdien som "
                            "ett av ti ligger over.",
                            report::whole(static_cast<std::int64_t>(result.draws.count))));
  if (std::ranges::any_of(result.inputs, [](const economy::Uncertain& one) {
        return one.origin.quality == economy::Quality::illustrative;
      })) {
    out += report::notice(
        report::strong("Spennene er illustrative. ") +
            text(
                "Kilden sier at tallene er usikre, men ikke hvor mye. Bytt ut spennene før tallene "
                "brukes i et vedtak."),
        "warning");
  }
  out += spread_table(view);
  for (std::size_t a = 0; a < view.alternatives(); ++a) out += tornado_plot(view, a);
  for (std::size_t a = 0; a < view.alternatives(); ++a) out += municipalities_plot(view, a);
  return out + report::together(inputs_table(view));
}

}  // namespace varde::answers
