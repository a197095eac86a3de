#pragma once

#include <string>
#include <vector>

#include "answers/cooperation/analysis.hpp"

namespace varde::answers {

/// One statement in words that a mayor understands, in both of the console's languages.
struct Sentence {
  std::string nb, en;
};

/// What the whole says, most important first.
std::vector<Sentence> sentences_of(const Analysis& analysis);
/// "Brønnøy, Sømna and Vega would each pay 4 % less on their own."
Sentence sentence_of(const Ground& ground, const cooperation::Leaver& leaver);
/// Which partition is cheapest, and against going alone and one cluster.
std::vector<Sentence> sentences_of(const Ground& ground, const Clusters& clusters);
/// How the costs of groups come about, and what of it is not known.
std::vector<Sentence> basis_of(const Ground& ground);

/// The split that the sentences speak of: the case's own key, else the Shapley value.
const Split& main_split(const Analysis& analysis);
/// A split's id in words.
Sentence title_of(const Split& split);

}  // namespace varde::answers
