#include "domain/cooperation/splits.hpp"

#include <numeric>

namespace varde::cooperation {
namespace {

double ore(Money amount) { return static_cast<double>(amount.in_ore()); }

}  // namespace

std::vector<double> equal_savings(std::span<const Money> alone, Money total) {
  const auto sum = std::accumulate(alone.begin(), alone.end(), Money{});
  const double saving = ore(sum - total) / static_cast<double>(alone.size());
  std::vector<double> split;
  for (const auto amount : alone) split.push_back(ore(amount) - saving);
  return split;
}

std::vector<double> proportional_savings(std::span<const Money> alone, Money total) {
  const auto sum = std::accumulate(alone.begin(), alone.end(), Money{});
  std::vector<double> split;
  for (const auto amount : alone) {
    split.push_back(sum.is_zero() ? ore(total) / static_cast<double>(alone.size())
                                  : ore(amount) / ore(sum) * ore(total));
  }
  return split;
}

Door door_of(Money pays, Money alone, Money without, Money total) {
  return {alone - pays, without - (total - pays), total - without, alone};
}

}  // namespace varde::cooperation
