#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answers/cooperation/document.hpp"
#include "answers/cooperation/sentences.hpp"
#include "answers/economy/words.hpp"
#include "report/plot.hpp"

namespace varde::answers {
namespace {

using cooperation::Leaver;
using report::Html;
using report::paragraph;
using report::Table;
using report::text;

constexpr std::size_t kShownGroups = 12;

std::string part(double percent) {
  return report::percent(percent, std::abs(percent) < 10 ? 1 : 0);
}

/// "+1 234" or "−1 234".
std::string signed_kroner(Money amount) { return (amount > Money{} ? "+" : "") + kroner(amount); }

Html amount_lost(Money amount) {
  return amount < Money{} ? report::element("span", text(kroner(amount)), "loses")
                          : text(kroner(amount));
}

std::string list_of(const Ground& ground, const std::vector<std::size_t>& members) {
  if (members.size() == ground.players.size()) return "alle";
  std::string names;
  for (const auto member : members)
    names += (names.empty() ? "" : ", ") + ground.players[member].name;
  return names;
}

Html stands(const cooperation::Stability& stability) {
  if (!stability.holds()) return report::mark("holder ikke", "bad");
  return stability.all_checked ? report::mark("holder", "good")
                               : report::mark("ingen funnet", "weak");
}

/// The groups that would start it and those that gain most, each once, the largest gain first.
std::vector<Leaver> groups_of(const cooperation::Stability& stability) {
  std::vector<Leaver> all;
  for (const auto* list : {&stability.first_movers, &stability.largest}) {
    for (const auto& one : *list) {
      const auto same = [&](const Leaver& other) { return other.members == one.members; };
      if (std::ranges::none_of(all, same)) all.push_back(one);
    }
  }
  std::ranges::stable_sort(all, std::greater{}, &Leaver::gain);
  if (all.size() > kShownGroups) all.resize(kShownGroups);
  return all;
}

/// One analysis as the parts of a document, most important first.
class Page {
 public:
  explicit Page(const Analysis& analysis)
      : analysis_(analysis), ground_(analysis.ground), main_(main_split(analysis)) {}

  Html body() const {
    return summary() + report::section(leaving() + splits()) + report::section(shares()) +
           remedy() + report::section(doors() + clusters()) + report::section(numbers());
  }

 private:
  Html summary() const {
    const auto saved = ground_.alone_total() - ground_.total;
    const auto alone = ground_.alone_total();
    std::string core = "ikke undersøkt";
    if (analysis_.subsidy) core = analysis_.subsidy->is_zero() ? "ja" : "nei";
    Html html = report::key_figures(
        {{"Alle sammen, i året", millions(ground_.total),
          fmt::format("{} kommuner", ground_.players.size())},
         {"Hver for seg, i året", millions(alone), ""},
         {saved < Money{} ? "Dyrere sammen" : "Spart sammen",
          millions(saved < Money{} ? -saved : saved), part(economy::percent_of(saved, alone))},
         {"Kan alle holdes?", core,
          analysis_.subsidy && !analysis_.subsidy->is_zero()
              ? fmt::format("det mangler {}", kr(*analysis_.subsidy))
              : "en fordeling der ingen tjener på å gå"}});
    std::vector<Html> said;
    const auto sentences = sentences_of(analysis_);
    for (std::size_t i = 1; i < sentences.size(); ++i) said.push_back(text(sentences[i].nb));
    html += paragraph(sentences.front().nb, "lead") + report::bullets(said);
    Html basis;
    for (const auto& note : basis_of(ground_)) basis += paragraph(note.nb);
    return report::heading(2, "Kort sagt") + html + report::notice(basis, "warning");
  }

  Html leaving() const {
    Html html = report::heading(2, "Hvem ville gått?");
    const auto groups = groups_of(main_.stability);
    if (groups.empty()) {
      return html + paragraph(fmt::format("{}: ingen gruppe ville betalt mindre for seg selv.",
                                          title_of(main_).nb));
    }
    html += paragraph(fmt::format(
        "{}. En gruppe ville gått når den betaler mer her enn den ville betalt for "
        "seg selv. {} av {} grupper ville det; tabellen viser dem som ville begynt, "
        "og dem som ville spart mest.",
        title_of(main_).nb, report::whole(static_cast<std::int64_t>(main_.stability.better_off)),
        report::whole(static_cast<std::int64_t>(main_.stability.checked))));
    Table table({{"Gruppe"},
                 {"Betaler her", true, "21mm"},
                 {"For seg selv", true, "21mm"},
                 {"Ville spart", true, "19mm"},
                 {"Av det de betaler", true, "17mm"},
                 {"De andre ville betalt mer", true, "22mm"}},
                "Kroner i året");
    for (const auto& one : groups) {
      const auto others = ground_.everybody_but(one.members);
      const auto more =
          others.empty() ? Money{} : ground_.cost(others) - (ground_.total - one.pays);
      table.row({list_of(ground_, one.members), kroner(one.pays), kroner(one.own),
                 kroner(one.gain()), part(economy::percent_of(one.gain(), one.pays)),
                 kroner(more)});
    }
    return html + table.html() + partnerships();
  }

  Html partnerships() const {
    if (main_.partnerships.empty()) return {};
    Table table({{"Samarbeid som finnes", false, "38mm"},
                 {"Medlemmer"},
                 {"Betaler her", true, "21mm"},
                 {"For seg selv", true, "21mm"},
                 {"Ville spart", true, "21mm"}});
    for (std::size_t p = 0; p < main_.partnerships.size(); ++p) {
      const auto& one = main_.partnerships[p];
      table.row({text(ground_.partnerships[p].name), text(list_of(ground_, one.members)),
                 text(kroner(one.pays)), text(kroner(one.own)), amount_lost(one.gain())});
    }
    return table.html();
  }

  /// What each pays of what it would pay alone, against the room that nobody leaves.
  Html share_plot() const {
    std::vector<report::RangeRow> rows;
    for (std::size_t i = 0; i < ground_.players.size(); ++i) {
      if (ground_.alone[i] <= Money{}) continue;
      const auto of_alone = [&](Money amount) {
        return economy::percent_of(amount, ground_.alone[i]);
      };
      const double pays = of_alone(main_.pays[i]);
      rows.push_back({ground_.players[i].name,
                      std::min(100.0, of_alone(main_.doors[i].least_to_join)), pays, 100,
                      part(pays)});
    }
    std::ranges::stable_sort(rows, std::greater{}, &report::RangeRow::middle);
    return report::ranges(
        {.title = "Det hver betaler (punktet) av det den ville betalt alene. Streken går fra det "
                  "kommunen legger til regningen, til det den betaler alene",
         .unit = "% av kostnaden alene",
         .label_width = 90},
        rows);
  }

  Html shares() const {
    const auto* shapley = analysis_.split("shapley");
    const auto* nucleolus = analysis_.split("nucleolus");
    std::vector<Table::Column> columns{{"Kommune"},
                                       {"Alene", true},
                                       {main_.key ? title_of(main_).nb : "Shapley", true},
                                       {"Spart", true},
                                       {"Spart, %", true}};
    if (main_.key) columns.push_back({"Shapley", true});
    if (nucleolus != nullptr) columns.push_back({"Nukleolus", true});
    Table table(columns, "Hva hver betaler, kr i året");
    for (std::size_t i = 0; i < ground_.players.size(); ++i) {
      const auto saved = ground_.alone[i] - main_.pays[i];
      std::vector<Html> row{text(ground_.players[i].name), text(kroner(ground_.alone[i])),
                            text(kroner(main_.pays[i])), amount_lost(saved),
                            text(part(economy::percent_of(saved, ground_.alone[i])))};
      if (main_.key) row.push_back(text(with_error(*shapley, i)));
      if (nucleolus != nullptr) row.push_back(text(kroner(nucleolus->pays[i])));
      table.row(row);
    }
    std::vector<std::string> sums{
        "Sammen", kroner(ground_.alone_total()), kroner(ground_.total),
        kroner(ground_.alone_total() - ground_.total),
        part(economy::percent_of(ground_.alone_total() - ground_.total, ground_.alone_total()))};
    if (main_.key) sums.push_back(kroner(ground_.total));
    if (nucleolus != nullptr) sums.push_back(kroner(ground_.total));
    table.total(sums);
    return report::heading(2, "Hva hver betaler") + report::together(share_plot()) + table.html() +
           paragraph(
               "Shapley gir hver kommune det den i snitt legger til kostnaden, over alle "
               "rekkefølger de kan bli med i. Nukleolus gjør den minst fornøyde gruppen så "
               "fornøyd som mulig.",
               "small");
  }

  static std::string with_error(const Split& split, std::size_t i) {
    const auto amount = kroner(split.pays[i]);
    if (split.error.empty()) return amount;
    constexpr double kBar = 1.96;  // of a standard error: 95 %
    return fmt::format("{} ± {}", amount, kroner(Money::ore(std::llround(kBar * split.error[i]))));
  }

  Html splits() const {
    Table table({{"Fordeling", false, "42mm"},
                 {"Holder den?", false, "23mm"},
                 {"Grupper som ville spart", true, "22mm"},
                 {"Den som ville spart mest"},
                 {"Må flyttes for å holde alle, kr", true, "26mm"}},
                "Nøklene og målestokkene side om side");
    for (const auto& one : analysis_.splits) {
      const auto& most = one.stability.largest;
      table.row({text(title_of(one).nb), stands(one.stability),
                 text(report::whole(static_cast<std::int64_t>(one.stability.better_off))),
                 text(most.empty() ? "–" : sentence_of(ground_, most.front()).nb),
                 text(one.nearest ? kroner(one.moved) : "–")});
    }
    return table.html();
  }

  Html remedy() const {
    if (!main_.nearest && !main_.change) return {};
    Html html = report::heading(2, "Det som ville holdt alle");
    std::vector<Table::Column> columns{{"Kommune"}, {"I dag, etter nøkkelen", true}};
    if (main_.nearest) {
      html += paragraph(fmt::format("Fritt fordelt er det nok å flytte {}.", kr(main_.moved)));
      columns.push_back({"Færrest kroner flyttet", true});
      columns.push_back({"Endring", true});
    }
    if (main_.change) {
      html += paragraph(
          fmt::format("Skal nøkkelen endres for alle, må {} flyttes.", kr(main_.change->moved)));
      columns.push_back({"Endret nøkkel", true});
      columns.push_back({"Endring", true});
    }
    columns[1].heading = title_of(main_).nb;
    Table table(columns, "Kroner i året");
    for (std::size_t i = 0; i < ground_.players.size(); ++i) {
      std::vector<std::string> row{ground_.players[i].name, kroner(main_.pays[i])};
      const auto add = [&](const std::vector<Money>& pays) {
        const auto change = pays[i] - main_.pays[i];
        row.push_back(kroner(pays[i]));
        row.push_back(change.is_zero() ? "–" : signed_kroner(change));
      };
      if (main_.nearest) add(*main_.nearest);
      if (main_.change) add(main_.change->split);
      table.row(row);
    }
    return report::section(html + table.html());
  }

  Html doors() const {
    Table table({{"Kommune"},
                 {"Taper selv på å gå", true},
                 {"De andre må betale mer", true},
                 {"Kommer sent: minst", true},
                 {"Kommer sent: høyst", true}},
                "Kroner i året");
    for (std::size_t i = 0; i < main_.doors.size(); ++i) {
      const auto& door = main_.doors[i];
      table.row({text(ground_.players[i].name), amount_lost(door.leaver_loses),
                 text(kroner(door.others_lose)), text(kroner(door.least_to_join)),
                 text(kroner(door.most_to_join))});
    }
    return report::heading(2, "Prisen for å gå, og for å komme sent") +
           paragraph(
               "Det de andre må betale mer, er en rimelig pris for å tre ut. Den som kommer "
               "sent, må minst betale det den legger til regningen, og vil høyst betale det "
               "den betaler alene. Rødt: kommunen sparer på å gå.") +
           table.html();
  }

  void partition_row(Table& table, const char* name, const cooperation::Partition& one) const {
    std::vector<Html> groups;
    std::size_t singles = 0;
    for (const auto& group : one.groups) {
      if (group.size() == 1 && one.groups.size() > 1) {
        ++singles;
      } else {
        groups.push_back(
            text(fmt::format("{} ({})", list_of(ground_, group), millions(ground_.cost(group)))));
      }
    }
    if (singles > 0) groups.push_back(text(fmt::format("{} hver for seg", singles)));
    table.row({text(name), text(millions(one.cost)),
               text(millions(ground_.alone_total() - one.cost)), report::bullets(groups)});
  }

  Html clusters() const {
    const auto& all = analysis_.clusters;
    Table table({{"Klynger", false, "40mm"},
                 {"I året", true, "24mm"},
                 {"Spart", true, "24mm"},
                 {"Hvem sammen med hvem"}});
    partition_row(table, all.exact ? "De billigste" : "De billigste som er funnet", all.best);
    partition_row(table, "Alle i én klynge", all.together);
    partition_row(table, "Hver for seg", all.alone);
    if (all.partnerships)
      partition_row(table, "Samarbeidene som finnes, resten hver for seg", *all.partnerships);
    if (all.partnerships_rest)
      partition_row(table, "Samarbeidene som finnes, resten sammen", *all.partnerships_rest);
    Html html = report::heading(2, "Klynger") + table.html();
    if (!all.exact) {
      html += paragraph(fmt::format("Ingen inndeling koster mindre enn {}.", kr(all.lower_bound)));
    }
    return html;
  }

  Html method() const {
    std::vector<Html> notes;
    notes.push_back(text(
        analysis_.orders == 0
            ? "Shapley-fordelingen er regnet eksakt, over alle grupper."
            : fmt::format("Shapley-fordelingen er anslått av {} rekkefølger, frø {}; etter ± står "
                          "95 % feilmargin.",
                          report::whole(static_cast<std::int64_t>(analysis_.orders)),
                          analysis_.sampling.seed)));
    if (analysis_.split("nucleolus") == nullptr) {
      notes.push_back(text("Nukleolus er ikke regnet ut: det er flere enn 24 kommuner."));
    }
    notes.push_back(
        text(fmt::format("{} grupper er prøvd mot hver fordeling{}",
                         report::whole(static_cast<std::int64_t>(main_.stability.checked)),
                         main_.stability.all_checked
                             ? "; det er alle."
                             : ". Det er ikke alle; grupper som ville gått, kan være oversett.")));
    return report::bullets(notes);
  }

  Html numbers() const {
    Html html = report::heading(2, "Slik er det regnet, og av hvilke tall") + method();
    if (!ground_.input || ground_.input->numbers.empty()) return html;
    Table table(
        {{"Tall"}, {"Verdi", true, "24mm"}, {"Kvalitet", false, "22mm"}, {"Kilde", false, "62mm"}});
    for (const auto& one : ground_.input->numbers) {
      table.row({text(one.what_nb), text(one.value_nb), quality_mark(one.origin.quality),
                 text(one.origin.source)});
    }
    return html + table.html();
  }

  const Analysis& analysis_;
  const Ground& ground_;
  const Split& main_;
};

}  // namespace

std::string analysis_html(const Analysis& analysis, const std::string& made) {
  const auto& ground = analysis.ground;
  report::Document document{.title = ground.name,
                            .subtitle = "Holder samarbeidet når hver kommune kan gå?"};
  if (!ground.alternative_name.empty()) document.front.push_back(ground.alternative_name);
  document.front.push_back(fmt::format("Laget {} med Varde.", made));
  document.body = Page(analysis).body();
  return report::page(document);
}

}  // namespace varde::answers
