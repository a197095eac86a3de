#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/decision/claims.hpp"
#include "domain/decision/turn.hpp"

// A decision's results as people read them, in bokmål.
namespace varde::answers {

std::string part(double share);                              ///< "97,1 %"
std::string_view words_of(decision::Verdict verdict);        ///< "følger av tabellen"
std::string_view words_of(decision::Importance importance);  ///< "middels-stor"
/// How a claim fares: "med 97,1 % av de tillatte vektene".
std::string words_of(const decision::Decision& input, const decision::Checked& checked);
/// What would make an alternative the best, each way by itself; empty when nothing would.
std::vector<std::string> ways_of(const decision::Decision& input, const decision::Turn& turn);
/// "Midt i det ordene tillater", or the weighting's own name.
std::string_view name_of(const decision::WeightedSum& sum);

}  // namespace varde::answers
