#pragma once

#include "cases/reading.hpp"
#include "domain/decision/model.hpp"

namespace varde::cases {

template <class Things>
std::vector<std::string> ids_of(const Things& things) {
  std::vector<std::string> result;
  for (const auto& thing : things) result.push_back(thing.id);
  return result;
}

/// scores.csv and importance.csv into the judgements of every assessor. A row without area or
/// assessor is for all of them; one that names them goes before it. What is missing is a complaint.
void read_judgements(const Reading& reading, decision::Decision& into);

}  // namespace varde::cases
