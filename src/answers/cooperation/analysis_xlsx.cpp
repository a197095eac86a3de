#include <fmt/format.h>

#include "answers/cooperation/document.hpp"
#include "answers/cooperation/json.hpp"
#include "answers/economy/words.hpp"
#include "report/workbook.hpp"

namespace varde::answers {
namespace {

using cooperation::Leaver;
using report::cell_name;
using report::Look;
using report::range_name;
using Sheet = report::Workbook::Sheet;

int column(std::size_t index) { return static_cast<int>(index); }
double ratio(Money part, Money whole) { return economy::percent_of(part, whole) / 100; }

/// Sheet by sheet. What the analysis found is written as numbers; what follows from them by
/// arithmetic is a formula.
class AnalysisWorkbook {
 public:
  AnalysisWorkbook(const Analysis& analysis, std::int64_t made)
      : analysis_(analysis), ground_(analysis.ground), book_(ground_.name, made) {}

  Result<std::string> write() {
    introduction();
    shares();
    splits();
    groups();
    remedy();
    doors();
    clusters();
    numbers();
    return book_.bytes();
  }

 private:
  const std::string& player(std::size_t i) const { return ground_.players[i].name; }

  Sheet& sheet(std::string_view name, double first_width) {
    auto& made = book_.sheet(name);
    made.width(0, first_width);
    for (int i = 1; i < 12; ++i) made.width(i, 16);
    made.freeze(1, 1);
    return made;
  }

  void introduction() {
    auto& page = book_.sheet("Les meg");
    page.width(0, 120);
    page.text(0, 0, ground_.name, Look::title);
    page.text(1, 0, ground_.alternative_name);
    int row = 3;
    for (const auto& one : sentences_of(analysis_)) page.text(row++, 0, one.nb);
    ++row;
    for (const auto& one : basis_of(ground_)) page.text(row++, 0, one.nb, Look::warning);
    page.text(row + 1, 0,
              "Grå celler er tall fra analysen. Sum, besparelse, endring og prosent er formler.",
              Look::note);
  }

  /// Alone, and a pair of columns for each split: pays and saves.
  void shares() {
    auto& page = sheet("Fordeling", 24);
    std::vector<std::string> headings{"Kommune", "Alene, kr"};
    for (const auto& one : analysis_.splits) {
      headings.push_back(title_of(one).nb + ", kr");
      headings.push_back("Spart, %");
    }
    page.headings(0, headings);
    const auto players = column(ground_.players.size());
    for (int row = 1; row <= players; ++row) {
      const auto i = static_cast<std::size_t>(row - 1);
      page.text(row, 0, player(i));
      page.money(row, 1, ground_.alone[i].in_ore(), Look::money_input);
      for (std::size_t s = 0; s < analysis_.splits.size(); ++s) {
        page.money(row, pays_column(s), analysis_.splits[s].pays[i].in_ore(), Look::money_input);
        saved(page, row, s, ground_.alone[i], analysis_.splits[s].pays[i]);
      }
    }
    page.text(players + 1, 0, "Sammen", Look::sum_text);
    sum(page, players + 1, 1, ground_.alone_total());
    for (std::size_t s = 0; s < analysis_.splits.size(); ++s) {
      sum(page, players + 1, pays_column(s), ground_.total);
      saved(page, players + 1, s, ground_.alone_total(), ground_.total);
    }
  }

  static int pays_column(std::size_t split) { return column(2 + 2 * split); }

  static void sum(Sheet& page, int row, int at, Money value) {
    page.formula(row, at, fmt::format("SUM({})", range_name(1, at, row - 1, at)), value.in_kroner(),
                 Look::money_sum);
  }

  static void saved(Sheet& page, int row, std::size_t split, Money alone, Money pays) {
    const auto of = cell_name(row, 1);
    page.formula(row, pays_column(split) + 1,
                 fmt::format("IF({0}=0,0,({0}-{1})/{0})", of, cell_name(row, pays_column(split))),
                 ratio(alone - pays, alone), Look::percent);
  }

  void splits() {
    auto& page = sheet("Holder den", 34);
    page.headings(0, {"Fordeling", "Type", "Holder", "Grupper prøvd", "Grupper som ville spart",
                      "Må flyttes, kr"});
    int row = 1;
    for (const auto& one : analysis_.splits) {
      const bool holds = one.stability.holds();
      page.text(row, 0, title_of(one).nb);
      page.text(row, 1, one.key ? "nøkkel" : "målestokk");
      page.text(row, 2, holds ? "ja" : "nei", holds ? Look::text : Look::warning);
      page.number(row, 3, static_cast<double>(one.stability.checked));
      page.number(row, 4, static_cast<double>(one.stability.better_off));
      if (one.nearest) page.money(row, 5, one.moved.in_ore());
      ++row;
    }
    if (analysis_.subsidy) {
      page.text(row + 1, 0, "Minste tilskudd som holder alle, uansett fordeling, kr");
      page.money(row + 1, 5, analysis_.subsidy->in_ore());
    }
  }

  void group(Sheet& page, int row, const Split& split, const char* kind, const Leaver& one) {
    page.text(row, 0, title_of(split).nb);
    page.text(row, 1, kind);
    page.text(row, 2, joined_names(ground_, one.members));
    page.money(row, 3, one.pays.in_ore(), Look::money_input);
    page.money(row, 4, one.own.in_ore(), Look::money_input);
    page.formula(row, 5, fmt::format("{}-{}", cell_name(row, 3), cell_name(row, 4)),
                 one.gain().in_kroner(), Look::money);
    page.formula(row, 6, fmt::format("IF({0}=0,0,{1}/{0})", cell_name(row, 3), cell_name(row, 5)),
                 ratio(one.gain(), one.pays), Look::percent);
  }

  void groups() {
    auto& page = sheet("Grupper", 34);
    page.width(2, 60);
    page.headings(0, {"Fordeling", "Hvorfor", "Gruppe", "Betaler, kr", "For seg selv, kr",
                      "Ville spart, kr", "Av det de betaler"});
    int row = 1;
    for (const auto& split : analysis_.splits) {
      for (const auto& one : split.stability.first_movers)
        group(page, row++, split, "ville begynt", one);
      for (const auto& one : split.stability.largest) group(page, row++, split, "sparer mest", one);
      for (const auto& one : split.partnerships)
        group(page, row++, split, "samarbeid som finnes", one);
    }
  }

  void moved(Sheet& page, int at, const std::string& title, const Split& split,
             const std::vector<Money>& pays) {
    page.text(0, at, title, Look::heading);
    page.text(0, at + 1, "Endring, kr", Look::heading);
    const auto players = column(pays.size());
    for (int row = 1; row <= players; ++row) {
      const auto i = static_cast<std::size_t>(row - 1);
      page.money(row, at, pays[i].in_ore(), Look::money_input);
      page.formula(row, at + 1, fmt::format("{}-{}", cell_name(row, at), cell_name(row, at - 1)),
                   (pays[i] - split.pays[i]).in_kroner(), Look::money);
    }
    sum(page, players + 1, at, ground_.total);
    sum(page, players + 1, at + 1, Money{});
  }

  /// For each key that does not hold: as it is, and each way that keeps everybody, with its change.
  void remedy() {
    for (const auto& split : analysis_.splits) {
      if (!split.nearest && !split.change) continue;
      auto& page = sheet("Holdt " + split.id, 24);
      int at = 1;
      const auto now = [&] {
        page.text(0, at, title_of(split).nb + ", kr", Look::heading);
        for (std::size_t i = 0; i < split.pays.size(); ++i)
          page.money(column(i + 1), at, split.pays[i].in_ore(), Look::money_input);
        sum(page, column(split.pays.size() + 1), at, ground_.total);
        ++at;
      };
      page.text(0, 0, "Kommune", Look::heading);
      for (std::size_t i = 0; i < split.pays.size(); ++i) page.text(column(i + 1), 0, player(i));
      page.text(column(split.pays.size() + 1), 0, "Sammen", Look::sum_text);
      if (split.nearest) {
        now();
        moved(page, at, "Færrest kroner flyttet, kr", split, *split.nearest);
        at += 3;
      }
      if (split.change) {
        now();
        moved(page, at, "Endret nøkkel, kr", split, split.change->split);
      }
    }
  }

  void doors() {
    auto& page = sheet("Gå og komme sent", 24);
    const auto& split = main_split(analysis_);
    page.headings(
        0, {"Kommune", "Betaler, kr", "Alene, kr", "Taper på å gå, kr",
            "De andre må betale mer, kr", "Kommer sent: minst, kr", "Kommer sent: høyst, kr"});
    for (std::size_t i = 0; i < split.doors.size(); ++i) {
      const int row = column(i + 1);
      const auto& door = split.doors[i];
      page.text(row, 0, player(i));
      page.money(row, 1, split.pays[i].in_ore(), Look::money_input);
      page.money(row, 2, ground_.alone[i].in_ore(), Look::money_input);
      page.formula(row, 3, fmt::format("{}-{}", cell_name(row, 2), cell_name(row, 1)),
                   door.leaver_loses.in_kroner(), Look::money);
      page.formula(row, 4, fmt::format("{}-{}", cell_name(row, 1), cell_name(row, 5)),
                   door.others_lose.in_kroner(), Look::money);
      page.money(row, 5, door.least_to_join.in_ore(), Look::money_input);
      page.formula(row, 6, cell_name(row, 2), door.most_to_join.in_kroner(), Look::money);
    }
  }

  int partition(Sheet& page, int row, const char* name, const cooperation::Partition& one) {
    const int first = row;
    for (const auto& members : one.groups) {
      page.text(row, 0, name);
      page.text(row, 1, joined_names(ground_, members));
      page.money(row, 2, ground_.cost(members).in_ore(), Look::money_input);
      ++row;
    }
    page.text(row, 0, name, Look::sum_text);
    page.formula(row, 2, fmt::format("SUM({})", range_name(first, 2, row - 1, 2)),
                 one.cost.in_kroner(), Look::money_sum);
    return row + 2;
  }

  void clusters() {
    auto& page = sheet("Klynger", 40);
    page.width(1, 90);
    page.headings(0, {"Inndeling", "Klynge", "I året, kr"});
    const auto& all = analysis_.clusters;
    int row =
        partition(page, 1, all.exact ? "De billigste" : "De billigste som er funnet", all.best);
    row = partition(page, row, "Alle i én klynge", all.together);
    row = partition(page, row, "Hver for seg", all.alone);
    if (all.partnerships)
      row = partition(page, row, "Samarbeidene som finnes, resten hver for seg", *all.partnerships);
    if (all.partnerships_rest)
      partition(page, row, "Samarbeidene som finnes, resten sammen", *all.partnerships_rest);
  }

  void numbers() {
    if (!ground_.input) return;
    auto& page = sheet("Tallene bak", 50);
    page.width(3, 90);
    page.headings(0, {"Tall", "Verdi", "Kvalitet", "Kilde"});
    int row = 1;
    for (const auto& one : ground_.input->numbers) {
      const bool illustrative = one.origin.quality == economy::Quality::illustrative;
      page.text(row, 0, one.what_nb);
      page.text(row, 1, one.value_nb);
      page.text(row, 2, word(one.origin.quality), illustrative ? Look::warning : Look::text);
      page.text(row++, 3, one.origin.source, Look::note);
    }
  }

  const Analysis& analysis_;
  const Ground& ground_;
  report::Workbook book_;
};

}  // namespace

Result<std::string> analysis_workbook(const Analysis& analysis, std::int64_t made) {
  return AnalysisWorkbook(analysis, made).write();
}

}  // namespace varde::answers
