#include "answers/cooperation/sentences.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answers/cooperation/keys.hpp"

namespace varde::answers {
namespace {

constexpr std::size_t kNamed = 6;

std::string with_comma(std::string text) {
  std::ranges::replace(text, '.', ',');
  return text;
}

/// "262 142".
std::string grouped(std::size_t count) {
  return economy::to_grouped_kroner(Money::kroner(static_cast<std::int64_t>(count)));
}

/// Kroner as people say them: millions with one decimal, else whole kroner.
Sentence kroner(Money amount) {
  if (std::abs(amount.in_ore()) >= 100'000'000) {
    const auto millions = fmt::format("{:.1f}", amount.in_kroner() / 1e6);
    return {with_comma(millions) + " mill. kr", millions + " million kr"};
  }
  const auto plain = economy::to_grouped_kroner(amount) + " kr";
  return {plain, plain};
}

/// Whole per cent from ten on, one decimal below.
Sentence percent(double value) {
  const auto text =
      std::abs(value) >= 9.95 ? fmt::format("{:.0f}", value) : fmt::format("{:.1f}", value);
  return {with_comma(text) + " %", text + " %"};
}

/// "A", "A og B", "A, B og C", "A, B, C, D, E og 4 andre".
Sentence names(const Ground& ground, const std::vector<std::size_t>& members) {
  const auto shown = members.size() > kNamed ? kNamed - 1 : members.size();
  const auto others = members.size() - shown;
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = others == 0 && i + 1 == shown;
    if (last && i > 0) break;
    list += (i == 0 ? "" : ", ") + ground.players[members[i]].name;
  }
  if (others > 0) {
    return {fmt::format("{} og {} andre", list, others),
            fmt::format("{} and {} others", list, others)};
  }
  if (shown < 2) return {list, list};
  const auto& last = ground.players[members[shown - 1]].name;
  return {list + " og " + last, list + " and " + last};
}

Sentence together(const Ground& ground) {
  const auto total = kroner(ground.total);
  const auto alone = ground.alone_total();
  const auto saved = alone - ground.total;
  const auto differs = kroner(saved < Money{} ? -saved : saved);
  const auto all = ground.players.size();
  const bool dearer = saved < Money{};
  return {fmt::format("Alle {} sammen koster {} i året, {} {} enn om hver gikk alene.", all,
                      total.nb, differs.nb, dearer ? "mer" : "mindre"),
          fmt::format("All {} together cost {} a year, {} {} than if each went alone.", all,
                      total.en, differs.en, dearer ? "more" : "less")};
}

Sentence verdict(const Analysis& analysis, const Split& split) {
  const auto title = title_of(split);
  const auto& stability = split.stability;
  if (stability.holds() && stability.all_checked) {
    return {fmt::format("{} holder: ingen av {} mulige grupper ville betalt mindre for seg selv.",
                        title.nb, grouped(stability.checked)),
            fmt::format("{} holds: none of {} possible groups would pay less on its own.", title.en,
                        grouped(stability.checked))};
  }
  if (stability.holds()) {
    return {fmt::format("{}: ingen av de {} gruppene som er prøvd, ville betalt mindre for seg "
                        "selv; alle grupper er for mange til å prøves.",
                        title.nb, grouped(stability.checked)),
            fmt::format("{}: none of the {} groups that were tried would pay less on its own; all "
                        "groups are too many to try.",
                        title.en, grouped(stability.checked))};
  }
  const auto& most = stability.largest.front();
  const auto gain = kroner(most.gain());
  const auto who = names(analysis.ground, most.members);
  return {
      fmt::format("{} holder ikke: {} av {} grupper ville betalt mindre for seg selv. Mest "
                  "sparer {}: {} i året.",
                  title.nb, grouped(stability.better_off), grouped(stability.checked), who.nb,
                  gain.nb),
      fmt::format("{} does not hold: {} of {} groups would pay less on their own. {} would save "
                  "most: {} a year.",
                  title.en, grouped(stability.better_off), grouped(stability.checked), who.en,
                  gain.en)};
}

std::string part_in_words(const economy::KeyPart& part, bool nb) {
  using economy::Measure;
  const auto weight = fmt::format("{:g} %", static_cast<double>(part.basis_points) / 100);
  const auto text = nb ? with_comma(weight) : weight;
  switch (part.measure) {
    case Measure::flat:
      return text + (nb ? " likt" : " in equal parts");
    case Measure::inhabitants:
      return text + (nb ? " etter innbyggere" : " by inhabitants");
    case Measure::inhabitants_67:
      return text + (nb ? " etter innbyggere over 67" : " by inhabitants over 67");
    case Measure::inhabitants_80:
      return text + (nb ? " etter innbyggere over 80" : " by inhabitants over 80");
    case Measure::usage:
      return text + (nb ? " etter bruk: " : " by use: ") + part.metric;
  }
  return text;
}

Sentence changed_keys(const ChangedKey& change) {
  Sentence result;
  for (const auto& key : change.keys) {
    Sentence parts;
    for (const auto& part : key.parts) {
      if (part.basis_points == 0) continue;
      parts.nb += (parts.nb.empty() ? "" : ", ") + part_in_words(part, true);
      parts.en += (parts.en.empty() ? "" : ", ") + part_in_words(part, false);
    }
    result.nb += fmt::format("{}«{}» {}", result.nb.empty() ? "" : "; ", key.name, parts.nb);
    result.en += fmt::format("{}'{}' {}", result.en.empty() ? "" : "; ", key.name, parts.en);
  }
  return result;
}

void remedies(const Analysis& analysis, const Split& split, std::vector<Sentence>& into) {
  if (analysis.subsidy && *analysis.subsidy > Money{}) {
    const auto amount = kroner(*analysis.subsidy);
    into.push_back(
        {fmt::format(
             "Ingen nøkkel kan holde alle: uansett fordeling ville en gruppe tjene på å gå. "
             "Det trengs minst {} i året utenfra.",
             amount.nb),
         fmt::format(
             "No key can hold all: whatever the split, some group would gain by leaving. It "
             "takes at least {} a year from outside.",
             amount.en)});
    return;
  }
  if (split.change) {
    const auto keys = changed_keys(*split.change);
    const auto amount = kroner(split.change->moved);
    into.push_back({fmt::format("Den minste endringen av nøkkelen som holder alle: {}. Den flytter "
                                "{} mellom kommunene.",
                                keys.nb, amount.nb),
                    fmt::format("The smallest change of the key that holds all: {}. It moves {} "
                                "between the municipalities.",
                                keys.en, amount.en)});
  }
  if (split.nearest) {
    const auto amount = kroner(split.moved);
    into.push_back({fmt::format("Fritt fordelt er det nok å flytte {}.", amount.nb),
                    fmt::format("Shared freely, it is enough to move {}.", amount.en)});
  }
}

/// Whose leaving costs the others most.
void leaving(const Analysis& analysis, const Split& split, std::vector<Sentence>& into) {
  const auto& doors = split.doors;
  if (doors.size() < 2) return;
  const auto place = std::ranges::max_element(doors, {}, &cooperation::Door::others_lose);
  if (place->others_lose <= Money{}) return;
  const auto& name = analysis.ground.players[static_cast<std::size_t>(place - doors.begin())].name;
  const auto amount = kroner(place->others_lose);
  into.push_back({fmt::format("Går {} ut, må de andre betale {} mer i året.", name, amount.nb),
                  fmt::format("If {} leaves, the others pay {} more a year.", name, amount.en)});
}

/// What each partnership would lose or gain by leaving together.
void partnerships(const Analysis& analysis, const Split& split, std::vector<Sentence>& into) {
  for (std::size_t p = 0; p < split.partnerships.size(); ++p) {
    const auto& name = analysis.ground.partnerships[p].name;
    const auto gain = split.partnerships[p].gain();
    const auto amount = kroner(gain < Money{} ? -gain : gain);
    const bool loses = gain <= Money{};
    into.push_back({fmt::format("{} ville {} {} i året på å gå ut sammen.", name,
                                loses ? "tapt" : "spart", amount.nb),
                    fmt::format("{} would {} {} a year by leaving together.", name,
                                loses ? "lose" : "save", amount.en)});
  }
}

bool illustrative(const Ground& ground) {
  return ground.input && std::ranges::any_of(ground.input->numbers, [](const auto& number) {
           return number.origin.quality == economy::Quality::illustrative;
         });
}

}  // namespace

Sentence title_of(const Split& split) {
  if (split.id == kAsWritten) return {"Nøkkelen slik den er skrevet", "The key as written"};
  if (split.key) {
    return {fmt::format("Nøkkelen «{}»", split.id), fmt::format("The key '{}'", split.id)};
  }
  if (split.id == "shapley") return {"Shapley-fordelingen", "The Shapley value"};
  if (split.id == "nucleolus") return {"Nukleolus", "The nucleolus"};
  if (split.id == "equal_savings") return {"Lik besparelse", "Equal savings"};
  return {"Besparelse i forhold til kostnad", "Proportional savings"};
}

const Split& main_split(const Analysis& analysis) {
  return *analysis.split(analysis.splits.front().key ? analysis.splits.front().id : "shapley");
}

Sentence sentence_of(const Ground& ground, const cooperation::Leaver& leaver) {
  const auto who = names(ground, leaver.members);
  if (leaver.pays <= Money{}) {
    const auto gain = kroner(leaver.gain());
    return {fmt::format("{} ville spart {} på egen hånd.", who.nb, gain.nb),
            fmt::format("{} would save {} on their own.", who.en, gain.en)};
  }
  const auto less = percent(economy::percent_of(leaver.gain(), leaver.pays));
  if (leaver.members.size() == 1) {
    return {fmt::format("{} ville betalt {} mindre alene.", who.nb, less.nb),
            fmt::format("{} would pay {} less alone.", who.en, less.en)};
  }
  return {fmt::format("{} ville hver betalt {} mindre på egen hånd.", who.nb, less.nb),
          fmt::format("{} would each pay {} less on their own.", who.en, less.en)};
}

std::vector<Sentence> sentences_of(const Ground& ground, const Clusters& clusters) {
  const auto cost = kroner(clusters.best.cost);
  const auto count = clusters.best.groups.size();
  std::vector<Sentence> result;
  if (count == 1) {
    result.push_back({fmt::format("Billigst er én klynge for alle: {} i året.", cost.nb),
                      fmt::format("Cheapest is one cluster of all: {} a year.", cost.en)});
  } else {
    const auto less = kroner(clusters.together.cost - clusters.best.cost);
    result.push_back(
        {fmt::format("Billigst er {} klynger: {} i året, {} mindre enn én klynge for alle.", count,
                     cost.nb, less.nb),
         fmt::format("Cheapest is {} clusters: {} a year, {} less than one cluster of all.", count,
                     cost.en, less.en)});
  }
  if (!clusters.exact) {
    const auto bound = kroner(clusters.lower_bound);
    result.back().nb +=
        fmt::format(" Det er den beste som er funnet; ingen er under {}.", bound.nb);
    result.back().en += fmt::format(" It is the best found; none is below {}.", bound.en);
  }
  const auto alone = kroner(clusters.alone.cost);
  result.push_back({fmt::format("Hver for seg koster {}.", alone.nb),
                    fmt::format("Each alone costs {}.", alone.en)});
  if (clusters.partnerships) {
    const auto now = kroner(clusters.partnerships->cost);
    result.push_back(
        {fmt::format("Med samarbeidene som finnes, og resten hver for seg: {}.", now.nb),
         fmt::format("With the partnerships that exist, and the rest alone: {}.", now.en)});
  }
  static_cast<void>(ground);
  return result;
}

std::vector<Sentence> sentences_of(const Analysis& analysis) {
  const auto& split = main_split(analysis);
  std::vector<Sentence> result{together(analysis.ground), verdict(analysis, split)};
  constexpr std::size_t kLeavers = 3;
  for (const auto& leaver : split.stability.first_movers) {
    if (result.size() == 2 + kLeavers) break;
    result.push_back(sentence_of(analysis.ground, leaver));
  }
  remedies(analysis, split, result);
  leaving(analysis, split, result);
  partnerships(analysis, split, result);
  const auto clusters = sentences_of(analysis.ground, analysis.clusters);
  result.insert(result.end(), clusters.begin(), clusters.end());
  return result;
}

std::vector<Sentence> basis_of(const Ground& ground) {
  if (!ground.input) {
    return {{"Kostnaden for hver gruppe står i filen.", "The cost of each group is in the file."}};
  }
  std::vector<Sentence> result{
      {"En gruppe betaler det som er billigst for den: fellesløsningen for akkurat den gruppen, "
       "eller hver kommunes kostnad i dag. Alle sammen koster det økonomien sier.",
       "A group pays what is cheapest to it: the joint solution for just that group, or what each "
       "costs today. All together cost what the economy says."}};
  if (illustrative(ground)) {
    result.push_back(
        {"Hvordan kostnaden avhenger av hvem som er med, er delvis illustrerende tall som ikke "
         "står "
         "i noen rapport. Se tallene nederst.",
         "How the cost depends on who is in rests partly on illustrative numbers that are in no "
         "report. See the numbers below."});
  }
  return result;
}

}  // namespace varde::answers
