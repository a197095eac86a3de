#pragma once

#include <string>
#include <string_view>

#include "domain/economy/as_is.hpp"
#include "domain/economy/model.hpp"
#include "domain/economy/payers.hpp"
#include "report/format.hpp"
#include "report/html.hpp"

// The words of the model as a council reads them, in bokmål.
namespace varde::answers {

std::string_view word(economy::Quality quality);  ///< "rapportert"
std::string_view word(economy::Area area);        ///< "Velferdsteknologisk plattform"
std::string_view word(economy::Category category);
std::string_view word(economy::Group group);
std::string_view word(economy::Fill how);  ///< how a gap was filled, a whole phrase
/// The mark that goes beside a number: illustrative and assumed stand out.
report::Html quality_mark(economy::Quality quality);

/// "40 % likt, 60 % etter innbyggertall".
std::string describe(const economy::Key& key);
/// The name of an allocation with what it means: of a key, or of a price per unit.
std::string describe_allocation(const economy::Case& input, const std::string& key);
/// "Feltene i kostnaden …" of an uncertain input: "item:X" is X, "hours:AREA" is hours of the area.
std::string input_name(std::string_view input);
/// "as_is.total" and so on of a stated figure.
std::string figure_name(std::string_view figure);
std::string assumption_name(std::string_view key);
/// A probability without false certainty: "over 99 %".
std::string probability(double share);

inline std::string kroner(economy::Money amount) { return report::kroner(amount.in_ore()); }
inline std::string kr(economy::Money amount) {
  return kroner(amount) + std::string(report::kSpace) + "kr";
}
inline std::string exact(economy::Money amount) { return report::amount(amount.in_ore()); }
inline std::string millions(economy::Money amount) {
  return report::millions(amount.in_ore()) + std::string(report::kSpace) + "mill." +
         std::string(report::kSpace) + "kr";
}
inline double in_millions(economy::Money amount) { return amount.in_kroner() / 1e6; }

}  // namespace varde::answers
