#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/portfolio/parts.hpp"
#include "answers/portfolio/portfolio.hpp"
#include "answers/portfolio/words.hpp"
#include "domain/portfolio/status.hpp"
#include "report/format.hpp"
#include "report/html.hpp"
#include "report/plot.hpp"

namespace varde::answers {
namespace {

using portfolio::Portfolio;
using portfolio::Standing;
using report::Html;
using report::Table;

/// As many municipalities as stand side by side on a page.
constexpr std::size_t kMatrixColumns = 18;

std::string number(std::optional<int> value) { return value ? std::to_string(*value) : "ukjent"; }

Html summary(const Portfolio& portfolio, const std::vector<portfolio::Progress>& all) {
  int reached = 0;
  int unknown = 0;
  for (const auto& one : all) {
    reached += one.now && *one.now >= portfolio.ambitions[one.ambition].target;
    unknown += !one.now || one.other_fact;
  }
  const auto introductions =
      std::ranges::count_if(portfolio.activities, &portfolio::Activity::introduction);
  return report::key_figures(
      {{"Løsninger", std::to_string(portfolio.solutions.size()), "i porteføljen"},
       {"Innføringsaktiviteter", std::to_string(introductions),
        fmt::format("og {} felles tiltak",
                    static_cast<std::ptrdiff_t>(portfolio.activities.size()) - introductions)},
       {"Ambisjoner nådd", fmt::format("{} av {}", reached, all.size()),
        fmt::format("{} uten sammenlignbart tall", unknown)},
       {"Motsigelser", std::to_string(portfolio.contradictions.size()), "vist, ikke skjult"}});
}

Html progress_part(const Portfolio& portfolio, const std::vector<portfolio::Progress>& all) {
  Table table({{"Løsning"},
               {"Nå", true},
               {"Tallet gjelder"},
               {"Ambisjon", true},
               {"Mangler", true},
               {"Per måned", true},
               {"Nås i dette tempoet"}});
  std::vector<std::string> labels;
  report::Series now{"Nå", {}};
  report::Series target{"Ambisjon", {}};
  for (const auto& one : all) {
    const auto& ambition = portfolio.ambitions[one.ambition];
    const auto& name = portfolio.solutions[ambition.solution].name;
    table.row(
        {name, number(one.now),
         one.other_fact ? "en annen ting enn ambisjonen" : std::string(fact_word(ambition.fact)),
         std::to_string(ambition.target),
         one.now ? std::to_string(one.missing(ambition.target)) : "–",
         one.per_month ? report::decimal(*one.per_month, 1) : "–",
         one.reached ? day_text(*one.reached) : "–"});
    if (!one.now) continue;  // an unknown number is no bar of 0
    labels.push_back(name);
    now.values.push_back(*one.now);
    target.values.push_back(ambition.target);
  }
  Html html = report::heading(2, "Status mot ambisjon");
  html += report::paragraph(
      "Tallene er antall kommuner. «Tilgjengeliggjort» og «i bruk» er to ulike forhold og regnes "
      "aldri sammen; tempo regnes bare mellom tall for samme forhold.");
  html += table.html();
  if (!labels.empty()) {
    html += report::together(report::bars({"Antall kommuner, nå og ambisjon", "kommuner", 240, 0},
                                          labels, {now, target}));
  }
  return html;
}

Html contradictions_part(const Portfolio& portfolio) {
  if (portfolio.contradictions.empty()) return {};
  std::vector<Html> items;
  for (const auto& one : portfolio.contradictions) {
    items.push_back(report::strong(one.topic) +
                    report::text(fmt::format(": {}; {}. Her lest slik: {}. ({})", one.says,
                                             one.also_says, one.reading, one.source)));
  }
  return report::notice(report::heading(3, "Der kilden sier to ting") + report::bullets(items),
                        "warning");
}

std::string symbol(const Standing& standing) {
  if (Standing::yes(standing.in_use)) return "●";
  if (Standing::yes(standing.available)) return "○";
  return Standing::no(standing.available) || Standing::no(standing.in_use) ? "–" : "";
}

Html matrix(const Portfolio& portfolio, const portfolio::Status& status) {
  std::vector<Table::Column> columns{{"Løsning"}};
  std::vector<std::string> names;
  const std::string width = portfolio.municipalities.size() > 15 ? "7.4mm" : "9mm";
  for (const auto& one : portfolio.municipalities) {
    columns.push_back({to_string(one.number), false, width});
    names.push_back(place_name(one));
  }
  Table table(columns);
  for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
    std::vector<std::string> row{portfolio.solutions[s].name};
    for (std::size_t m = 0; m < portfolio.municipalities.size(); ++m) {
      row.push_back(portfolio.concerns(s, m) ? symbol(status.of(m, s)) : "·");
    }
    table.row(row);
  }
  return report::paragraph(
             "● i bruk; ○ tilgjengeliggjort og ikke meldt i bruk; – meldt ikke på plass; "
             "· angår ikke kommunen; tomt: ingen har sagt noe") +
         report::paragraph(fmt::format("{}", fmt::join(names, ", ")), "small") + table.html();
}

/// What was said last, a row for all municipalities of which the same was said.
Html said_part(const Portfolio& portfolio, const portfolio::Status& status) {
  constexpr std::size_t kMost = 60;
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> rows;
  for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
    for (std::size_t m = 0; m < portfolio.municipalities.size(); ++m) {
      const auto& standing = status.of(m, s);
      for (const auto* word : {standing.available, standing.in_use}) {
        if (word == nullptr) continue;
        const std::vector<std::string> said{
            portfolio.solutions[s].name,
            fmt::format("{}{}", word->holds ? "" : "ikke ", fact_word(word->fact)),
            word->since.given() ? word->since.text : "–",
            fmt::format("{} {}", word->said_by, word->said.text), word->source};
        auto row = std::ranges::find(rows, said, [](const auto& one) { return one.first; });
        if (row == rows.end()) row = rows.insert(rows.end(), {said, {}});
        row->second.push_back(place_name(portfolio.municipalities[m]));
      }
    }
  }
  if (rows.empty() || rows.size() > kMost) return {};
  Table table({{"Løsning"}, {"Forhold"}, {"Siden"}, {"Sagt av"}, {"Kilde"}, {"Kommuner"}});
  for (auto& [said, places] : rows) {
    said.push_back(fmt::format("{}", fmt::join(places, ", ")));
    table.row(said);
  }
  return report::heading(3, "Hvem har sagt hva") + table.html();
}

Html municipalities_part(const Portfolio& portfolio) {
  const portfolio::Status status(portfolio, portfolio.date.day);
  Html html;
  if (!portfolio.municipalities.empty() && portfolio.municipalities.size() <= kMatrixColumns) {
    html += matrix(portfolio, status);
  }
  html += said_part(portfolio, status);
  return html.empty() ? html : report::heading(2, "Kommune for kommune") + html;
}

Html dependencies_part(const Portfolio& portfolio) {
  if (portfolio.dependencies.empty()) return {};
  Table table({{"Løsning"}, {"Må ha på plass først"}, {"Hvorfor"}, {"Kilde", false, "30mm"}});
  for (const auto& one : portfolio.dependencies) {
    table.row({portfolio.solutions[one.solution].name, portfolio.solutions[one.needs].name,
               one.reason, one.source});
  }
  return report::heading(2, "Hva som må komme først") + table.html();
}

Html experiences_part(const Portfolio& portfolio) {
  if (portfolio.experiences.empty()) return {};
  Html html = report::heading(2, "Erfaringer fra piloter");
  for (const auto* one : portfolio::search(portfolio, "")) {
    auto about = portfolio.solutions[one->solution].name;
    for (const auto* part : {&one->municipality, &one->date, &one->source}) {
      if (!part->empty()) about += " · " + *part;
    }
    html += report::together(report::heading(3, one->title) + report::paragraph(about, "note") +
                             report::paragraph(one->text));
  }
  return html;
}

}  // namespace

std::string portfolio_html(const Portfolio& portfolio) {
  const auto progress = portfolio::progress_of(portfolio);
  report::Document document;
  document.title = portfolio.name;
  document.subtitle = portfolio.description;
  document.front = {fmt::format("Status per {}", portfolio.date.text)};
  if (!portfolio.source.empty()) document.front.push_back("Kilde: " + portfolio.source);
  document.body = summary(portfolio, progress);
  document.body += contradictions_part(portfolio);
  document.body += progress_part(portfolio, progress);
  document.body += over_time_part(portfolio);
  document.body += report::section(road_map_part(portfolio) + dependencies_part(portfolio));
  if (auto part = municipalities_part(portfolio); !part.empty()) {
    document.body += report::section(part);
  }
  document.body += cards_part(portfolio);
  document.body += experiences_part(portfolio);
  if (auto part = catalogue_part(portfolio); !part.empty()) {
    document.body += report::section(part);
  }
  return report::page(document);
}

}  // namespace varde::answers
