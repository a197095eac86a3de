#pragma once

#include <initializer_list>
#include <string_view>

#include "domain/decision/model.hpp"

// For tests and benchmarks: the tables of "Scenarioer for kommunenes e-helsearbeid" (2022).
namespace varde::decision::sample {

inline Importance importance_of(std::string_view word) {
  std::size_t k = 0;
  while (kImportanceWords[k] != word) ++k;
  return static_cast<Importance>(k);
}

/// One area per list of importance words; every area has the same scores, criterion by criterion.
inline Decision decision_of(std::size_t alternatives, const std::vector<double>& scores,
                            const std::vector<std::vector<std::string_view>>& areas) {
  Decision decision;
  for (std::size_t a = 0; a < alternatives; ++a) {
    decision.alternatives.push_back({std::string(1, static_cast<char>('A' + a)), ""});
  }
  for (std::size_t c = 0; c < scores.size() / alternatives; ++c) {
    decision.criteria.push_back({std::to_string(c + 1), ""});
  }
  decision.assessors.push_back({"report", "", {}});
  for (const auto& words : areas) {
    Area area;
    area.id = std::to_string(decision.areas.size());
    decision.areas.push_back(area);
    Judgement judgement{{}, scores};
    for (const auto word : words) judgement.importance.push_back(importance_of(word));
    decision.assessors[0].areas.push_back(judgement);
  }
  return decision;
}

/// The five areas of the report, without its summary. Alternatives N, K, S, A.
inline Decision scenarios() {
  return decision_of(4, {3, 2, 1, 0, 3, 2, 1, 0, 3, 2, 1, 0, 0, 3, 2, 1,
                         0, 2, 2, 3, 0, 2, 2, 3, 0, 1, 2, 3, 2, 1, 0, 0},
                     {{"S", "S", "M", "LM", "L", "LM", "L", "S"},
                      {"M", "S", "M", "S", "M", "S", "M", "S"},
                      {"M", "S", "M", "M", "L", "M", "M", "S"},
                      {"S", "S", "S", "M", "M", "S", "M", "S"},
                      {"S", "S", "S", "L", "L", "M", "L", "S"}});
}

}  // namespace varde::decision::sample
