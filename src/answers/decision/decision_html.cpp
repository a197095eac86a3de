#include <algorithm>

#include <fmt/format.h>

#include "answers/decision/document.hpp"
#include "answers/decision/words.hpp"
#include "report/format.hpp"
#include "report/html.hpp"
#include "report/plot.hpp"

namespace varde::answers {
namespace {

using decision::Decision;
using decision::Ranking;
using decision::Verdict;
using report::Html;
using report::Table;
using report::text;

Html verdict_mark(Verdict verdict) {
  constexpr std::array<std::string_view, 3> kinds{"good", "weak", "bad"};
  constexpr std::array<std::string_view, 3> words{"følger", "følger ikke klart", "følger ikke"};
  const auto at = static_cast<std::size_t>(verdict);
  return report::mark(words[at], kinds[at]);
}

std::string named(const decision::Alternative& one) {
  return one.name.empty() ? one.id : fmt::format("{}: {}", one.id, one.name);
}

Html summary(const DecisionRun& run) {
  std::array<int, 3> count{};
  Table table({{"Område", false, "34mm"},
               {"Det kilden konkluderer"},
               {"Av tabellen", false, "26mm"},
               {"Oftest best", false, "40mm"}});
  for (std::size_t k = 0; k < run.input.areas.size(); ++k) {
    const auto& area = run.input.areas[k];
    const auto& ranking = run.stated.together.areas[k];
    const auto verdict = decision::verdict_of(run.input, run.claims, k);
    if (verdict) ++count[static_cast<std::size_t>(*verdict)];
    const auto best = ranking.favourite();
    table.row({text(area.name), text(area.conclusion), verdict ? verdict_mark(*verdict) : text("–"),
               text(fmt::format("{} ({})", named(run.input.alternatives[best]),
                                part(ranking.first(best))))});
  }
  const auto said = count[0] + count[1] + count[2];
  Html html = report::heading(2, "Konklusjonene mot tabellene");
  if (said > 0) {
    html += report::key_figures(
        {{"Følger av tabellen", fmt::format("{} av {}", count[0], said), "konklusjoner"},
         {"Følger ikke klart", fmt::format("{} av {}", count[1], said),
          fmt::format("holder for under {} av vektene", part(run.input.clear))},
         {"Følger ikke", fmt::format("{} av {}", count[2], said), "tabellen sier noe annet"}});
  }
  html += table.html();
  html += report::notice(report::paragraph(fmt::format(
      "Betydningen av hvert kriterium er bare ord, og ordene gir en rekkefølge, ikke tall. Varde "
      "trekker {} sett av vekter som holder rekkefølgen, alle like sannsynlige, og teller hvor "
      "ofte hvert alternativ får hver plass. «Alle» og «ingen» er vist eksakt, ikke trukket.",
      report::whole(static_cast<std::int64_t>(run.stated.draws.count)))));
  return html;
}

Html claims(const DecisionRun& run, std::size_t area) {
  const bool doubted = run.doubted.has_value();
  std::vector<Table::Column> columns{
      {"Påstand"}, {"Holder den?", false, "48mm"}, {"", false, "26mm"}};
  if (doubted) columns.push_back({"Usikre poeng", true, "22mm"});
  Table table(columns);
  for (const auto& checked : run.claims) {
    const auto& claim = run.input.claims[checked.claim];
    if (claim.area != area) continue;
    std::vector<Html> cells{text(claim.text), text(words_of(run.input, checked)),
                            verdict_mark(decision::verdict_of(checked.support))};
    if (doubted) cells.push_back(text(checked.doubted_share ? part(*checked.doubted_share) : "–"));
    table.row(cells);
  }
  return table.empty() ? Html() : table.html();
}

Html ranking_table(const Decision& input, const Ranking& ranking, const Ranking* doubted) {
  std::vector<Table::Column> columns{{"Alternativ", false, "56mm"}};
  for (std::size_t r = 1; r <= ranking.alternatives; ++r)
    columns.push_back({fmt::format("{}. plass", r), true});
  if (doubted != nullptr) {
    columns.push_back({"1. plass, usikre poeng", true});
    columns.push_back({"Tillit", true});
  }
  Table table(columns);
  for (std::size_t a = 0; a < ranking.alternatives; ++a) {
    std::vector<std::string> row{named(input.alternatives[a])};
    for (std::size_t r = 0; r < ranking.alternatives; ++r) row.push_back(part(ranking.rank(a, r)));
    if (doubted != nullptr) {
      row.push_back(part(doubted->first(a)));
      row.push_back(doubted->confidence[a] ? part(*doubted->confidence[a]) : "–");
    }
    table.row(row);
  }
  return table.html();
}

Html ranking_plot(const Decision& input, const Ranking& ranking, std::string title) {
  std::vector<std::string> labels;
  std::vector<report::Series> places;
  for (std::size_t r = 0; r < ranking.alternatives; ++r)
    places.push_back({fmt::format("{}. plass", r + 1), {}});
  for (std::size_t a = 0; a < ranking.alternatives; ++a) {
    labels.push_back(named(input.alternatives[a]));
    for (std::size_t r = 0; r < ranking.alternatives; ++r)
      places[r].values.push_back(100 * ranking.rank(a, r));
  }
  return report::stacked_bars({std::move(title), "% av vektene", 240}, labels, places);
}

Html weighted(const Decision& input, const std::vector<decision::WeightedSum>& sums) {
  std::vector<Table::Column> columns{{"Vekter", false, "56mm"}};
  for (const auto& one : input.alternatives) columns.push_back({one.id, true});
  columns.push_back({"Holder rekkefølgen", false, "32mm"});
  Table table(columns, "Vektet sum, fra 0 til " + std::to_string(input.top_score));
  for (const auto& sum : sums) {
    std::vector<std::string> row{std::string(name_of(sum))};
    for (const double value : sum.values) row.push_back(report::decimal(value, 2));
    row.emplace_back(sum.within_importance ? "ja" : "nei");
    table.row(row);
  }
  return table.html();
}

Html turns(const Decision& input, const std::vector<decision::Turn>& all) {
  if (all.empty()) return {};
  Table table({{"Alternativ", false, "56mm"}, {"Blir best hvis én av disse er sann"}},
              "Hva måtte vært annerledes");
  for (const auto& turn : all) {
    std::vector<Html> ways;
    for (const auto& way : ways_of(input, turn)) ways.push_back(text(way));
    table.row({text(named(input.alternatives[turn.alternative])),
               ways.empty() ? text("kan ikke bli best") : report::bullets(ways)});
  }
  return table.html();
}

Html judgement_table(const Decision& input, const decision::Judgement& judgement) {
  std::vector<Table::Column> columns{{"Kriterium"}, {"Betydning", false, "30mm"}};
  for (const auto& one : input.alternatives) columns.push_back({one.id, true, "14mm"});
  Table table(columns, "Det som er lagt inn");
  const auto n = input.alternatives.size();
  for (std::size_t c = 0; c < input.criteria.size(); ++c) {
    std::vector<std::string> row{input.criteria[c].name,
                                 std::string(words_of(judgement.importance[c]))};
    for (std::size_t a = 0; a < n; ++a)
      row.push_back(fmt::format("{:g}", judgement.scores[c * n + a]));
    table.row(row);
  }
  return table.html();
}

Html area_part(const DecisionRun& run, std::size_t k) {
  const auto& input = run.input;
  const auto& area = input.areas[k];
  const auto& ranking = run.stated.together.areas[k];
  Html html = report::heading(2, area.name);
  if (!area.conclusion.empty()) {
    const auto verdict = decision::verdict_of(input, run.claims, k);
    html += report::paragraph(
        fmt::format("«{}»{}{}", area.conclusion,
                    area.source.empty() ? "" : fmt::format(" ({})", area.source),
                    verdict ? fmt::format(". Konklusjonen {}.", words_of(*verdict)) : ""),
        "lead");
  }
  html += claims(run, k);
  html +=
      report::together(ranking_plot(input, ranking, "Hvor ofte hvert alternativ får hver plass"));
  html += ranking_table(input, ranking, run.doubted ? &run.doubted->together.areas[k] : nullptr);
  for (std::size_t j = 0; j < input.assessors.size(); ++j) {
    if (input.assessors.size() > 1) {
      const auto& own = run.stated.assessors[j].areas[k];
      html += report::heading(3, input.assessors[j].name);
      html += report::paragraph(fmt::format("{} er oftest best ({}).",
                                            named(input.alternatives[own.favourite()]),
                                            part(own.first(own.favourite()))));
    }
    html += judgement_table(input, input.assessors[j].areas[k]);
    html += weighted(input, run.judged[j][k].weighted);
    html += turns(input, run.judged[j][k].turns);
  }
  return report::section(html);
}

Html overall(const DecisionRun& run) {
  const auto& ranking = run.stated.together.overall;
  return report::section(
      report::heading(2, "Områdene under ett") +
      report::paragraph("Vektet sum over områdene, hvert med vekter trukket for seg. Et samlet "
                        "område i kilden er ikke regnet med, for det er de andre om igjen.") +
      ranking_plot(run.input, ranking, "Hvor ofte hvert alternativ får hver plass") +
      ranking_table(run.input, ranking, run.doubted ? &run.doubted->together.overall : nullptr));
}

Html barriers(const Decision& input) {
  if (input.barriers.empty()) return {};
  const auto handled = std::ranges::count_if(input.barriers, &decision::Barrier::handled);
  Table table({{"Hemmer", false, "52mm"}, {"Tiltak"}, {"Eier"}, {"Status"}, {"Frist"}, {"Kilde"}});
  for (const auto& one : input.barriers) {
    table.row({one.name, one.measure.empty() ? "mangler" : one.measure,
               one.owner.empty() ? "mangler" : one.owner, one.status, one.due, one.source});
  }
  return report::heading(2, "Hemmere") +
         report::paragraph(
             fmt::format("{} av {} har eier og tiltak.", handled, input.barriers.size())) +
         table.html();
}

Html contradictions(const Decision& input) {
  if (input.contradictions.empty()) return {};
  std::vector<Html> items;
  for (const auto& one : input.contradictions) {
    items.push_back(report::strong(one.topic) +
                    text(fmt::format(": {}; {}. Her lest slik: {}. ({})", one.says, one.also_says,
                                     one.reading, one.source)));
  }
  return report::notice(report::heading(3, "Der kilden sier to ting") + report::bullets(items),
                        "warning");
}

}  // namespace

std::string decision_html(const DecisionRun& run, const std::string& made) {
  report::Document document{.title = run.input.name, .subtitle = run.input.description};
  if (!run.input.source.empty()) document.front.push_back("Kilde: " + run.input.source);
  document.front.push_back(fmt::format(
      "Laget {} med Varde: {} vekter, frø {}.", made,
      report::whole(static_cast<std::int64_t>(run.stated.draws.count)), run.stated.draws.seed));
  document.body = summary(run) + contradictions(run.input) + barriers(run.input);
  for (std::size_t k = 0; k < run.input.areas.size(); ++k) document.body += area_part(run, k);
  document.body += overall(run);
  return report::page(document);
}

}  // namespace varde::answers
