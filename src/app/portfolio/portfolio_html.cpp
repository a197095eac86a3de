#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/portfolio/portfolio.hpp"
#include "report/drawing.hpp"
#include "report/html.hpp"
#include "report/plot.hpp"

namespace varde::app {
namespace {

using portfolio::Portfolio;
using portfolio::Standing;
using report::Html;
using report::Table;

constexpr std::size_t kMatrixColumns = 20;

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

Html totals_part(const Portfolio& portfolio) {
  if (portfolio.totals.empty()) return {};
  Table table({{"Løsning"}, {"Dato"}, {"Tallet gjelder"}, {"Kommuner", true}, {"Kilde"}});
  for (const auto& one : portfolio.totals) {
    table.row({portfolio.solutions[one.solution].name, one.date.text,
               std::string(fact_word(one.fact)), std::to_string(one.count),
               one.note.empty() ? one.source : fmt::format("{}. {}", one.source, one.note)});
  }
  return report::heading(2, "Tallene over tid") + table.html();
}

std::string symbol(const Standing& standing) {
  if (Standing::yes(standing.in_use)) return "●";
  if (Standing::yes(standing.available)) return "○";
  return Standing::no(standing.available) || Standing::no(standing.in_use) ? "–" : "";
}

std::string first_letters(const std::string& name, std::size_t count) {
  std::size_t end = 0;
  while (end < name.size() && count > 0) {
    ++end;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    --count;
  }
  return name.substr(0, end);
}

Html matrix(const Portfolio& portfolio, const portfolio::Status& status) {
  std::vector<Table::Column> columns{{"Løsning"}};
  for (const auto& one : portfolio.municipalities)
    columns.push_back({first_letters(one.name, 4), false, "8mm"});
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
         table.html();
}

Html municipalities_part(const Portfolio& portfolio) {
  if (portfolio.municipalities.empty()) return {};
  const portfolio::Status status(portfolio, portfolio.date.day);
  Html html = report::heading(2, "Kommune for kommune");
  if (portfolio.municipalities.size() <= kMatrixColumns) html += matrix(portfolio, status);
  Table table({{"Kommune"}, {"Løsning"}, {"Forhold"}, {"Siden"}, {"Sagt av"}, {"Kilde"}});
  for (std::size_t m = 0; m < portfolio.municipalities.size(); ++m) {
    for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
      const auto& standing = status.of(m, s);
      for (const auto* word : {standing.available, standing.in_use}) {
        if (word == nullptr || portfolio.municipalities.size() > kMatrixColumns) continue;
        table.row({portfolio.municipalities[m].name, portfolio.solutions[s].name,
                   fmt::format("{}{}", word->holds ? "" : "ikke ", fact_word(word->fact)),
                   word->since.text.empty() ? "–" : word->since.text,
                   fmt::format("{} {}", word->said_by, word->said.text), word->source});
      }
    }
  }
  if (!table.empty() && portfolio.statements.size() <= 60) {
    html += report::heading(3, "Hvem har sagt hva") + table.html();
  }
  return html;
}

/// Years with a fraction, for the road map; an end without a month is the end of its year.
double years(const std::string& text, bool end) {
  const auto date = portfolio::parse_date(text);
  if (!date) return std::numeric_limits<double>::quiet_NaN();
  const double start = 1970 + static_cast<double>(date->day.time_since_epoch().count()) / 365.2425;
  if (!end) return start;
  return start + (text.size() == 4 ? 1.0 : text.size() == 7 ? 1.0 / 12 : 0.0);
}

Html road_map(const Portfolio& portfolio) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const auto& one : portfolio.activities) {
    for (const double year : {years(one.from, false), years(one.to, true)}) {
      if (std::isnan(year)) continue;
      low = std::min(low, std::floor(year));
      high = std::max(high, std::ceil(year));
    }
  }
  if (low > high) return {};
  high = std::max(high, low + 2);
  constexpr double kNames = 290;
  constexpr double kRow = 22;
  const double step = (report::kPlotWidth - kNames - 10) / (high - low);
  const auto x = [&](double year) { return kNames + (year - low) * step; };
  const double bottom = 22 + kRow * static_cast<double>(portfolio.activities.size());
  report::Drawing drawing;
  for (double year = low; year <= high; ++year) {
    drawing.line(x(year), 14, x(year), bottom, report::kFaint);
    if (year < high) {
      drawing.label(x(year + 0.5), 10, fmt::format("{:.0f}", year), report::Anchor::middle,
                    report::kGrey);
    }
  }
  double y = 22;
  for (const auto& one : portfolio.activities) {
    const auto name = first_letters(one.name, 50);
    drawing.label(0, y + 12, name.size() < one.name.size() ? name + "…" : name);
    const double from = years(one.from, false);
    const double to = years(one.to, true);
    if (!std::isnan(from) || !std::isnan(to)) {
      const double left = std::isnan(from) ? low : from;
      const double right = std::isnan(to) ? high : to;
      drawing.rect(x(left), y + 2, std::max(3.0, (right - left) * step), kRow - 9,
                   report::colour(one.introduction ? 0 : 1));
      if (std::isnan(to)) {
        drawing.label(x(high) - 4, y + 12, "uten sluttdato", report::Anchor::end, "#ffffff", 9);
      }
    } else {
      drawing.label(kNames + 4, y + 12, "tidsramme ikke oppgitt", report::Anchor::start,
                    report::kGrey, 9);
    }
    y += kRow;
  }
  drawing.legend(0, bottom + 18, {"Innføring i kommunene", "Felles tiltak"});
  return report::heading(2, "Veikart") +
         report::together(drawing.finish({"Aktivitetenes tidsramme"}, bottom + 28));
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

std::string time_frame(const portfolio::Activity& one) {
  if (one.from.empty() && one.to.empty()) return "Ikke oppgitt";
  return fmt::format("{}–{}", one.from, one.to);
}

Html card(const Portfolio& portfolio, const portfolio::Activity& one) {
  Html html = report::heading(
      3, one.priority > 0 ? fmt::format("{}. {}", one.priority, one.name) : one.name);
  html += report::paragraph(
      fmt::format("{} · Eier: {} · Tidsramme: {}", one.area,
                  one.owner.empty() ? "ikke oppgitt" : one.owner, time_frame(one)),
      "small");
  const auto line = [&](std::string_view name, const std::string& text) {
    if (text.empty()) return;
    html += report::element("p", report::strong(name) + report::text(" " + text));
  };
  const auto items = [&](std::string_view name, const std::vector<std::string>& all) {
    if (all.empty()) return;
    std::vector<Html> list;
    for (const auto& item : all) list.push_back(report::text(item));
    html += report::element("p", report::strong(name)) + report::bullets(list);
  };
  line("Formål:", one.purpose);
  items("Kommunene:", one.municipalities_do);
  items("Sektoren:", one.sector_does);
  line(one.status_date.empty() ? "Status:" : fmt::format("Status per {}:", one.status_date),
       one.status);
  line("Kostnad:", one.cost);
  line("Forventet gevinst:", one.benefit);
  line("Pilot:", one.pilot);
  line("Evaluering:", one.evaluation);
  std::vector<std::string> selection;
  constexpr std::array<std::string_view, portfolio::kSelection.size()> words{
      "digitaliseringsstrategien",
      "demografi",
      "FNs mål",
      "lovpålagt",
      "sektorens ambisjoner",
      "nytte/kostnad",
      "nasjonal e-helsestrategi",
      "risiko ved å la være"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!one.selection[i].empty()) {
      selection.push_back(fmt::format("{}: {}", words[i], one.selection[i]));
    }
  }
  line("Utvalgskriterier:", fmt::format("{}", fmt::join(selection, "; ")));
  line("Kilde:", one.source);
  static_cast<void>(portfolio);
  return report::together(html);
}

Html cards(const Portfolio& portfolio, bool introduction, std::string_view title) {
  Html html = report::heading(2, title);
  for (const auto& one : portfolio.activities) {
    if (one.introduction == introduction) html += card(portfolio, one);
  }
  return html;
}

Html experiences_part(const Portfolio& portfolio) {
  if (portfolio.experiences.empty()) return {};
  Html html = report::heading(2, "Erfaringer fra piloter");
  for (const auto* one : portfolio::search(portfolio, "")) {
    html += report::together(
        report::heading(3, one->title) +
        report::paragraph(fmt::format("{} · {} · {}", portfolio.solutions[one->solution].name,
                                      one->municipality, one->date),
                          "note") +
        report::paragraph(one->text));
  }
  return html;
}

Html devices_part(const Portfolio& portfolio) {
  if (portfolio.approvals.empty()) return {};
  Table table({{"Leverandør"},
               {"Modell"},
               {"Type"},
               {"Oppfylt", true},
               {"Ikke oppfylt", true},
               {"Ikke prøvd", true},
               {"Godkjent"}});
  for (const auto& one : portfolio::conformity_of(portfolio)) {
    table.row({one.vendor, one.model, one.device_type, std::to_string(one.met),
               std::to_string(one.failed), std::to_string(one.unknown),
               one.approved() ? "ja" : "nei"});
  }
  return report::heading(2, "Krav og godkjenning av utstyr") + table.html();
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
  document.body += totals_part(portfolio);
  document.body += report::section(road_map(portfolio) + dependencies_part(portfolio));
  if (auto part = municipalities_part(portfolio); !part.empty()) {
    document.body += report::section(part);
  }
  document.body += report::section(cards(portfolio, true, "Innføringsaktiviteter"));
  document.body += cards(portfolio, false, "Felles tiltak");
  document.body += experiences_part(portfolio);
  document.body += devices_part(portfolio);
  return report::page(document);
}

}  // namespace varde::app
