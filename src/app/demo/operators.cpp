#include "app/demo/operators.hpp"

#include <array>
#include <span>

namespace varde::app::demo {
namespace {

using alarm::Outcome;
using Notes = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> kCallOutNotes{
    "Hjalp til å komme seg opp. Ingen skade å se. Følges opp av hjemmetjenesten i morgen.",
    "Falt på badet. Smerter i hofta, vurdert på stedet. Pårørende er varslet.",
    "Trengte hjelp til toalett. Alt i orden da hjemmetjenesten gikk.",
    "Utrygg og svimmel. Målte blodtrykk, drakk vann, bedre etter en halv time.",
    "Satt fast i stolen. Forflyttet med hjelpemiddel.",
    "Var falt ut av senga. Ingen skade. Sengehest vurderes."};
constexpr std::array<std::string_view, 5> kHelpNotes{
    "Brystsmerter. 113 varslet, ambulanse hentet brukeren.",
    "Mulig hjerneslag. Satt i trekant med 113 til ambulansen kom.",
    "Fall i trapp, blødning i hodet. Ambulanse.",
    "Tung pust. Legevakt varslet, hjemmetjenesten var der til legen kom.",
    "Røyk fra komfyr. Brannvesen kom, ingen skadd."};
constexpr std::array<std::string_view, 6> kAdviceNotes{
    "Lurte på når hjemmetjenesten kommer. Har fått klokkeslett.",
    "Vil snakke litt. Går bra.",
    "Hadde glemt om medisinen var tatt. Sjekket sammen, tas nå.",
    "Snakket med brukeren. Venter til planlagt besøk.",
    "Pårørende er der og hjelper.",
    "Var bare ute med søpla."};
constexpr std::array<std::string_view, 4> kFalseNotes{
    "Trykket ved et uhell.", "Ingen brann. Matlaging.", "Kom borti smykket.", "Prøvde alarmen."};
constexpr std::array<std::string_view, 3> kTechnicalNotes{"Meldt til tekniker i kommunen.",
                                                          "Batteri byttes ved neste besøk.",
                                                          "Strømbrudd i området, følges med på."};

Duration seconds(double count) { return Duration{static_cast<std::int64_t>(count * 1'000)}; }

struct Shares {
  double real_help;
  double call_out;
  double false_alarm;
  double test;  ///< the rest is advice
};

Shares shares_of(What cause) {
  switch (cause) {
    case What::pendant:
      return {0.02, 0.17, 0.12, 0.03};
    case What::false_press:
      return {0, 0.01, 0.92, 0.02};
    case What::fall:
      return {0.08, 0.42, 0.35, 0};
    case What::smoke:
      return {0.03, 0.02, 0.9, 0.05};
    case What::door:
      return {0, 0.2, 0.3, 0};
    case What::not_taken:
      return {0, 0.08, 0.02, 0};
    case What::wandering:
      return {0.02, 0.25, 0.25, 0};
    default:
      return {0, 0, 0, 0};
  }
}

bool technical(What cause) {
  return cause == What::battery_low || cause == What::mains_failed || cause == What::network_lost;
}

Outcome outcome_of(What cause, Random& random) {
  if (technical(cause)) return Outcome::technical;
  const Shares shares = shares_of(cause);
  double draw = random.unit();
  if ((draw -= shares.real_help) < 0) return Outcome::real_help;
  if ((draw -= shares.call_out) < 0) return Outcome::call_out;
  if ((draw -= shares.false_alarm) < 0) return Outcome::false_alarm;
  if ((draw -= shares.test) < 0) return Outcome::test;
  return Outcome::advice;
}

Notes notes_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::call_out:
      return kCallOutNotes;
    case Outcome::real_help:
      return kHelpNotes;
    case Outcome::false_alarm:
    case Outcome::test:
      return kFalseNotes;
    case Outcome::technical:
      return kTechnicalNotes;
    default:
      return kAdviceNotes;
  }
}

}  // namespace

Handling handle_cause(What cause, bool note_required, Random& random) {
  Handling h;
  h.outcome = outcome_of(cause, random);
  if (h.outcome == Outcome::technical) {
    h.talk = seconds(random.lognormal(14, 0.5));
  } else {
    h.call = seconds(3 + random.exponential(5));
    h.talk = seconds(random.lognormal(h.outcome == Outcome::advice ? 120 : 55, 0.55));
  }
  if (h.sends()) {
    h.accept = seconds(random.lognormal(70, 0.6));
    h.arrive = seconds(random.lognormal(11 * 60, 0.5));
    h.help = seconds(random.lognormal(16 * 60, 0.5));
  }
  if (note_required || h.sends() || random.chance(0.45)) h.note = random.pick(notes_of(h.outcome));
  return h;
}

Duration reaction(bool technical, Random& random) {
  return seconds(2 + random.lognormal(technical ? 60 : 12, technical ? 0.9 : 0.75));
}

}  // namespace varde::app::demo
