#include "domain/economy/payers.hpp"

#include "domain/economy/share.hpp"

namespace varde::economy {

PaidBy split_on_payers(Money total, const GroupParts& parts, const std::vector<Payer>& payers,
                       const std::vector<char>& pays) {
  VARDE_ASSERT(pays.size() == payers.size());
  std::array<std::int64_t, 3> weight{};
  for (std::size_t p = 0; p < payers.size(); ++p) {
    if (pays[p]) weight[static_cast<std::size_t>(payers[p].group)] += payers[p].inhabitants;
  }
  GroupParts open = parts;
  std::int64_t any = 0;
  for (std::size_t g = 0; g < open.size(); ++g) {
    if (weight[g] == 0) open[g] = 0;
    any += open[g];
  }
  PaidBy result{any > 0, std::vector<Money>(payers.size()), {}};
  if (any == 0) return result;
  const auto pots = apportion(total, open, std::array{0, 1, 2});
  std::vector<std::int64_t> weights;
  std::vector<int> ranks;
  std::vector<std::size_t> places;
  for (std::size_t g = 0; g < open.size(); ++g) {
    if (open[g] == 0) continue;
    result.of_groups[g] = pots[g];
    weights.clear();
    ranks.clear();
    places.clear();
    for (std::size_t p = 0; p < payers.size(); ++p) {
      if (!pays[p] || static_cast<std::size_t>(payers[p].group) != g) continue;
      weights.push_back(payers[p].inhabitants);
      ranks.push_back(static_cast<int>(p));
      places.push_back(p);
    }
    const auto shares = apportion(pots[g], weights, ranks);
    for (std::size_t i = 0; i < places.size(); ++i) result.parts[places[i]] = shares[i];
  }
  return result;
}

}  // namespace varde::economy
