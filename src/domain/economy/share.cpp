#include "domain/economy/share.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include <fmt/format.h>

namespace varde::economy {
namespace {

struct Remainder {
  std::int64_t rest;
  int rank;
  std::size_t index;
};

/// Floor of magnitude x weight / sum and its remainder, in 64 bits when they suffice.
std::pair<std::int64_t, std::int64_t> divide(std::int64_t magnitude, std::int64_t weight,
                                             std::int64_t sum) {
  std::int64_t narrow = 0;
  if (!__builtin_mul_overflow(magnitude, weight, &narrow)) return {narrow / sum, narrow % sum};
  const Wide product = static_cast<Wide>(magnitude) * weight;
  return {static_cast<std::int64_t>(product / sum), static_cast<std::int64_t>(product % sum)};
}

std::int64_t sum_of(std::span<const std::int64_t> weights) {
  std::int64_t sum = 0;
  for (const auto weight : weights) {
    VARDE_ASSERT(weight >= 0);
    VARDE_ASSERT(!__builtin_add_overflow(sum, weight, &sum));
  }
  return sum;
}

std::string name_of(const KeyPart& part) {
  switch (part.measure) {
    case Measure::flat:
      return "flat";
    case Measure::inhabitants:
      return "inhabitants";
    case Measure::inhabitants_67:
      return "inhabitants 67+";
    case Measure::inhabitants_80:
      return "inhabitants 80+";
    case Measure::usage:
      return part.metric;
  }
  return {};
}

Result<std::vector<Money>> split_unbounded(Money total, const Key& key, const Basis& basis) {
  std::vector<std::int64_t> cut;
  std::vector<int> order;
  for (const auto& part : key.parts) {
    order.push_back(static_cast<int>(cut.size()));
    cut.push_back(part.basis_points);
  }
  const auto pots = apportion(total, cut, order);
  std::vector<Money> parts(basis.size());
  for (std::size_t p = 0; p < key.parts.size(); ++p) {
    const auto weights = basis.weights(key.parts[p]);
    if (weights.size() != basis.size()) {
      return Error{fmt::format("key '{}' goes by '{}', which no file gives", key.name,
                               name_of(key.parts[p]))};
    }
    if (sum_of(weights) == 0) {
      return Error{fmt::format("key '{}' goes by '{}', which is zero for everybody", key.name,
                               name_of(key.parts[p]))};
    }
    const auto of_pot = apportion(pots[p], weights, basis.municipalities);
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i] += of_pot[i];
  }
  return parts;
}

/// One round of bounds: fixes those outside them, on the side that is outside by most, so that a
/// bound once fixed stays right when the rest is shared anew. False when everybody is inside.
template <class T>
bool fix_outside(std::span<T> parts, std::vector<char>& free, T minimum, T cap) {
  T under{};
  T over{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!free[i]) continue;
    if (parts[i] < minimum) under += minimum - parts[i];
    if (parts[i] > cap) over += parts[i] - cap;
  }
  if (under == T{} && over == T{}) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!free[i]) continue;
    if (over >= under && parts[i] > cap) {
      parts[i] = cap;
      free[i] = 0;
    } else if (under > over && parts[i] < minimum) {
      parts[i] = minimum;
      free[i] = 0;
    }
  }
  return true;
}

}  // namespace

std::vector<Money> apportion(Money total, std::span<const std::int64_t> weights,
                             std::span<const int> ranks) {
  VARDE_ASSERT(weights.size() == ranks.size());
  const std::int64_t sum = sum_of(weights);
  VARDE_ASSERT(sum > 0);
  const std::int64_t sign = total < Money{} ? -1 : 1;
  const std::int64_t magnitude = total.in_ore() * sign;
  std::vector<Money> parts(weights.size());
  std::vector<Remainder> remainders(weights.size());
  std::int64_t left = magnitude;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto [whole, rest] = divide(magnitude, weights[i], sum);
    parts[i] = Money::ore(whole * sign);
    remainders[i] = {rest, ranks[i], i};
    left -= whole;
  }
  VARDE_ASSERT(left >= 0 &&
               static_cast<std::size_t>(left) < std::max<std::size_t>(1, parts.size()));
  const auto middle = remainders.begin() + left;
  std::nth_element(remainders.begin(), middle, remainders.end(),
                   [](const Remainder& a, const Remainder& b) {
                     return a.rest != b.rest ? a.rest > b.rest : a.rank < b.rank;
                   });
  for (auto it = remainders.begin(); it != middle; ++it) parts[it->index] += Money::ore(sign);
  return parts;
}

std::vector<std::int64_t> Basis::weights(const KeyPart& part) const {
  switch (part.measure) {
    case Measure::flat:
      return std::vector<std::int64_t>(size(), 1);
    case Measure::inhabitants:
      return inhabitants;
    case Measure::inhabitants_67:
      return inhabitants_67;
    case Measure::inhabitants_80:
      return inhabitants_80;
    case Measure::usage:
      break;
  }
  const auto found = usage.find(part.metric);
  return found == usage.end() ? std::vector<std::int64_t>{} : found->second;
}

Result<std::vector<Money>> split(Money total, const Key& key, const Basis& basis) {
  auto unbounded = split_unbounded(total, key, basis);
  if (!unbounded || !key.limited() || total <= Money{}) return unbounded;
  auto parts = std::move(unbounded).value();
  std::vector<std::int64_t> weights;
  for (const auto part : parts) weights.push_back(part.in_ore());
  const auto minimum = key.minimum.value_or(Money{});
  const auto cap = key.cap.value_or(total);
  std::vector<char> free(parts.size(), 1);
  while (fix_outside<Money>(parts, free, minimum, cap)) {
    Money rest = total;
    auto open = weights;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (free[i]) continue;
      rest -= parts[i];
      open[i] = 0;
    }
    if (rest < Money{} || sum_of(open) == 0) {
      if (rest.is_zero()) return parts;
      return Error{fmt::format("key '{}' cannot share {} kr among {} within its minimum and cap",
                               key.name, to_string(total), parts.size())};
    }
    const auto shared = apportion(rest, open, basis.municipalities);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (free[i]) parts[i] = shared[i];
    }
  }
  return parts;
}

void split_bounded(double total, std::span<const double> shares, double minimum, double cap,
                   std::span<double> parts) {
  std::vector<char> free(shares.size(), 1);
  for (std::size_t round = 0; round <= shares.size(); ++round) {
    double rest = total;
    double open = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (free[i]) {
        open += shares[i];
      } else {
        rest -= parts[i];
      }
    }
    if (open <= 0) return;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (free[i]) parts[i] = rest * shares[i] / open;
    }
    if (!fix_outside<double>(parts, free, minimum, cap)) return;
  }
}

}  // namespace varde::economy
