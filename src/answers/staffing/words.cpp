#include "answers/staffing/words.hpp"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "answers/economy/words.hpp"

namespace varde::answers {
namespace {

using staffing::Figures;

std::string years_words(double person_years) {
  return report::decimal(person_years, person_years == std::floor(person_years) ? 0 : 1);
}

std::string quoted(const std::string& name) { return fmt::format("«{}»", name); }

/// The alternatives for which `is` holds, with the share of the year that one is alone.
template <class Is>
std::string alone_in(const StaffingRun& run, Is is) {
  std::string names;
  for (const auto& one : run.evaluation.alternatives) {
    if (one.connection || one.hours_alone < 1 || !is(one)) continue;
    names += fmt::format("{}{} ({})", names.empty() ? "" : "; ",
                         quoted(run.input.alternatives[one.alternative].name),
                         share_words(one.hours_alone / staffing::kHoursInYear, 0));
  }
  return names;
}

void bought(const StaffingRun& run, std::vector<std::string>& into) {
  for (const auto& one : run.evaluation.bought) {
    const bool single = one.whole_seats == 1;
    into.push_back(fmt::format(
        "{} årsverk gir {} bemannet hele døgnet ({}): {} på vakt om gangen, med {} timer i uken "
        "til overs.",
        years_words(one.person_years),
        single ? "én plass" : fmt::format("{} plasser", one.whole_seats),
        report::decimal(one.seats, 2), single ? "én" : std::to_string(one.whole_seats),
        report::decimal(one.hours_left_a_week, 0)));
  }
}

void alone(const StaffingRun& run, std::vector<std::string>& into) {
  // Alone at the desk is one thing, alone without anybody to turn to another.
  const auto unsafe =
      alone_in(run, [](const Figures& one) { return one.hours_below_minimum >= 1; });
  const auto helped = alone_in(run, [](const Figures& one) { return one.hours_below_minimum < 1; });
  if (!unsafe.empty()) {
    into.push_back(fmt::format(
        "Én er alene på vakt i {} av året. Helsedirektoratet mener at det ikke er forsvarlig; "
        "kravet her er minst {}.",
        unsafe, run.input.minimum));
  }
  if (!helped.empty()) {
    into.push_back(
        fmt::format("Én er alene ved pulten i {} av året, med legevakten som reserve.", helped));
  }
}

void together(const StaffingRun& run, std::vector<std::string>& into) {
  const auto& evaluation = run.evaluation;
  for (const auto& one : evaluation.alternatives) {
    const auto& input = run.input.alternatives[one.alternative];
    if (input.reserve.persons > 0 && evaluation.reference) {
      const auto& reference = evaluation.alternatives[*evaluation.reference];
      const auto less = reference.total.value - one.total.value;
      if (less > economy::Money{}) {
        into.push_back(fmt::format("{} koster {} mindre i året enn {} og bruker {} færre årsverk.",
                                   quoted(input.name), millions(less),
                                   quoted(run.input.alternatives[reference.alternative].name),
                                   report::decimal(reference.person_years - one.person_years, 1)));
      }
    }
    if (!one.connection) continue;
    into.push_back(fmt::format(
        "Tilkobling: {} av arbeidet i {} blir vårt. Skal verten holde målet sitt, trenger den {} "
        "årsverk til, {} i året.",
        share_words(one.connection->share.value, 0), run.input.hosts[*input.host].name,
        report::decimal(one.connection->extra.person_years, 1),
        millions(one.connection->extra.pay)));
  }
}

}  // namespace

std::string duration_words(double seconds) {
  const auto s = std::llround(seconds);
  if (s < 60) return fmt::format("{} s", s);
  if (s < 3'600)
    return s % 60 == 0 ? fmt::format("{} min", s / 60) : fmt::format("{} min {} s", s / 60, s % 60);
  const auto minutes = std::llround(static_cast<double>(s) / 60);
  return minutes % 60 == 0 ? fmt::format("{} t", minutes / 60)
                           : fmt::format("{} t {} min", minutes / 60, minutes % 60);
}

std::string share_words(double share, int decimals) {
  return report::percent(share * 100, decimals);
}

std::string number_words(std::string_view name) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 16> words{Pair{"users", "brukere"},
                                       {"person_year_cost", "kostnad for et årsverk"},
                                       {"person_year_hours", "timer i et årsverk"},
                                       {"weekly_hours", "arbeidstimer i uken"},
                                       {"holiday_weeks", "ferieuker"},
                                       {"sickness", "sykefravær"},
                                       {"training", "opplæring, del av tiden"},
                                       {"overlap_minutes", "overlapp, minutter"},
                                       {"minimum_on_duty", "minst på vakt"},
                                       {"per_user_month", "alarmer per bruker i måneden"},
                                       {"per_year", "alarmer i året"},
                                       {"handling", "behandlingstid, sekunder"},
                                       {"patience_s", "tålmodighet, sekunder"},
                                       {"retry_s", "trykker igjen etter, sekunder"},
                                       {"roster", "turnus"},
                                       {"overhead", "påslag utenom lønn"}};
  const auto in_words = [&](std::string_view one) {
    for (const auto& [key, text] : words)
      if (key == one) return std::string(text);
    return std::string(one);
  };
  const auto first = name.find('.');
  if (first == name.npos) return in_words(name);
  const auto group = name.substr(0, first);
  const auto rest = name.substr(first + 1);
  if (group == "roster") return in_words(rest);
  if (group == "profile") return fmt::format("døgn- og ukerytme: {}", rest);
  if (group == "host")
    return rest == "users" ? "vertens brukere" : fmt::format("vertens bemanning: {}", rest);
  if (group == "burst") return fmt::format("hendelser i året: {}", rest);
  if (group == "reserve") return fmt::format("reserve, opptatt del av tiden: {}", rest);
  if (group != "kind") return fmt::format("{}: {}", in_words(group), rest);
  const auto second = rest.find('.');
  return fmt::format("{}: {}", rest.substr(0, second),
                     second == rest.npos ? "" : in_words(rest.substr(second + 1)));
}

std::vector<std::string> staffing_sentences(const StaffingRun& run) {
  std::vector<std::string> all;
  const auto& evaluation = run.evaluation;
  bought(run, all);
  all.push_back(fmt::format(
      "Minst {} på vakt og nok til å nå målet hver time krever {} årsverk, {} i lønn i året.",
      run.input.minimum, report::decimal(evaluation.needed_cost.person_years, 1),
      millions(evaluation.needed_cost.pay)));
  alone(run, all);
  together(run, all);
  const auto& target = run.input.targets.front().answer;
  for (const auto& one : evaluation.alternatives) {
    const auto& answers = persons_alarms(one);
    const auto reached = answers.within.front().value;
    all.push_back(fmt::format(
        "{}: {} får svar innen {} s (målet er {}, {}). Lengste ventetid i et år er {}.",
        quoted(run.input.alternatives[one.alternative].name), share_words(reached), target.within_s,
        share_words(target.share), reached >= target.share ? "nådd" : "ikke nådd",
        duration_words(answers.longest_s.value)));
  }
  return all;
}

}  // namespace varde::answers
