#include "answers/decision/words.hpp"

#include <fmt/format.h>

#include "report/format.hpp"

namespace varde::answers {

using decision::Decision;

std::string part(double share) { return report::percent(100 * share); }

std::string_view words_of(decision::Verdict verdict) {
  switch (verdict) {
    case decision::Verdict::follows:
      return "følger av tabellen";
    case decision::Verdict::unclear:
      return "følger IKKE KLART av tabellen";
    case decision::Verdict::contradicted:
      break;
  }
  return "følger IKKE av tabellen";
}

std::string_view words_of(decision::Importance importance) {
  constexpr std::array<std::string_view, decision::kImportanceClasses> words{
      "liten", "liten-middels", "middels", "middels-stor", "stor"};
  return words[static_cast<std::size_t>(importance)];
}

std::string words_of(const Decision& input, const decision::Checked& checked) {
  using decision::Support;
  const auto& claim = input.claims[checked.claim];
  if (claim.kind == decision::ClaimKind::possible) {
    return checked.support == Support::always
               ? fmt::format("ja: med {} av de tillatte vektene", part(checked.share))
               : "nei: ikke med noen tillatt vekt";
  }
  if (claim.kind == decision::ClaimKind::open) {
    const auto& one = input.alternatives[claim.alternatives[0]].id;
    const auto& other = input.alternatives[claim.over].id;
    return fmt::format("{} foran {} med {} av vektene", one, other, part(checked.share));
  }
  if (checked.support == Support::always) return "med alle tillatte vekter";
  if (checked.support == Support::never) return "ikke med noen tillatt vekt";
  return fmt::format("med {} av de tillatte vektene", part(checked.share));
}

std::vector<std::string> ways_of(const Decision& input, const decision::Turn& turn) {
  std::vector<std::string> ways;
  if (turn.within_importance) {
    ways.push_back(fmt::format("{} av vekten flyttes (uten å bryte betydningen)",
                               part(turn.within_importance->moved)));
  } else if (turn.any_weights) {
    ways.push_back(
        fmt::format("{} av vekten flyttes, mot det ordene sier", part(turn.any_weights->moved)));
  }
  for (const auto& move : turn.importance) {
    ways.push_back(fmt::format("«{}» er {} og ikke {}", input.criteria[move.criterion].name,
                               words_of(move.to), words_of(move.from)));
  }
  if (turn.scores) {
    std::string steps;
    for (const auto& move : *turn.scores) {
      steps += fmt::format("{}{:g} → {:g} på «{}»", steps.empty() ? "" : ", ", move.from, move.to,
                           input.criteria[move.criterion].name);
    }
    ways.push_back("poengene er " + steps);
  }
  return ways;
}

std::string_view name_of(const decision::WeightedSum& sum) {
  return sum.weighting == "centre" ? "Midt i det ordene tillater" : std::string_view(sum.weighting);
}

}  // namespace varde::answers
