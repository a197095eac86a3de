#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/portfolio/parts.hpp"

namespace varde::answers {
namespace {

using portfolio::Activity;
using portfolio::Portfolio;
using report::Html;

std::string time_frame(const Activity& one) {
  if (one.from.empty() && one.to.empty()) return "ikke oppgitt";
  if (one.from == one.to) return one.from;
  return fmt::format("{}{}{}", one.from,
                     one.from.empty() ? "– "
                     : one.to.empty() ? " –"
                                      : " – ",
                     one.to);
}

Html card(const Activity& one) {
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
  return report::together(html);
}

Html cards(const Portfolio& portfolio, bool introduction, std::string_view title) {
  Html html = report::heading(2, title);
  for (const auto& one : portfolio.activities) {
    if (one.introduction == introduction) html += card(one);
  }
  return html;
}

}  // namespace

std::string shortened(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  while (end < text.size() && count > 0) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    --count;
  }
  return end < text.size() ? text.substr(0, end) + "…" : text;
}

Html cards_part(const Portfolio& portfolio) {
  return report::section(cards(portfolio, true, "Innføringsaktiviteter")) +
         cards(portfolio, false, "Felles tiltak");
}

}  // namespace varde::answers
