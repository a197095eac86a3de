#include <array>
#include <map>

#include <fmt/format.h>

#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/words.hpp"

// What the figures rest on.
namespace varde::answers {
namespace {

using report::Html;
using report::paragraph;
using report::text;

Html legend() {
  report::Table table({{"Merke", false, "26mm"}, {"Betyr"}});
  const std::array<std::pair<economy::Quality, const char*>, 5> rows{
      {{economy::Quality::reported, "Oppgitt av en kommune eller i kilden."},
       {economy::Quality::measured, "Målt i drift."},
       {economy::Quality::estimated,
        "Anslått eller beregnet av noen, eller satt inn for et svar som "
        "mangler."},
       {economy::Quality::assumed, "Forutsatt, uten at noen har målt eller oppgitt det."},
       {economy::Quality::illustrative,
        "Står ikke i noen kilde. Med for å vise hvordan modellen "
        "virker."}}};
  for (const auto& [quality, meaning] : rows) table.row({quality_mark(quality), text(meaning)});
  return table.html();
}

Html costs(const economy::Case& input) {
  report::Table table(
      {{"Kostnad", false, "48mm"}, {"Kr", true, "25mm"}, {"Kvalitet", false, "22mm"}, {"Kilde"}},
      "Kostnadene i alternativene");
  const auto add = [&](const std::string& name, economy::Money amount,
                       const economy::Origin& origin) {
    table.row(
        {text(name), text(kroner(amount)), quality_mark(origin.quality), text(origin.source)});
  };
  for (const auto& alternative : input.alternatives) {
    table.group(alternative.name);
    for (const auto& item : alternative.items) {
      add(item.per.empty() ? item.name : item.name + " (per " + item.per + ")", item.amount.value,
          item.amount.origin);
    }
    for (const auto& row : alternative.staffing) {
      add(row.name, economy::yearly_cost(row, input.assumptions), row.origin);
    }
  }
  return table.html();
}

std::string assumption_value(const economy::Case& input, const std::string& key) {
  const auto& a = input.assumptions;
  const auto rate = [](double value) { return report::percent(value * 100, 2); };
  if (key == "discount_rate") return rate(a.discount_rate);
  if (key == "population_growth") return rate(a.population_growth);
  if (key == "usage_growth") return rate(a.usage_growth);
  if (key == "person_year_cost") return kr(a.person_year_cost);
  if (key == "person_year_hours") return report::decimal(a.person_year.in_hours(), 0);
  const auto index = a.indices.find(key);
  return index == a.indices.end() ? "" : rate(index->second);
}

Html assumptions(const economy::Case& input) {
  report::Table table({{"Forutsetning", false, "48mm"},
                       {"Verdi", true, "25mm"},
                       {"Kvalitet", false, "22mm"},
                       {"Kilde"}},
                      "Forutsetninger");
  for (const auto& [key, origin] : input.assumptions.origins) {
    table.row({text(assumption_name(key)), text(assumption_value(input, key)),
               quality_mark(origin.quality), text(origin.source)});
  }
  for (const auto& [metric, origin] : input.usage_origin) {
    table.row(
        {text("Bruk: " + metric), text(""), quality_mark(origin.quality), text(origin.source)});
  }
  if (input.as_is.stated) {
    const auto& stated = *input.as_is.stated;
    table.row({text("Oppgitt sum for dagens kostnad"), text(kr(stated.amount)),
               quality_mark(stated.origin.quality), text(stated.origin.source)});
  }
  return table.empty() ? Html{} : table.html();
}

std::string figure(double value) { return report::decimal(value, std::abs(value) < 1'000 ? 1 : 0); }

Html stated(const CooperationView& view) {
  if (view.run->stated.empty()) return {};
  report::Table table({{"Tall i kilden"}, {"Kilden", true}, {"Beregnet", true}, {""}, {"Hvor"}},
                      "Kildens tall holdt opp mot beregningen");
  std::string group;
  for (const auto& check : view.run->stated) {
    const auto* alternative = view.input().alternative(check.stated.alternative);
    const auto name = alternative == nullptr ? std::string("I dag") : alternative->name;
    if (name != group) table.group(name);
    group = name;
    table.row({text(figure_name(check.stated.figure)), text(figure(check.stated.value)),
               text(figure(check.computed)),
               !check.agrees            ? report::mark("avvik", "bad")
               : check.stated.truncated ? report::mark("stemmer, kuttet", "good")
                                        : report::mark("stemmer", "good"),
               text(check.stated.source)});
  }
  return table.html();
}

Html gaps(const CooperationView& view) {
  std::map<std::tuple<economy::Area, economy::Fill, bool>, std::map<std::size_t, int>> all;
  for (const auto& gap : view.run->as_is.gaps) {
    ++all[{gap.area, gap.how, gap.filled}][gap.municipality];
  }
  if (all.empty()) return paragraph("Alle spørsmål i undersøkelsen er besvart.");
  report::Table table({{"Område"}, {"Mangler svar", true}, {"Kommuner"}, {"Satt inn"}},
                      "Svar som mangler, og hva som står i stedet");
  for (const auto& [what, municipalities] : all) {
    const auto& [area, how, filled] = what;
    int count = 0;
    std::string names;
    for (const auto& [m, missing] : municipalities) {
      count += missing;
      names += (names.empty() ? "" : ", ") + view.input().municipalities[m].name;
    }
    if (municipalities.size() == view.municipalities()) names = "alle";
    table.row({std::string(word(area)), std::to_string(count), names,
               filled ? std::string(word(how)) : "ingenting: teller som null"});
  }
  return table.html();
}

}  // namespace

Html contradictions_html(const std::vector<economy::Contradiction>& all) {
  if (all.empty()) return {};
  Html out = report::heading(3, "Der kilden sier to ting");
  for (const auto& one : all) {
    out += report::notice(
        report::element("p", report::strong(one.topic + ". ") +
                                 text(fmt::format("Kilden sier: {}. Den sier også: {}.", one.says,
                                                  one.also_says))) +
        report::element(
            "p", report::strong("Lest her som: ") + text(one.reading + ". (" + one.source + ")")));
  }
  return out;
}

Html sources_part(const CooperationView& view) {
  return report::heading(2, "Kilder og kvalitet", "kilder") + legend() + costs(view.input()) +
         assumptions(view.input()) + gaps(view) + stated(view) +
         contradictions_html(view.input().contradictions);
}

}  // namespace varde::answers
