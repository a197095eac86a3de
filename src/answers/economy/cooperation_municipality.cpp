#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/words.hpp"
#include "domain/economy/stated.hpp"
#include "report/plot.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using report::Html;
using report::text;

/// The page of one municipality.
class MunicipalityPage {
 public:
  MunicipalityPage(const CooperationView& view, std::size_t m)
      : view_(view), m_(m), one_(view.input().municipalities[m]) {}

  Html html() const {
    Html out = report::heading(2, one_.name, municipality_anchor(view_, m_));
    out += report::paragraph(fmt::format("Kommune {}, {} innbyggere", one_.number,
                                         report::whole(view_.run->inhabitants(m_))),
                             "small");
    out += report::key_figures(figures());
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      out += report::element("p", conclusion(a));
    }
    if (view_.filled(m_)) out += doubt();
    return out + side_by_side() + plot() + keys() + answers();
  }

 private:
  Money today() const { return view_.comparison(0).as_is[m_]; }
  Money pays(std::size_t a) const { return view_.comparison(a).cost.part(m_); }
  Money saving(std::size_t a) const { return view_.comparison(a).saving(m_); }
  std::string per_head(Money amount) const {
    return kr(view_.per_inhabitant(amount, m_)) + " per innbygger";
  }

  std::vector<report::KeyFigure> figures() const {
    std::vector<report::KeyFigure> all{
        {view_.filled(m_) ? "I dag (anslått)" : "I dag", kr(today()), per_head(today())}};
    for (std::size_t a = 0; a < std::min<std::size_t>(view_.alternatives(), 3); ++a) {
      all.push_back({view_.alternative_name(a), kr(pays(a)), per_head(pays(a))});
    }
    return all;
  }

  Html conclusion(std::size_t a) const {
    const auto difference = saving(a);
    const bool saves = difference > Money{};
    auto words =
        difference.is_zero()
            ? std::string(": kommunen betaler det samme som i dag.")
            : fmt::format(": kommunen betaler {} {} i året ({}).",
                          kr(saves ? difference : -difference), saves ? "mindre" : "mer",
                          report::percent(std::abs(economy::percent_of(difference, today()))));
    if (const auto* spread = view_.spread(a)) {
      const auto& each = spread->municipalities[m_].saving;
      words += fmt::format(
          " Sannsynligheten for at den sparer, er {}; i åtte av ti trekninger er forskjellen "
          "mellom {} "
          "og {}.",
          probability(each.above_zero), kr(economy::round_to_ore(each.p10)),
          kr(economy::round_to_ore(each.p90)));
    }
    return report::strong(view_.alternative_name(a)) + text(words);
  }

  Html doubt() const {
    const auto gaps = std::ranges::count_if(view_.run->as_is.gaps, [&](const economy::Gap& gap) {
      return gap.municipality == m_ && view_.compared(gap.area);
    });
    return report::notice(
        report::strong("Dagens kostnad er anslått. ") +
            text(
                fmt::format("{} spørsmål er ikke besvart av kommunen, og tall er satt inn for dem. "
                            "Besparelsen er ikke sikrere enn det.",
                            gaps)),
        "warning");
  }

  Html side_by_side() const {
    std::vector<report::Table::Column> columns{{"Et vanlig år", false, "62mm"}, {"I dag", true}};
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      columns.push_back({view_.alternative_name(a), true});
    }
    report::Table table(columns);
    const auto row = [&](const std::string& name, const std::string& now, auto cell) {
      std::vector<std::string> cells{name, now};
      for (std::size_t a = 0; a < view_.alternatives(); ++a) cells.push_back(cell(a));
      table.row(cells);
    };
    row("Kostnad, kr", exact(today()), [&](std::size_t a) { return exact(pays(a)); });
    row("Per innbygger, kr", exact(view_.per_inhabitant(today(), m_)),
        [&](std::size_t a) { return exact(view_.per_inhabitant(pays(a), m_)); });
    row("Sparer, kr", "", [&](std::size_t a) { return exact(saving(a)); });
    row("Sparer, prosent", "",
        [&](std::size_t a) { return report::percent(economy::percent_of(saving(a), today())); });
    row("Arbeidstimer (egne i dag, andel av felles)",
        report::decimal(view_.hours_today(m_).in_hours(), 0),
        [&](std::size_t a) { return report::decimal(view_.staffing[a][m_].in_hours(), 0); });
    row("Engangskostnader i perioden, kr", "",
        [&](std::size_t a) { return kroner(view_.one_off(a, m_)); });
    row(fmt::format("Nåverdi av besparelsen over {} år, kr", view_.input().assumptions.years), "",
        [&](std::size_t a) { return kroner(view_.run->projections[a].values[m_].net_present); });
    row("I pluss fra og med", "", [&](std::size_t a) {
      const auto& year = view_.run->projections[a].values[m_].payback;
      return year ? std::to_string(*year) : std::string("ikke i perioden");
    });
    return table.html();
  }

  /// The municipality beside all of them, per inhabitant.
  Html plot() const {
    std::vector<std::string> labels{"I dag"};
    report::Series own{one_.name, {view_.per_inhabitant(today(), m_).in_kroner()}};
    const auto people = std::max<std::int64_t>(1, economy::inhabitants(view_.input()));
    const auto of_all = [&](Money total) { return economy::scale(total, 1, people).in_kroner(); };
    report::Series all{"Alle kommunene sammen", {of_all(view_.comparison(0).as_is_total)}};
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      labels.push_back(fmt::format("Alternativ {}", a + 1));
      own.values.push_back(view_.per_inhabitant(pays(a), m_).in_kroner());
      all.values.push_back(of_all(view_.comparison(a).cost_total));
    }
    return report::bars({.title = "Kostnad per innbygger i et vanlig år",
                         .unit = "kr per innbygger",
                         .label_width = 90,
                         .decimals = 0},
                        labels, {own, all});
  }

  Html keys() const {
    if (view_.key_names.empty()) return {};
    std::vector<report::Table::Column> columns{
        {"Fordelingsnøkkel på alle felles kostnader", false, "78mm"}, {"Andel", true}};
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      columns.push_back({fmt::format("Alternativ {}, kr", a + 1), true});
    }
    report::Table table(columns);
    const auto cells_of = [&](std::string name, std::string share, std::size_t column) {
      std::vector<std::string> cells{std::move(name), std::move(share)};
      for (std::size_t a = 0; a < view_.alternatives(); ++a) {
        cells.push_back(kroner(view_.keys[a].columns[column].parts[m_]));
      }
      return cells;
    };
    for (std::size_t k = 0; k < view_.key_names.size(); ++k) {
      table.row(cells_of(describe(view_.input().keys.at(view_.key_names[k])),
                         report::percent(static_cast<double>(view_.shares[k][m_]) / 10'000.0, 2),
                         k + 1));
    }
    table.row(cells_of("Nøklene i saken, hver kostnad med sin", "", 0));
    std::vector<std::string> even{"Andelen som gir samme regning som i dag", ""};
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      even.push_back(report::percent(static_cast<double>(view_.keys[a].break_even[m_]) / 100.0, 2));
    }
    return table.row(even).html();
  }

  Html answers() const {
    report::Table table({{"Dagens kostnad bygger på", false, "74mm"},
                         {"Timer", true, "15mm"},
                         {"Kr", true, "22mm"},
                         {"Kvalitet", false, "19mm"},
                         {"Kilde"}});
    for (const auto& line : view_.run->as_is.lines) {
      if (line.municipality != m_ || (line.amount.is_zero() && !line.filled)) continue;
      if (line.amount.is_zero() && line.hours.hundredths == 0) continue;
      table.row({text(fmt::format("{}: {}", word(line.area), word(line.category))),
                 text(line.hours.hundredths == 0 ? "" : report::decimal(line.hours.in_hours(), 0)),
                 text(kroner(line.amount)),
                 quality_mark(line.filled ? economy::Quality::estimated : line.origin.quality),
                 text(line.filled ? std::string(word(line.how)) : line.origin.source)});
    }
    return table.empty() ? Html{} : table.html();
  }

  const CooperationView& view_;
  std::size_t m_;
  const economy::Municipality& one_;
};

}  // namespace

std::string municipality_anchor(const CooperationView& view, std::size_t municipality) {
  return fmt::format("k{}", view.input().municipalities[municipality].number);
}

Html municipality_part(const CooperationView& view, std::size_t municipality) {
  return MunicipalityPage(view, municipality).html();
}

}  // namespace varde::answers
