#include "api/views/texts.hpp"

#include <array>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "domain/alarm/scaip_codes.hpp"

namespace varde::api {
namespace {

struct Words {
  std::string_view nb;
  std::string_view en;
};
Text text_of(const Words& words) { return {std::string{words.nb}, std::string{words.en}}; }

template <class E, std::size_t N>
Text pick(const std::array<Words, N>& table, E value) {
  const auto index = static_cast<std::size_t>(value);
  VARDE_ASSERT(index < N);
  return text_of(table[index]);
}

constexpr std::array<Words, 4> kTargets{{
    {"Responssenteret", "Response centre"},
    {"Hjemmetjenesten", "Home care"},
    {"Pårørende", "Next of kin"},
    {"Vakttelefon", "On-call service"},
}};

constexpr std::array<Words, 17> kSteps{{
    {"Mottatt", "Received"},
    {"Ny melding fra enheten", "Another signal from the device"},
    {"Enheten trakk alarmen tilbake", "The device withdrew the alarm"},
    {"Venter på svar", "Waiting for an answer"},
    {"Tatt", "Taken"},
    {"Ringer hjem", "Calling the home"},
    {"Sendt til utrykker", "Sent to a responder"},
    {"Godtatt av utrykker", "Accepted by the responder"},
    {"Hjelper er på stedet", "A helper is on site"},
    {"Notat", "Note"},
    {"Overlevert", "Handed over"},
    {"Gitt tilbake", "Given back"},
    {"Gitt tilbake: konsollen svarte ikke", "Given back: the console did not answer"},
    {"Ubesvart: gikk videre i responsplanen", "Unanswered: moved on in the response plan"},
    {"Løst", "Resolved"},
    {"Avsluttet", "Closed"},
    {"Gjenåpnet", "Reopened"},
}};

constexpr std::array<Words, 8> kOutcomes{{
    {"Ikke satt", "Not set"},
    {"Reell hjelp gitt", "Real help given"},
    {"Utrykning", "Call-out"},
    {"Råd eller samtale", "Advice or a talk"},
    {"Falsk alarm", "False alarm"},
    {"Test", "Test"},
    {"Teknisk", "Technical"},
    {"Annet", "Other"},
}};

constexpr std::array<Words, 8> kConditions{{
    {"teknisk melding", "technical message"},
    {"lavt batteri", "low battery"},
    {"batteri i orden", "battery well"},
    {"uten nettstrøm", "mains failed"},
    {"nettstrøm tilbake", "mains back"},
    {"mistet kontakt", "contact lost"},
    {"kontakt gjenopprettet", "contact restored"},
    {"feil på enheten", "device fault"},
}};

constexpr std::array<Words, 4> kBases{{
    {"Uten grunnlag", "No basis"},
    {"Åpen alarm", "Open alarm"},
    {"Oppgitt grunn", "Stated reason"},
    {"Egen kommune", "Own municipality"},
}};

constexpr std::array<Words, 4> kRefusals{{
    {"", ""},
    {"Avvist: rollen har ikke tilgang", "Refused: the role has no access"},
    {"Avvist: annen kommune", "Refused: another municipality"},
    {"Avvist: grunn må oppgis", "Refused: a reason must be stated"},
}};

constexpr std::array<Words, 6> kRoles{{
    {"Tar imot og følger opp alarmer for alle kommunene", "Receives and follows up alarms"},
    {"Brukere, enheter og planer i egen kommune", "Users, devices and plans of one municipality"},
    {"Nøkkeltall, uten personopplysninger", "Key figures, without personal data"},
    {"Kontoer og innstillinger", "Accounts and settings"},
    {"Sender signaler", "Delivers signals"},
    {"Leser alarmer", "Reads alarms"},
}};

constexpr std::array<Words, 7> kDays{{{"man", "Mon"},
                                      {"tir", "Tue"},
                                      {"ons", "Wed"},
                                      {"tor", "Thu"},
                                      {"fre", "Fri"},
                                      {"lør", "Sat"},
                                      {"søn", "Sun"}}};

/// "man–fre, søn": runs of days joined.
Text days_text(std::uint8_t weekdays) {
  Text text;
  const auto has = [&](std::size_t day) { return day < 7 && (weekdays >> day & 1) != 0; };
  for (std::size_t day = 0; day < 7; ++day) {
    if (!has(day)) continue;
    std::size_t last = day;
    while (has(last + 1)) ++last;
    const std::string_view comma = text.nb.empty() ? "" : ", ";
    const std::string_view dash = last > day ? "–" : "";
    const auto end = last > day ? kDays[last] : Words{};
    text.nb += fmt::format("{}{}{}{}", comma, kDays[day].nb, dash, end.nb);
    text.en += fmt::format("{}{}{}{}", comma, kDays[day].en, dash, end.en);
    day = last;
  }
  return text;
}

}  // namespace

Text code_text(alarm::AlertCode code) {
  if (const auto* info = alarm::find_code(code)) return text_of({info->nb, info->en});
  return {"Ukjent kode " + to_string(code), "Unknown code " + to_string(code)};
}

Text code_text(const alarm::Alarm& alarm) {
  if (!alarm.understood)
    return {"Melding som ikke ble forstått", "A message that was not understood"};
  const Text code = code_text(alarm.code);
  const auto* info = alarm::find_code(alarm.code);
  const bool says_it_all = info != nullptr && info->technical;
  if (alarm.kind != alarm::SignalKind::technical || says_it_all) return code;
  const Text condition = pick(kConditions, alarm.condition);
  return {code.nb + ": " + condition.nb, code.en + ": " + condition.en};
}

std::optional<Text> location_text(std::uint16_t lco) {
  if (lco == 0) return std::nullopt;
  if (const auto* place = alarm::scaip::location(lco)) return text_of({place->nb, place->en});
  return Text{fmt::format("Sted {:04}", lco), fmt::format("Place {:04}", lco)};
}

Text target_text(care::Target target, const std::string& team_name) {
  Text text = pick(kTargets, target);
  if (team_name.empty()) return text;
  return {text.nb + ": " + team_name, text.en + ": " + team_name};
}

std::optional<Text> hours_text(const care::Hours& hours) {
  if (hours == care::Hours{}) return std::nullopt;
  const std::string clock = fmt::format(" {:02}:{:02}–{:02}:{:02}", hours.from / 60,
                                        hours.from % 60, hours.until / 60, hours.until % 60);
  Text text = days_text(hours.weekdays);
  return Text{text.nb + clock, text.en + clock};
}

Text step_text(alarm::Step step) { return pick(kSteps, step); }
Text outcome_text(alarm::Outcome outcome) { return pick(kOutcomes, outcome); }
Text basis_text(tenancy::Basis basis, tenancy::Refusal refusal) {
  return refusal == tenancy::Refusal::none ? pick(kBases, basis) : pick(kRefusals, refusal);
}
Text role_text(tenancy::Role role) { return pick(kRoles, role); }

}  // namespace varde::api
