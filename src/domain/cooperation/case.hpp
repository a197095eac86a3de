#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/cooperation/cost_model.hpp"
#include "domain/economy/as_is.hpp"

namespace varde::cooperation {

/// How one cost of an alternative depends on who is in the group: a part that is there for any
/// group, and the rest by volume, at a discount, or by steps of person-years.
struct ItemRule {
  std::string item;
  std::int64_t fixed = 0;     ///< basis points of the item less its extras
  economy::KeyPart volume;    ///< what units are; its share is not used
  std::vector<Slice> slices;  ///< at most one of slices and steps
  std::vector<Step> steps;    ///< in person-years
};

/// What one municipality adds to an item by being in: integration, distance. Inside the total.
struct Extra {
  std::string item;
  int municipality = 0;
  Money amount;
};

/// A cooperation that is there already or being made.
struct Partnership {
  std::string name;
  std::vector<int> municipalities;  ///< their numbers
  std::optional<Money> cost;        ///< what exactly this group pays, when it is known
  economy::Origin origin;
};

/// A number of the case, for people to see what the costs of groups rest on; in English and bokmål.
struct Number {
  std::string what, what_nb;
  std::string value, value_nb;
  economy::Origin origin;
};

/// An economy case and how its costs depend on who is in.
struct Case {
  economy::Case economy;
  std::string alternative;  ///< the one to analyse when nothing is said
  std::vector<ItemRule> rules;
  std::vector<Extra> extras;
  std::map<int, Money> alone;  ///< by municipality; the others' is today's cost
  std::vector<Partnership> partnerships;
  std::vector<Number> numbers;

  const ItemRule* rule(std::string_view item) const;
};

/// A game that a file gives group by group.
struct GivenGame {
  std::string name;
  std::vector<std::string> players;
  Game game;
};

/// A yearly cost of an alternative that all share, in the comparison year.
struct SharedCost {
  std::string name;
  Money amount;
  std::optional<std::int64_t> person_years;  ///< thousandths, of a staffing row
};
std::vector<SharedCost> shared_costs(const economy::Case& input,
                                     const economy::Alternative& alternative);

/// The members' units of a measure in the comparison year; empty when it is not known.
std::vector<std::int64_t> volumes_of(const economy::Case& input, const economy::KeyPart& measure);

/// The cost of any group under an alternative. Everybody together costs what the economy says, to
/// the øre. An error when the economy cannot be
/// computed, when a municipality has no cost of its own, or when a group cannot have a cost.
Result<CostModel> model_of(const Case& input, const economy::AsIs& as_is,
                           const economy::Alternative& alternative);

}  // namespace varde::cooperation
