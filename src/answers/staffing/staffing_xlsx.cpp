#include <array>

#include <fmt/format.h>

#include "answers/economy/words.hpp"
#include "answers/staffing/document.hpp"
#include "answers/staffing/words.hpp"
#include "report/workbook.hpp"

namespace varde::answers {
namespace {

using report::cell_name;
using report::in_sheet;
using report::Look;
using Sheet = report::Workbook::Sheet;
using staffing::Figures;

int column(std::size_t index) { return static_cast<int>(index); }

/// Sheet by sheet; people and cost are formulas on the roster, what is simulated stands as numbers.
class StaffingWorkbook {
 public:
  StaffingWorkbook(const StaffingRun& run, std::int64_t made)
      : run_(run), input_(run.input), all_(run.evaluation), book_(input_.name, made) {}

  Result<std::string> write() {
    introduction();
    roster();
    people();
    answers();
    hours();
    week();
    if (all_.at_low && all_.at_high) ranges();
    numbers();
    return book_.bytes();
  }

 private:
  /// Rows of the sheet of the roster.
  enum Row : int { hours_row = 1, holiday, sickness, training, overlap, cost, weeks, desk, seat };

  const std::string& name(const Figures& one) const {
    return input_.alternatives[one.alternative].name;
  }

  Sheet& sheet(std::string_view title, double first_width) {
    auto& made = book_.sheet(title);
    made.width(0, first_width);
    for (int i = 1; i < 16; ++i) made.width(i, 15);
    made.freeze(1, 1);
    return made;
  }

  void introduction() {
    auto& page = book_.sheet("Les meg");
    page.width(0, 120);
    page.text(0, 0, input_.name, Look::title);
    page.text(1, 0, fmt::format("{} simulerte år, frø {}", all_.run.years, all_.run.seed),
              Look::note);
    int row = 3;
    for (const auto& one : staffing_sentences(run_)) page.text(row++, 0, one);
    page.text(row + 1, 0,
              "Grå celler er tall inn, eller tall fra simuleringen. Årsverk og kroner er formler "
              "på dem og regnes ut på nytt når du endrer.",
              Look::note);
  }

  void roster() {
    auto& page = sheet("Turnus", 44);
    roster_ = page.name();
    const auto& one = input_.roster;
    page.headings(0, {"Forutsetning", "Verdi"});
    const auto input = [&](Row row, const char* title, double value, Look look) {
      page.text(row, 0, title);
      page.number(row, 1, value, look);
    };
    input(hours_row, "Arbeidstimer i uken", one.weekly_hours, Look::decimal_input);
    input(holiday, "Ferieuker", one.holiday_weeks, Look::decimal_input);
    input(sickness, "Sykefravær", one.sickness, Look::percent_input);
    input(training, "Opplæring", one.training, Look::percent_input);
    input(overlap, "Overlapp ved vaktskifte, minutter", one.overlap_minutes, Look::decimal_input);
    input(cost, "Kostnad for et årsverk, kr", input_.person_year_cost.in_kroner(),
          Look::money_input);
    input(weeks, "Uker i året", staffing::kWeeksInYear, Look::decimal_input);
    page.text(desk, 0, "Timer ved pulten i et årsverk");
    const auto cell = [](Row row) { return cell_name(row, 1); };
    page.formula(desk, 1,
                 fmt::format("{}*({}-{})*(1-{}-{})", cell(hours_row), cell(weeks), cell(holiday),
                             cell(sickness), cell(training)),
                 staffing::desk_hours(one), Look::decimal);
    page.text(seat, 0, "Årsverk for én plass døgnet rundt");
    page.formula(seat, 1, fmt::format("168*{}/{}", cell(weeks), cell(desk)),
                 staffing::person_years_per_seat(one), Look::decimal);
  }

  std::string of_roster(Row row) const { return in_sheet(roster_, cell_name(row, 1, true)); }

  void people() {
    auto& page = sheet("Folk og kostnad", 44);
    page.headings(0, {"Alternativ", "Timer i uken på vakt", "Vaktskifter i uken", "Vår del",
                      "Årsverk", "Lønn, kr", "Reservens timer i året", "Reserve, kr",
                      "Påslag utenom lønn, kr", "Sum i året, kr", "Timer i året under minste"});
    int row = 1;
    for (const auto& one : all_.alternatives) person_row(page, row++, one);
  }

  void person_row(Sheet& page, int row, const Figures& one) {
    const auto cell = [&](int at) { return cell_name(row, at); };
    page.text(row, 0, name(one));
    page.number(row, 1, one.plan.operator_hours(), Look::decimal_input);
    page.number(row, 2, one.plan.shifts_begun(), Look::whole_input);
    page.number(row, 3, one.connection ? one.connection->share.value : 1, Look::percent_input);
    page.formula(row, 4,
                 fmt::format("({}+{}*{}/60)*{}/{}*{}", cell(1), cell(2), of_roster(overlap),
                             of_roster(weeks), of_roster(desk), cell(3)),
                 one.person_years, Look::decimal);
    page.formula(row, 5, fmt::format("{}*{}", cell(4), of_roster(cost)), one.pay.value.in_kroner(),
                 Look::money);
    page.number(row, 6, one.simulated.reserve_hours.value, Look::decimal_input);
    page.formula(row, 7, fmt::format("{}*{}/{}", cell(6), of_roster(cost), of_roster(desk)),
                 one.reserve.value.in_kroner(), Look::money);
    page.money(row, 8, input_.alternatives[one.alternative].overhead.in_ore(), Look::money_input);
    page.formula(row, 9, fmt::format("{}+{}+{}", cell(5), cell(7), cell(8)),
                 one.total.value.in_kroner(), Look::money_sum);
    page.number(row, 10, one.hours_below_minimum, Look::whole);
  }

  void answers() {
    auto& page = sheet("Svartid", 44);
    std::vector<std::string> headings{"Alternativ", "Hvilke alarmer", "I året"};
    for (const auto& target : input_.targets) {
      const auto within = fmt::format("Innen {} s", target.answer.within_s);
      headings.insert(headings.end(), {within, within + ", lavt", within + ", høyt"});
    }
    for (const char* one : {"Snitt, s", "Median, s", "9 av 10, s", "99 av 100, s",
                            "Lengste i et år, s", "Ingen ledig"})
      headings.emplace_back(one);
    page.headings(0, headings);
    int row = 1;
    for (const auto& one : all_.alternatives) {
      for (const auto& group : one.simulated.groups) {
        if (group.group.starts_with("host.")) continue;
        page.text(row, 0, name(one));
        answer_row(page, row++, group);
      }
    }
  }

  static std::string group_words(const std::string& group) {
    if (group == "alarms") return "personers alarmer";
    if (group == "technical") return "tekniske";
    if (group == "all") return "alle";
    return group.starts_with("kind.") ? group.substr(5) : group;
  }

  static void answer_row(Sheet& page, int row, const staffing::Answers& one) {
    int at = 1;
    page.text(row, at++, group_words(one.group));
    page.number(row, at++, one.yearly.value, Look::whole);
    for (const auto& within : one.within) {
      for (const double value : {within.value, within.low, within.high})
        page.number(row, at++, value, Look::percent);
    }
    for (const auto* wait : {&one.mean_s, &one.p50_s, &one.p90_s, &one.p99_s, &one.longest_s})
      page.number(row, at++, wait->value, Look::whole);
    page.number(row, at, one.waits.value, Look::percent);
  }

  void hours() {
    auto& page = sheet("Døgnet", 16);
    std::vector<std::string> headings{"Time"};
    for (const auto& one : all_.alternatives) headings.push_back(name(one));
    page.headings(0, headings);
    for (std::size_t hour = 0; hour < 24; ++hour) {
      const int row = column(hour + 1);
      page.text(row, 0, fmt::format("{:02}–{:02}", hour, hour + 1));
      for (std::size_t a = 0; a < all_.alternatives.size(); ++a) {
        const auto& within = all_.alternatives[a].simulated.hours[hour].within;
        page.number(row, column(a + 1), within.front().value, Look::percent);
      }
    }
  }

  /// The plans against the need, hour by hour.
  void week() {
    constexpr std::array<std::string_view, 7> kDays{"mandag", "tirsdag", "onsdag", "torsdag",
                                                    "fredag", "lørdag",  "søndag"};
    auto& page = sheet("Uken", 18);
    std::vector<std::string> headings{"Time", "Arbeid, erlang", "Trengs"};
    for (const auto& one : all_.alternatives) headings.push_back(name(one));
    page.headings(0, headings);
    for (std::size_t hour = 0; hour < staffing::kHoursOfWeek; ++hour) {
      const int row = column(hour + 1);
      page.text(row, 0, fmt::format("{} {:02}", kDays[hour / 24], hour % 24));
      page.number(row, 1, all_.load[hour], Look::decimal);
      page.number(row, 2, all_.needed[hour], Look::whole);
      for (std::size_t a = 0; a < all_.alternatives.size(); ++a)
        page.number(row, column(3 + a), all_.alternatives[a].plan.by_hour()[hour], Look::decimal);
    }
    page.text(169, 0, "Timer i uken", Look::sum_text);
    const auto sum = [&](int at, double value) {
      page.formula(169, at, fmt::format("SUM({})", report::range_name(1, at, 168, at)), value,
                   Look::decimal);
    };
    sum(2, all_.needed_hours_a_week);
    for (std::size_t a = 0; a < all_.alternatives.size(); ++a)
      sum(column(3 + a), all_.alternatives[a].plan.operator_hours());
  }

  void ranges() {
    auto& page = sheet("Lavt og høyt", 44);
    page.headings(0, {"Alternativ", "Svar i tide, lavt", "midt", "høyt", "Opptatt, lavt", "midt",
                      "høyt", "Sum, lavt, kr", "midt, kr", "høyt, kr"});
    int row = 1;
    for (const auto& one : all_.alternatives) {
      page.text(row, 0, name(one));
      page.number(row, 2, persons_alarms(one).within.front().value, Look::percent);
      page.number(row, 5, one.simulated.occupancy.value, Look::percent);
      page.money(row, 8, one.total.value.in_ore());
      for (const auto& [at, bound] : {std::pair{0, &one.at_low}, {2, &one.at_high}}) {
        if (!*bound) continue;
        if ((*bound)->fault) {
          page.text(row, 1 + at, "køen vokser", Look::warning);
          continue;
        }
        page.number(row, 1 + at, (*bound)->answers.within.front().value, Look::percent);
        page.number(row, 4 + at, (*bound)->occupancy.value, Look::percent);
        page.money(row, 7 + at, (*bound)->cost.in_ore());
      }
      ++row;
    }
  }

  void numbers() {
    auto& page = sheet("Tallene bak", 50);
    page.width(5, 100);
    page.headings(0, {"Tall", "Verdi", "Lavt", "Høyt", "Kvalitet", "Kilde"});
    int row = 1;
    for (const auto& one : input_.numbers) {
      const bool illustrative = one.origin.quality == economy::Quality::illustrative;
      page.text(row, 0, number_words(one.name));
      if (!one.name.starts_with("profile.")) page.number(row, 1, one.value, Look::decimal);
      if (one.low) page.number(row, 2, *one.low, Look::decimal);
      if (one.high) page.number(row, 3, *one.high, Look::decimal);
      page.text(row, 4, word(one.origin.quality), illustrative ? Look::warning : Look::text);
      page.text(row++, 5, one.origin.source, Look::note);
    }
  }

  const StaffingRun& run_;
  const staffing::StaffingCase& input_;
  const staffing::Evaluation& all_;
  report::Workbook book_;
  std::string roster_;
};

}  // namespace

Result<std::string> staffing_workbook(const StaffingRun& run, std::int64_t made) {
  return StaffingWorkbook(run, made).write();
}

}  // namespace varde::answers
