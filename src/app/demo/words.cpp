#include "app/demo/words.hpp"

#include <array>

#include <fmt/format.h>

namespace varde::app::demo {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 32> kOldWomen{
    "Aslaug", "Astrid",   "Aud",   "Bergljot", "Bjørg",  "Borghild", "Dagny",    "Edel",
    "Ellen",  "Else",     "Gerd",  "Gudrun",   "Gunvor", "Haldis",   "Hjørdis",  "Inger",
    "Ingrid", "Jorunn",   "Kari",  "Karin",    "Klara",  "Liv",      "Magnhild", "Margit",
    "Oddny",  "Ragnhild", "Randi", "Ruth",     "Signe",  "Solveig",  "Torbjørg", "Turid"};
constexpr std::array<std::string_view, 32> kOldMen{
    "Alf",    "Arne",   "Arvid",  "Asbjørn", "Birger",  "Bjarne", "Einar",    "Erling",
    "Finn",   "Gunnar", "Hans",   "Harald",  "Ivar",    "Johan",  "Karstein", "Kåre",
    "Leif",   "Magne",  "Nils",   "Odd",     "Olav",    "Oskar",  "Peder",    "Ragnar",
    "Reidar", "Rolf",   "Sigurd", "Sverre",  "Torleif", "Trygve", "Øivind",   "Åge"};
constexpr std::array<std::string_view, 24> kYoungWomen{
    "Anita", "Anne",     "Berit", "Bente", "Eli",     "Eva",   "Gro",   "Grete",
    "Hanne", "Heidi",    "Hilde", "Irene", "Kirsten", "Laila", "Lene",  "Lisbeth",
    "Mari",  "Marianne", "Mona",  "Nina",  "Siv",     "Tone",  "Trude", "Unni"};
constexpr std::array<std::string_view, 24> kYoungMen{
    "Anders", "Arild", "Bjørn", "Dag",   "Eirik",  "Frode", "Geir",   "Helge",
    "Håkon",  "Jan",   "Jon",   "Kjell", "Kjetil", "Lars",  "Morten", "Ola",
    "Roar",   "Rune",  "Stein", "Svein", "Terje",  "Tor",   "Trond",  "Vidar"};

constexpr std::array<std::string_view, 24> kFirstPart{
    "Alm",  "Bjørk", "Brei",  "Dal",  "Elve", "Fjell", "Flo",  "Grøn",
    "Havn", "Hegg",  "Ivar",  "Kval", "Lang", "Lyng",  "Myr",  "Ness",
    "Rein", "Rogn",  "Selje", "Skar", "Stor", "Tind",  "Varp", "Øvre"};
constexpr std::array<std::string_view, 16> kLastPart{
    "berg", "bakk", "eng", "fjord", "gård", "haug", "heim", "lia",
    "mo",   "nes",  "rud", "skog",  "stad", "vik",  "voll", "ås"};

constexpr std::array<std::string_view, 24> kStreets{
    "Bakkeveien", "Bjørkeveien", "Brugata",   "Dalveien",    "Elvegata",      "Engveien",
    "Fjellveien", "Fjordgata",   "Granveien", "Havnegata",   "Industriveien", "Kirkeveien",
    "Kystveien",  "Lyngveien",   "Moveien",   "Nessveien",   "Rognveien",     "Sjøgata",
    "Skoleveien", "Solbakken",   "Storgata",  "Strandveien", "Torggata",      "Vikveien"};

constexpr std::array<std::string_view, 10> kRelations{"datter",       "datter",    "sønn", "sønn",
                                                      "svigerdatter", "barnebarn", "nabo", "søster",
                                                      "bror",         "ektefelle"};

struct InstructionText {
  std::string_view title;
  std::string_view text;
};
constexpr std::array<InstructionText, 14> kInstructions{{
    {"Hører dårlig",
     "Snakk tydelig og vent på svar. Ring tilbake på telefon hvis talen ikke når fram."},
    {"Fallfare",
     "Bruker rullator inne. Spør alltid om fall, også når det er noe annet som er meldt."},
    {"Oksygen", "Har oksygen hjemme. Ingen åpen ild. Ved tung pust: ring 113."},
    {"Diabetes", "Bruker insulin. Er personen uklar, spør om mat og siste måling."},
    {"Hjertesykdom", "Ved brystsmerter: ring 113 med en gang, og bli på linja."},
    {"Hukommelse", "Glemmer at alarmen er utløst. Spør rolig, og bruk fornavn."},
    {"Blodfortynnende",
     "Tar blodfortynnende medisin. Slag mot hodet skal alltid vurderes av lege."},
    {"Hund i huset", "Hunden er snill, men ring på før du går inn."},
    {"Bruker lite norsk på kvelden",
     "Går over til samisk når hun eller han er trøtt. Datter kan tolke."},
    {"Ensom", "Ringer ofte for å prate. Ta deg tid, og noter hvis stemningen endrer seg."},
    {"Syn", "Ser svært lite. Si hvem du er når du kommer inn."},
    {"Nattevandring", "Kan gå ut om natta. Sjekk dørsensor og ring nabo først."},
    {"Parkinson", "Kan stivne og ikke komme seg opp. Trenger to til forflytning."},
    {"Epilepsi", "Anfall over fem minutter: ring 113."},
}};

constexpr std::array<std::string_view, 6> kDoors{
    "Inngang fra gårdsplassen",
    "Inngang på baksiden, lys med bevegelsessensor",
    "2. etasje, heis til venstre",
    "Kjellerleilighet, trapp ned på høyre side",
    "Hovedinngang, ringeklokke virker ikke: bank hardt",
    "Rampe ved terrassedøra"};

}  // namespace

std::string_view given_name(Random& random, care::Sex sex, int age) {
  constexpr int kOld = 65;
  const bool woman = sex == care::Sex::female;
  if (age >= kOld) return random.pick(woman ? Words{kOldWomen} : Words{kOldMen});
  return random.pick(woman ? Words{kYoungWomen} : Words{kYoungMen});
}

std::string surname(Random& random) {
  const auto first = random.pick(Words{kFirstPart});
  return fmt::format("{}{}", first, random.pick(Words{kLastPart}));
}

std::string street_address(Random& random) {
  const auto street = random.pick(Words{kStreets});
  const int number = random.between(1, 78);
  if (!random.chance(0.2)) return fmt::format("{} {}", street, number);
  return fmt::format("{} {} {}", street, number, static_cast<char>('A' + random.between(0, 3)));
}

std::string_view relation(Random& random) { return random.pick(Words{kRelations}); }

care::Instruction instruction(Random& random) {
  const auto& chosen = random.pick(kInstructions);
  return {std::string{chosen.title}, std::string{chosen.text}};
}

std::string_view door(Random& random) { return random.pick(Words{kDoors}); }

}  // namespace varde::app::demo
