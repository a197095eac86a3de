#pragma once

#include <span>
#include <vector>

#include "domain/cooperation/game.hpp"

namespace varde::cooperation {

/// Everybody saves the same amount against going alone. Whoever costs less alone than it saves is
/// paid by the others. In øre, not rounded.
std::vector<double> equal_savings(std::span<const Money> alone, Money total);
/// Everybody saves the same share of what it costs alone; by heads when nobody costs anything.
std::vector<double> proportional_savings(std::span<const Money> alone, Money total);

/// What it means that one leaves, or joins when the others have begun.
struct Door {
  Money leaver_loses;   ///< what it costs alone less what it pays; negative: it gains
  Money others_lose;    ///< what they then pay more, together; the fair price of leaving
  Money least_to_join;  ///< what it adds to the others' cost: for less, they lose
  Money most_to_join;   ///< what it costs alone: for more, it stays out
};
/// `without` is the cost of the others without the player.
Door door_of(Money pays, Money alone, Money without, Money total);

}  // namespace varde::cooperation
