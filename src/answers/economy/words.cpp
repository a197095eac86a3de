#include "answers/economy/words.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace varde::answers {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string found(const std::array<Pair, N>& all, std::string_view name) {
  for (const auto& [key, text] : all) {
    if (key == name) return std::string(text);
  }
  return std::string(name);
}

template <std::size_t N>
std::string_view at(const std::array<std::string_view, N>& all, std::size_t index) {
  return all[index];
}

std::string share(std::int64_t basis_points) {
  const bool round = basis_points % 100 == 0;
  return report::percent(static_cast<double>(basis_points) / 100.0, round ? 0 : 2);
}

}  // namespace

std::string_view word(economy::Quality quality) {
  constexpr std::array<std::string_view, 5> words{"rapportert", "målt", "anslått", "forutsatt",
                                                  "illustrativt"};
  return at(words, static_cast<std::size_t>(quality));
}

std::string_view word(economy::Area area) {
  constexpr std::array<std::string_view, 4> words{"Velferdsteknologisk plattform",
                                                  "Manuell oppfølging av tekniske varsler",
                                                  "EPJ legekontor", "EPJ helse og omsorg"};
  return at(words, static_cast<std::size_t>(area));
}

std::string_view word(economy::Category category) {
  constexpr std::array<std::string_view, 7> words{
      "Driftsavtale",      "Integrasjoner", "Administrasjon", "Brukerlisenser",
      "Lagring og server", "Annen drift",   "Arbeidstimer"};
  return at(words, static_cast<std::size_t>(category));
}

std::string_view word(economy::Group group) {
  constexpr std::array<std::string_view, 3> words{"Regionale helseforetak", "Kommuner",
                                                  "Private aktører"};
  return at(words, static_cast<std::size_t>(group));
}

std::string_view word(economy::Fill how) {
  constexpr std::array<std::string_view, 4> words{
      "gjennomsnitt per innbygger av dem som svarte", "referansebeløp per innbygger",
      "andel av oppgitt sum etter innbyggertall", "teller som null"};
  return at(words, static_cast<std::size_t>(how));
}

report::Html quality_mark(economy::Quality quality) {
  constexpr std::array<std::string_view, 5> kinds{"good", "good", "plain", "weak", "bad"};
  return report::mark(word(quality), at(kinds, static_cast<std::size_t>(quality)));
}

std::string describe(const economy::Key& key) {
  std::string out;
  for (const auto& part : key.parts) {
    constexpr std::array<std::string_view, 4> measures{"likt", "etter innbyggertall",
                                                       "etter innbyggere 67 år og eldre",
                                                       "etter innbyggere 80 år og eldre"};
    if (!out.empty()) out += ", ";
    out += share(part.basis_points) + " " +
           (part.measure == economy::Measure::usage
                ? "etter bruk (" + part.metric + ")"
                : std::string(at(measures, static_cast<std::size_t>(part.measure))));
  }
  if (key.minimum) out += ", minst " + kr(*key.minimum);
  if (key.cap) out += ", høyst " + kr(*key.cap);
  return out;
}

std::string describe_allocation(const economy::Case& input, const std::string& key) {
  const auto found_key = input.keys.find(key);
  if (found_key != input.keys.end()) return describe(found_key->second);
  if (key == "as written") return "Nøklene i saken";
  if (key.starts_with("per ")) return "Pris per enhet (" + key.substr(4) + ")";
  return key;
}

std::string input_name(std::string_view input) {
  const auto colon = input.find(':');
  if (colon != input.npos) {
    const auto kind = input.substr(0, colon);
    const auto name = input.substr(colon + 1);
    constexpr std::array<Pair, 4> areas{Pair{"vtp", "plattform"},
                                        {"manual_follow_up", "manuell oppfølging"},
                                        {"epj_doctors", "EPJ legekontor"},
                                        {"epj_care", "EPJ helse og omsorg"}};
    constexpr std::array<Pair, 2> indices{Pair{"wages", "lønn"}, {"prices", "priser"}};
    if (kind == "as_is") return "Dagens kostnad: " + found(areas, name);
    if (kind == "hours") return "Dagens timer: " + found(areas, name);
    if (kind == "index") return "Vekst i " + found(indices, name);
    return std::string(name);
  }
  constexpr std::array<Pair, 3> names{Pair{"discount_rate", "Kalkulasjonsrente"},
                                      {"population_growth", "Befolkningsvekst"},
                                      {"usage_growth", "Vekst i bruk"}};
  return found(names, input);
}

std::string figure_name(std::string_view figure) {
  constexpr std::array<Pair, 13> names{Pair{"as_is.total", "Kostnad i dag, kr i året"},
                                       {"as_is.per_inhabitant", "Kostnad i dag, kr per innbygger"},
                                       {"as_is.hours", "Arbeidstimer i dag"},
                                       {"as_is.person_years", "Årsverk i dag"},
                                       {"cost", "Kostnad, kr i året"},
                                       {"per_inhabitant", "Kostnad, kr per innbygger"},
                                       {"saving", "Besparelse, kr i året"},
                                       {"saving_percent", "Besparelse, prosent"},
                                       {"hours", "Arbeidstimer"},
                                       {"hours_saved", "Sparte timer"},
                                       {"hours_saved_percent", "Sparte timer, prosent"},
                                       {"person_years_saved", "Sparte årsverk"},
                                       {"net_present_value", "Nåverdi, kr"}};
  return found(names, figure);
}

std::string assumption_name(std::string_view key) {
  constexpr std::array<Pair, 9> names{Pair{"discount_rate", "Kalkulasjonsrente"},
                                      {"population_growth", "Befolkningsvekst i året"},
                                      {"usage_growth", "Vekst i bruk i året"},
                                      {"person_year_cost", "Kostnad for et årsverk"},
                                      {"person_year_hours", "Timer i et årsverk"},
                                      {"years", "Antall år"},
                                      {"first_year", "Første år"},
                                      {"wages", "Reallønnsvekst i året"},
                                      {"prices", "Prisvekst i året"}};
  return found(names, key);
}

std::string probability(double share) {
  if (share > 0.995) return "over 99" + std::string(report::kSpace) + "%";
  if (share < 0.005) return "under 1" + std::string(report::kSpace) + "%";
  return report::percent(share * 100, 0);
}

}  // namespace varde::answers
