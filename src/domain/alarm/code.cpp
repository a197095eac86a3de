#include "domain/alarm/code.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace varde::alarm {
namespace {

// Priorities: 1 life may be at stake, 2 a person asks for help or may need it at once, 3 somebody
// should look soon, 4 in the course of the shift, 5 can wait for the day's round. The numbers are
// ours; the list has none.
constexpr bool kTechnical = true;
constexpr bool kNote = true;

// Sorted by code. Texts are our own wording of the list's meaning.
constexpr std::array kCodes = {
    CodeInfo{{1, 0, 0}, "Medisineringsstøtte", "Medication support", 3, false, false},
    CodeInfo{{1, 1, 0}, "Medisin ikke tatt ut", "Medicine not dispensed", 3, false, kNote},
    CodeInfo{{1, 2, 0},
             "Utdeling hindret av mangel",
             "Dispensing prevented by shortage",
             3,
             false,
             kNote},
    CodeInfo{{1, 3, 0}, "Bekreftelse mangler", "Confirmation missing", 3, false, false},
    CodeInfo{{1, 4, 0}, "Melding ikke lest", "Message not read", 4, false, false},
    CodeInfo{
        {1, 5, 0}, "Teknisk feil på medisindispenser", "Dispenser fault", 3, kTechnical, false},
    CodeInfo{{1, 6, 0}, "Dosepose ikke lest", "Dose pouch not read", 4, kTechnical, false},
    CodeInfo{{1, 7, 0}, "Feil på doserull", "Dose roll fault", 3, kTechnical, false},
    CodeInfo{{1, 8, 0}, "Doserull sitter fast", "Dose roll stuck", 3, kTechnical, false},
    CodeInfo{{1, 9, 0}, "Skuffen er full", "Drawer full", 4, kTechnical, false},
    CodeInfo{{1, 10, 0},
             "Medisin venter på å bli tatt",
             "Medicine waiting to be taken",
             4,
             false,
             false},
    CodeInfo{{1, 11, 0},
             "For lite medisin til reise",
             "Too little medicine for travel",
             4,
             false,
             false},
    CodeInfo{{1, 12, 0}, "Snart tom for medisin", "Medicine soon empty", 4, false, false},
    CodeInfo{{1, 13, 0}, "Tom for medisin", "Medicine empty", 3, false, false},
    CodeInfo{{1, 14, 0}, "Mangler doseplan", "No dose schedule", 3, false, false},
    CodeInfo{
        {1, 15, 0}, "Planendring må kontrolleres", "Plan change to be checked", 4, false, false},
    CodeInfo{{1, 16, 0}, "Doserull håndtert", "Dose roll handled", 5, false, false},
    CodeInfo{{1, 17, 0}, "Lavt batteri i dispenser", "Dispenser battery low", 4, kTechnical, false},
    CodeInfo{
        {1, 18, 0}, "Tomt batteri i dispenser", "Dispenser battery empty", 3, kTechnical, false},
    CodeInfo{
        {1, 19, 0}, "Dispenser uten nettstrøm", "Dispenser without mains", 4, kTechnical, false},
    CodeInfo{{1, 20, 0},
             "Ingen kontakt med dispenser",
             "No contact with dispenser",
             3,
             kTechnical,
             false},
    CodeInfo{{1, 21, 0}, "Dispenser står åpen", "Dispenser open", 4, kTechnical, false},
    CodeInfo{{1, 22, 0}, "Dispenser manipulert", "Dispenser tampered with", 3, kTechnical, kNote},
    CodeInfo{{1, 23, 0}, "Dispenser feilplassert", "Dispenser misplaced", 4, kTechnical, false},
    CodeInfo{{2, 0, 0}, "Lokaliseringsalarm (GPS)", "Location alarm (GPS)", 2, false, kNote},
    CodeInfo{{3, 0, 0}, "Trygghetsalarm", "Social alarm", 2, false, false},
    CodeInfo{{4, 0, 0}, "Digitalt tilsyn", "Digital supervision", 3, false, false},
    CodeInfo{{4, 1, 0}, "Fall", "Fall", 1, false, kNote},
    CodeInfo{{4, 2, 0}, "Har forlatt sengen", "Left the bed", 3, false, false},
    CodeInfo{{4, 3, 0}, "Har satt seg opp i sengen", "Sat up in bed", 3, false, false},
    CodeInfo{{4, 4, 0}, "Har reist seg fra stolen", "Rose from the chair", 3, false, false},
    CodeInfo{{4, 5, 0}, "Har gått inn i rommet", "Entered the room", 3, false, false},
    CodeInfo{{4, 6, 0}, "Har gått ut av rommet", "Left the room", 3, false, false},
    CodeInfo{{4, 7, 0}, "Borte uventet lenge", "Away unexpectedly long", 2, false, false},
    CodeInfo{{4, 8, 0}, "Aktivitet", "Activity", 4, false, false},
    CodeInfo{{4, 9, 0}, "Manglende aktivitet", "No activity", 2, false, false},
    CodeInfo{{4, 10, 0}, "Høy lyd", "Loud sound", 2, false, false},
    CodeInfo{{4, 11, 0}, "Brann eller røyk", "Fire or smoke", 1, false, kNote},
    CodeInfo{{4, 12, 0}, "Fravær", "Absence", 3, false, false},
    CodeInfo{{4, 13, 0}, "Alarmknapp", "Alarm button", 2, false, false},
    CodeInfo{{4, 14, 0}, "Alarmsnor", "Alarm cord", 2, false, false},
    CodeInfo{{4, 15, 0}, "Dør åpnet", "Door opened", 3, false, false},
    CodeInfo{{4, 16, 0}, "Dør lukket", "Door closed", 4, false, false},
    CodeInfo{{4, 17, 0}, "Vannlekkasje", "Water leak", 2, false, false},
    CodeInfo{{4, 18, 0}, "Bevegelse", "Movement", 4, false, false},
    CodeInfo{{4, 19, 0}, "Manglende bevegelse", "No movement", 2, false, false},
    CodeInfo{{4, 20, 0}, "Har lagt seg", "Lay down", 4, false, false},
    CodeInfo{{4, 21, 0}, "Har forlatt boligen", "Left the dwelling", 2, false, kNote},
    CodeInfo{
        {4, 22, 0}, "Mislykket oppringing til bruker", "Call to the user failed", 2, false, false},
    CodeInfo{
        {4, 23, 0}, "Manglende aktivitet på badet", "No activity in the bathroom", 2, false, false},
    CodeInfo{{4, 24, 0}, "Epilepsianfall", "Epileptic seizure", 1, false, kNote},
    CodeInfo{
        {4, 25, 0}, "Kameratilsyn ved hendelse", "Camera visit after an event", 3, false, false},
    CodeInfo{{4, 26, 0}, "Planlagt kameratilsyn", "Planned camera visit", 4, false, false},
    CodeInfo{{5, 0, 0}, "Digital hjemmeoppfølging", "Digital home follow-up", 4, false, false},
    CodeInfo{{5, 1, 0}, "Oppsummering", "Summary", 5, false, false},
    CodeInfo{{5, 2, 0}, "Tiltak utført", "Action done", 5, false, false},
    CodeInfo{{5, 2, 1}, "Måling utført", "Measurement done", 5, false, false},
    CodeInfo{{5, 2, 2}, "Skjema besvart", "Form answered", 5, false, false},
    CodeInfo{{5, 2, 3}, "Annet tiltak utført", "Other action done", 5, false, false},
    CodeInfo{{5, 3, 0}, "Bruker følger ikke opp", "Patient inactive", 4, false, false},
    CodeInfo{{5, 3, 1}, "Skjema mangler", "Form missing", 4, false, false},
    CodeInfo{{5, 3, 2}, "Måling mangler", "Measurement missing", 4, false, false},
    CodeInfo{{6, 0, 0}, "Elektronisk dørlås", "Electronic door lock", 3, false, false},
    CodeInfo{{7, 0, 0}, "Sykesignalanlegg", "Nurse-call system", 2, false, false},
    CodeInfo{{7, 1, 0}, "Inkontinens", "Incontinence", 3, false, false},
};

constexpr bool before(const CodeInfo& a, const CodeInfo& b) { return a.code < b.code; }
static_assert(std::is_sorted(kCodes.begin(), kCodes.end(), before));

/// A number 1..255 without leading zero, taken from the front of `text`.
std::optional<std::uint8_t> take_number(std::string_view& text) {
  std::uint8_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value == 0 || text.front() == '0') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

}  // namespace

std::string to_string(AlertCode code) {
  std::string out = std::to_string(code.group);
  if (code.item != 0) out += '.' + std::to_string(code.item);
  if (code.part != 0) out += '.' + std::to_string(code.part);
  return out;
}

std::optional<AlertCode> parse_alert_code(std::string_view text) {
  AlertCode code;
  for (std::uint8_t* part : {&code.group, &code.item, &code.part}) {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    *part = *number;
    if (text.empty()) return code;
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

const CodeInfo* find_code(AlertCode code) {
  const auto it = std::lower_bound(kCodes.begin(), kCodes.end(), code,
                                   [](const CodeInfo& info, AlertCode c) { return info.code < c; });
  return it != kCodes.end() && it->code == code ? &*it : nullptr;
}

std::span<const CodeInfo> all_codes() { return kCodes; }

std::string_view code_list_url() { return "http://ehelse.no/fhir/CodeSystem/vkp-alert-code-v090"; }

}  // namespace varde::alarm
