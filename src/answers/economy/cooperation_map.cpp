#include <fmt/format.h>

#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/words.hpp"
#include "report/map.hpp"

namespace varde::answers {

using economy::Money;
using report::Html;

Html saving_map(const CooperationView& view, std::size_t alternative) {
  const auto& one = view.comparison(alternative);
  std::vector<report::MapPoint> points;
  std::string elsewhere;
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    const auto& municipality = view.input().municipalities[m];
    if (!municipality.seat) {
      elsewhere += (elsewhere.empty() ? "" : ", ") + municipality.name;
      continue;
    }
    const auto saving = one.saving(m);
    points.push_back({municipality.name,
                      (saving > Money{} ? "+" : "") + report::kroner(saving.in_ore()),
                      {municipality.seat->longitude, municipality.seat->latitude},
                      saving.in_kroner()});
  }
  if (points.empty()) return {};
  auto note = std::string(
      "Grønt sparer, rustrødt betaler mer; flaten av sirkelen følger beløpet. Sirkelen står ved "
      "kommunesenteret. Kystlinje: Natural Earth, 1:10 mill.");
  if (!elsewhere.empty()) note += " Uten plassering i saken: " + elsewhere + ".";
  const auto title =
      fmt::format("{}: besparelse i et vanlig år, kr", view.alternative_name(alternative));
  return report::together(report::map({.title = title}, points) + report::paragraph(note, "small"));
}

}  // namespace varde::answers
