#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answers/economy/words.hpp"
#include "answers/staffing/document.hpp"
#include "answers/staffing/words.hpp"
#include "report/plot.hpp"

namespace varde::answers {
namespace {

using report::decimal;
using report::Html;
using report::paragraph;
using report::Table;
using report::text;
using staffing::AtBound;
using staffing::Estimate;
using staffing::Figures;

constexpr std::size_t kShownLines = 6;  ///< colours that stay apart

Html lines_of(const std::string& first, const std::string& second) {
  return text(first) + Html::trusted("<br>") + report::element("span", text(second), "small");
}

std::string interval(const Estimate& one) {
  return fmt::format("{} – {}", decimal(one.low * 100, 1), share_words(one.high));
}

Html reached_mark(bool reached) {
  return reached ? report::mark("nådd", "good") : report::mark("ikke nådd", "bad");
}

/// One simulation as the parts of a document, most important first.
class Page {
 public:
  explicit Page(const StaffingRun& run) : run_(run), input_(run.input), all_(run.evaluation) {}

  Html body() const {
    return summary() + report::section(side_by_side() + answer_plot()) +
           report::section(by_hour() + need()) + together() + economy() + ranges() +
           report::section(method() + numbers());
  }

 private:
  const std::string& name(const Figures& one) const {
    return input_.alternatives[one.alternative].name;
  }

  const staffing::AnswerTarget& target() const { return input_.targets.front().answer; }

  Html summary() const {
    Html html =
        report::heading(2, "Kort sagt") +
        report::key_figures(
            {{"Opptatte operatører i snitt", decimal(all_.work_hours / staffing::kHoursInYear, 2),
              fmt::format("{} timer arbeid i året", decimal(all_.work_hours, 0))},
             {"Én plass døgnet rundt",
              decimal(staffing::person_years_per_seat(input_.roster), 1) + " årsverk",
              "når ferie, sykdom og opplæring er trukket fra"},
             {"Trengs for målet", decimal(all_.needed_cost.person_years, 1) + " årsverk",
              fmt::format("{} innen {} s, minst {} på vakt", share_words(target().share),
                          target().within_s, input_.minimum)},
             {"Lønn til det", millions(all_.needed_cost.pay), "i året"}});
    std::vector<Html> said;
    for (const auto& one : staffing_sentences(run_)) said.push_back(text(one));
    html += report::bullets(said);
    const auto illustrative = std::ranges::count_if(input_.numbers, [](const auto& one) {
      return one.origin.quality == economy::Quality::illustrative;
    });
    if (illustrative == 0) return html;
    return html +
           report::notice(paragraph(fmt::format("{} av {} tall bak regnestykket står ikke i noen "
                                                "rapport. De er merket «illustrativt» bakerst. "
                                                "Bytt dem mot målte tall før noe vedtas.",
                                                illustrative, input_.numbers.size())),
                          "warning");
  }

  Html alone(const Figures& one) const {
    if (one.connection || one.hours_alone < 1) return report::mark("aldri alene", "good");
    const auto share = share_words(one.hours_alone / staffing::kHoursInYear, 0);
    return one.hours_below_minimum >= 1 ? report::mark("alene " + share, "bad")
                                        : report::mark("alene " + share + ", reserve", "weak");
  }

  Html side_by_side() const {
    Table people({{"Alternativ"},
                  {"Årsverk", true, "24mm"},
                  {"Kostnad i året", true, "32mm"},
                  {"På vakt", true, "14mm"},
                  {"Alene på vakt", false, "29mm"},
                  {"Opptatt", true, "15mm"},
                  {"Lengste ventetid i et år", true, "24mm"}},
                 "Folk og kostnad");
    for (const auto& one : all_.alternatives) {
      const auto& plan = one.plan;
      people.row(
          {text(name(one)),
           lines_of(decimal(one.person_years, 1),
                    fmt::format("{} – {}", decimal(one.person_years_low, 1),
                                decimal(one.person_years_high, 1))),
           lines_of(millions(one.total.value),
                    fmt::format("{} – {}", decimal(in_millions(one.total.low), 1),
                                decimal(in_millions(one.total.high), 1))),
           text(plan.fewest() == plan.most() ? std::to_string(plan.most())
                                             : fmt::format("{} – {}", plan.fewest(), plan.most())),
           alone(one), text(share_words(one.simulated.occupancy.value, 0)),
           text(duration_words(persons_alarms(one).longest_s.value))});
    }
    std::vector<Table::Column> columns{{"Alternativ"}};
    for (const auto& aim : input_.targets) {
      columns.push_back(
          {fmt::format("Innen {} s (mål {})", aim.answer.within_s, share_words(aim.answer.share)),
           true, "34mm"});
    }
    Table answers(columns, "Personers alarmer som får svar i tide, fra første trykk");
    for (const auto& one : all_.alternatives) {
      std::vector<Html> row{text(name(one))};
      for (std::size_t t = 0; t < input_.targets.size(); ++t) {
        const auto& within = persons_alarms(one).within[t];
        row.push_back(reached_mark(within.value >= input_.targets[t].answer.share) + text(" ") +
                      lines_of(share_words(within.value), interval(within)));
      }
      answers.row(row);
    }
    return report::heading(2, "Alternativene side om side") + people.html() + answers.html() +
           paragraph(
               "Under årsverk og kroner står spennet som sykefraværet og simuleringen gir. "
               "Under svartidene står 95 % intervall: hvor mye flere simulerte år fortsatt "
               "kan flytte tallet. Det sier ikke om forutsetningene er riktige.",
               "small");
  }

  Html answer_plot() const {
    std::vector<report::RangeRow> rows;
    for (const auto& one : all_.alternatives) {
      const auto& within = persons_alarms(one).within.front();
      rows.push_back({name(one), within.low * 100, within.value * 100, within.high * 100,
                      share_words(within.value)});
    }
    return report::together(
        report::ranges({.title = fmt::format("Svar innen {} s (målet er {})", target().within_s,
                                             share_words(target().share)),
                        .unit = "% av alarmene",
                        .label_width = 250},
                       rows));
  }

  static std::vector<std::string> hours_of_day() {
    std::vector<std::string> labels;
    for (int hour = 0; hour < 24; ++hour) labels.push_back(fmt::format("{:02}", hour));
    return labels;
  }

  Html by_hour() const {
    std::vector<report::Series> series;
    for (const auto& one : all_.alternatives) {
      if (series.size() == kShownLines) break;
      report::Series line{name(one), {}};
      for (const auto& hour : one.simulated.hours)
        line.values.push_back(hour.within.front().value * 100);
      series.push_back(std::move(line));
    }
    return report::heading(2, "Gjennom døgnet") +
           report::together(report::lines(
               {.title = fmt::format("Svar innen {} s etter timen alarmen kom", target().within_s),
                .unit = "% av alarmene"},
               hours_of_day(), series));
  }

  /// Means over the week's days.
  template <class Numbers>
  static std::vector<double> mean_day(const Numbers& week) {
    std::vector<double> day(24, 0.0);
    for (std::size_t hour = 0; hour < staffing::kHoursOfWeek; ++hour)
      day[hour % 24] += static_cast<double>(week[hour]) / 7;
    return day;
  }

  Html need() const {
    std::vector<report::Series> series{{"Trengs", mean_day(all_.needed)},
                                       {"Arbeid som kommer", mean_day(all_.load)}};
    Table table({{"Alternativ"},
                 {"Timer i uken på vakt", true, "32mm"},
                 {"Timer i uken med for få", true, "32mm"}});
    for (const auto& one : all_.alternatives) {
      const auto plan = one.plan.by_hour();
      if (!one.connection && series.size() < kShownLines)
        series.push_back({name(one), mean_day(plan)});
      int lacking = 0;
      for (std::size_t hour = 0; hour < plan.size(); ++hour)
        lacking += plan[hour] + 1e-6 < all_.needed[hour] ? 1 : 0;
      table.row({text(name(one)), text(decimal(one.plan.operator_hours(), 0)),
                 text(one.connection ? "vertens plan" : std::to_string(lacking))});
    }
    return report::together(report::lines(
               {.title = "Bemanning mot behov, i snitt over ukens dager", .unit = "operatører"},
               hours_of_day(), series)) +
           table.html() +
           paragraph(fmt::format("Behovet er minstebemanningen og det første målet, time for time "
                                 "etter Erlang C: {} timer i uken, {} årsverk.",
                                 decimal(all_.needed_hours_a_week, 0),
                                 decimal(all_.needed_cost.person_years, 1)),
                     "small");
  }

  Html reserve() const {
    if (!all_.reference) return {};
    const auto& reference = all_.alternatives[*all_.reference];
    Table table({{"Alternativ"},
                 {"Spart i året", true, "30mm"},
                 {"Færre årsverk", true, "24mm"},
                 {"Reservens timer", true, "24mm"},
                 {"Verdt", true, "28mm"}},
                fmt::format("Reserve fra legevakten, mot «{}»", name(reference)));
    for (const auto& one : all_.alternatives) {
      if (input_.alternatives[one.alternative].reserve.persons == 0) continue;
      table.row({name(one), millions(reference.total.value - one.total.value),
                 decimal(reference.person_years - one.person_years, 1),
                 decimal(one.simulated.reserve_hours.value, 0), millions(one.reserve.value)});
    }
    return table.empty() ? Html{} : table.html();
  }

  Html connection(const Figures& one) const {
    const auto& there = *one.connection;
    const auto& host = input_.hosts[*input_.alternatives[one.alternative].host];
    Table table(
        {{"For vertens egne alarmer"}, {"Uten oss", true, "34mm"}, {"Med oss", true, "34mm"}},
        fmt::format("Tilkobling til {}", host.name));
    const auto row = [&](const std::string& what, const std::string& before,
                         const std::string& after) {
      table.row({what, before, after});
    };
    row(fmt::format("Svar innen {} s", target().within_s),
        share_words(there.alone.within.front().value),
        share_words(there.together.within.front().value));
    row("Ventetid i snitt", duration_words(there.alone.mean_s.value),
        duration_words(there.together.mean_s.value));
    row("Lengste ventetid i et år", duration_words(there.alone.longest_s.value),
        duration_words(there.together.longest_s.value));
    row("Timer i uken med for få", decimal(there.lacks_alone_hours, 1),
        decimal(there.lacks_together_hours, 1));
    return table.html() +
           paragraph(fmt::format("Vi blir {} av arbeidet der. Skal vertens egne innbyggere ha "
                                 "like god svartid, trengs {} årsverk til, {} i året.",
                                 share_words(there.share.value, 0),
                                 decimal(there.extra.person_years, 1), millions(there.extra.pay)));
  }

  Html together() const {
    Html html = reserve();
    for (const auto& one : all_.alternatives)
      if (one.connection) html += connection(one);
    return html.empty() ? html : report::section(report::heading(2, "Sammen med andre") + html);
  }

  Html economy() const {
    Table table({{"Alternativ"},
                 {"I økonomien", false, "28mm"},
                 {"Årsverk der", true, "20mm"},
                 {"Regnet her", true, "20mm"},
                 {"Kostnad der", true, "28mm"},
                 {"Regnet her", true, "28mm"}});
    for (const auto& one : all_.alternatives) {
      const auto& input = input_.alternatives[one.alternative];
      if (!input.stated_cost) continue;
      table.row({input.name, input.economy, decimal(*input.stated_person_years, 1),
                 decimal(one.person_years, 1), millions(*input.stated_cost),
                 millions(one.total.value)});
    }
    if (table.empty()) return {};
    return report::heading(2, "Mot økonomien") +
           paragraph("Det økonomisaken regner med, ved siden av det bemanningen gir.") +
           table.html();
  }

  static std::vector<std::string> at_bound(const std::optional<AtBound>& at) {
    if (!at || at->fault) return {"køen vokser", "–", "–"};
    return {share_words(at->answers.within.front().value), share_words(at->occupancy.value, 0),
            millions(at->cost)};
  }

  Html ranges() const {
    if (!all_.at_low || !all_.at_high) return {};
    Table table({{"Alternativ"},
                 {"Svar i tide, lavt", true},
                 {"midt", true},
                 {"høyt", true},
                 {"Opptatt, lavt", true},
                 {"midt", true},
                 {"høyt", true}});
    for (const auto& one : all_.alternatives) {
      const auto low = at_bound(one.at_low), high = at_bound(one.at_high);
      table.row({name(one), low[0], share_words(persons_alarms(one).within.front().value), high[0],
                 low[1], share_words(one.simulated.occupancy.value, 0), high[1]});
    }
    return report::heading(2, "Hvis arbeidet er mindre eller mer") +
           paragraph(fmt::format(
               "Noen tall er oppgitt med lavt og høyt. Her er alle lave, og alle høye, samtidig. "
               "Arbeidet er da {} og {} timer i året, mot {}; behovet er {} og {} årsverk, mot "
               "{}.",
               decimal(all_.at_low->work_hours, 0), decimal(all_.at_high->work_hours, 0),
               decimal(all_.work_hours, 0), decimal(all_.at_low->needed_person_years, 1),
               decimal(all_.at_high->needed_person_years, 1),
               decimal(all_.needed_cost.person_years, 1))) +
           table.html() +
           paragraph(fmt::format("Svar innen {} s. «Køen vokser»: det er mer arbeid enn folk, og "
                                 "ingen svartid betyr noe.",
                                 target().within_s),
                     "small");
  }

  Html method() const {
    std::vector<Html> notes;
    notes.push_back(
        text(fmt::format("{} år er simulert, alarm for alarm, med frø {}. Alle "
                         "alternativene får de samme alarmene.",
                         all_.run.years, all_.run.seed)));
    notes.push_back(
        text("Ventetiden går fra første trykk til noen svarer. De som gir opp og "
             "trykker igjen, telles én gang."));
    notes.push_back(text(fmt::format(
        "Et årsverk gir {} timer ved pulten når ferie, sykdom og opplæring er trukket fra; en "
        "plass døgnet rundt krever {} årsverk à {}.",
        decimal(staffing::desk_hours(input_.roster), 0),
        decimal(staffing::person_years_per_seat(input_.roster), 2), kr(input_.person_year_cost))));
    for (const auto& one : input_.targets) {
      notes.push_back(text(fmt::format("Målet {} innen {} s: {}", share_words(one.answer.share),
                                       one.answer.within_s, one.source)));
    }
    return report::heading(2, "Slik er det regnet, og av hvilke tall") + report::bullets(notes);
  }

  static std::string written(double value) {
    const bool whole = value == std::floor(value);
    return decimal(value, whole ? 0 : std::abs(value) < 1 ? 3 : 1);
  }

  Html numbers() const {
    Table table({{"Tall"},
                 {"Verdi", true, "18mm"},
                 {"Lavt – høyt", true, "24mm"},
                 {"Kvalitet", false, "21mm"},
                 {"Kilde", false, "66mm"}});
    for (const auto& one : input_.numbers) {
      const bool shape = one.name.starts_with("profile.");
      const auto range = one.low && one.high
                             ? fmt::format("{} – {}", written(*one.low), written(*one.high))
                             : std::string();
      table.row({text(number_words(one.name)), text(shape ? "" : written(one.value)), text(range),
                 quality_mark(one.origin.quality), text(one.origin.source)});
    }
    return table.html();
  }

  const StaffingRun& run_;
  const staffing::StaffingCase& input_;
  const staffing::Evaluation& all_;
};

}  // namespace

std::string staffing_html(const StaffingRun& run, const std::string& made) {
  report::Document document{.title = run.input.name,
                            .subtitle = "Hvor mange må være på vakt, og hva koster det?"};
  document.front.push_back(fmt::format("Laget {} med Varde: {} simulerte år, frø {}.", made,
                                       run.evaluation.run.years, run.evaluation.run.seed));
  if (run.measured_days) {
    document.front.push_back(
        fmt::format("Alarmer og behandlingstid er målt i egen drift i {} døgn.",
                    decimal(*run.measured_days, 0)));
  }
  document.body = Page(run).body();
  return report::page(document);
}

}  // namespace varde::answers
