#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answers/decision/decide.hpp"
#include "answers/decision/words.hpp"
#include "answers/print.hpp"

namespace varde::answers {
namespace {

using decision::Decision;

std::string claims_text(const DecisionRun& run, std::size_t area) {
  std::string out;
  if (const auto verdict = decision::verdict_of(run.input, run.claims, area)) {
    out += fmt::format("  Rapporten: {}\n  Konklusjonen {}.\n", run.input.areas[area].conclusion,
                       words_of(*verdict));
  }
  for (const auto& checked : run.claims) {
    const auto& claim = run.input.claims[checked.claim];
    if (claim.area != area) continue;
    out +=
        fmt::format("    [{}] {}: {}",
                    decision::verdict_of(checked.support) == decision::Verdict::follows ? "x" : " ",
                    claim.text, words_of(run.input, checked));
    if (checked.doubted_share) {
      out += fmt::format(" ({} når poengene er usikre)", part(*checked.doubted_share));
    }
    out += "\n";
  }
  return out;
}

std::string ranking_text(const Decision& input, const decision::Ranking& ranking,
                         const decision::Ranking* doubted) {
  std::vector<std::string> headings{"alternativ"};
  for (std::size_t r = 1; r <= ranking.alternatives; ++r)
    headings.push_back(fmt::format(">{}.", r));
  if (doubted != nullptr) {
    headings.push_back(">1. (usikre poeng)");
    headings.push_back(">tillit");
  }
  TextTable table(headings);
  for (std::size_t a = 0; a < ranking.alternatives; ++a) {
    std::vector<std::string> row{
        fmt::format("{}  {}", input.alternatives[a].id, input.alternatives[a].name)};
    for (std::size_t r = 0; r < ranking.alternatives; ++r) row.push_back(part(ranking.rank(a, r)));
    if (doubted != nullptr) {
      row.push_back(part(doubted->first(a)));
      row.push_back(doubted->confidence[a] ? part(*doubted->confidence[a]) : "-");
    }
    table.row(std::move(row));
  }
  return table.text();
}

std::string weighted_text(const Decision& input, const std::vector<decision::WeightedSum>& sums) {
  std::string out;
  for (const auto& sum : sums) {
    out += fmt::format("    {}:", name_of(sum));
    for (std::size_t a = 0; a < sum.values.size(); ++a) {
      out += fmt::format("  {} {:.2f}", input.alternatives[a].id, sum.values[a]);
    }
    out += sum.within_importance ? "\n" : "  (bryter rekkefølgen i betydning)\n";
  }
  return out;
}

std::string turn_text(const Decision& input, const decision::Turn& turn) {
  std::string out = fmt::format("    {} blir best hvis ", input.alternatives[turn.alternative].id);
  const auto ways = ways_of(input, turn);
  if (ways.empty())
    return fmt::format("    {} kan ikke bli best\n", input.alternatives[turn.alternative].id);
  for (std::size_t i = 0; i < ways.size(); ++i) out += (i == 0 ? "" : "\n      eller ") + ways[i];
  return out + "\n";
}

std::string area_text(const DecisionRun& run, std::size_t k) {
  const auto& input = run.input;
  std::string out = fmt::format("\n{}\n", input.areas[k].name);
  out += claims_text(run, k);
  out += ranking_text(input, run.stated.together.areas[k],
                      run.doubted ? &run.doubted->together.areas[k] : nullptr);
  for (std::size_t j = 0; j < input.assessors.size(); ++j) {
    if (input.assessors.size() > 1) {
      const auto& ranking = run.stated.assessors[j].areas[k];
      out += fmt::format("  {}: {} er oftest best ({})\n", input.assessors[j].name,
                         input.alternatives[ranking.favourite()].id,
                         part(ranking.first(ranking.favourite())));
    }
    out += "  Vektet sum\n" + weighted_text(input, run.judged[j][k].weighted);
    out += "  Hva måtte vært annerledes\n";
    for (const auto& turn : run.judged[j][k].turns) out += turn_text(input, turn);
  }
  return out;
}

std::string barriers_text(const Decision& input) {
  if (input.barriers.empty()) return {};
  const auto handled = std::ranges::count_if(input.barriers, &decision::Barrier::handled);
  std::string out =
      fmt::format("\nHemmere: {} av {} har eier og tiltak\n", handled, input.barriers.size());
  for (const auto& barrier : input.barriers) {
    out += fmt::format(
        "  [{}] {}{}\n", barrier.handled() ? "x" : " ", barrier.name,
        barrier.handled() ? fmt::format(": {} ({})", barrier.measure, barrier.owner) : "");
  }
  return out;
}

}  // namespace

std::string decision_text(const DecisionRun& run) {
  const auto& input = run.input;
  std::string out = fmt::format(
      "{}\n{}\n\nHvor ofte hvert alternativ får hver plass når betydningen bare er ord: {} vekter, "
      "frø {}\n",
      input.name, input.description, run.stated.draws.count, run.stated.draws.seed);
  for (std::size_t k = 0; k < input.areas.size(); ++k) out += area_text(run, k);
  out += "\nOmrådene under ett\n";
  out += ranking_text(input, run.stated.together.overall,
                      run.doubted ? &run.doubted->together.overall : nullptr);
  return out + barriers_text(input);
}

}  // namespace varde::answers
