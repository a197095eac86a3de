#include "domain/cooperation/span.hpp"

#include <algorithm>

#include "base/random.hpp"
#include "domain/economy/money.hpp"

namespace varde::cooperation {
namespace {

constexpr std::uint64_t kPrime = (std::uint64_t{1} << 61) - 1;

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::uint64_t>(static_cast<economy::Wide>(a) * b % kPrime);
}
std::uint64_t minus(std::uint64_t a, std::uint64_t b) { return a >= b ? a - b : a + kPrime - b; }
std::uint64_t plus(std::uint64_t a, std::uint64_t b) { return minus(a, kPrime - b); }

std::uint64_t inverse(std::uint64_t a) {  // Fermat: a^(p - 2)
  std::uint64_t result = 1;
  for (std::uint64_t power = kPrime - 2; power != 0; power >>= 1, a = times(a, a)) {
    if (power & 1) result = times(result, a);
  }
  return result;
}

}  // namespace

FixedGroups::FixedGroups(std::size_t players) : players_(players) { draw_numbers(); }

bool FixedGroups::follows(Coalition group) const {
  std::uint64_t sum = 0;
  for (Coalition rest = group; rest != 0; rest &= rest - 1) {
    sum = plus(sum, numbers_.data()[std::countr_zero(rest)]);
  }
  return sum == 0;
}

bool FixedGroups::add(Coalition group) {
  std::vector<std::uint64_t> row(players_);
  for (std::size_t i = 0; i < players_; ++i) row[i] = (group >> i) & 1;
  const auto reduce = [&](std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& by,
                          std::size_t lead) {
    const auto factor = one[lead];
    for (std::size_t i = 0; factor != 0 && i < players_; ++i) {
      one[i] = minus(one[i], times(factor, by[i]));
    }
  };
  for (std::size_t r = 0; r < rows_.size(); ++r) reduce(row, rows_[r], leads_[r]);
  const auto first = std::ranges::find_if(row, [](auto number) { return number != 0; });
  if (first == row.end()) return false;
  const auto lead = static_cast<std::size_t>(first - row.begin());
  const auto factor = inverse(row[lead]);
  for (auto& number : row) number = times(number, factor);
  for (auto& other : rows_) reduce(other, row, lead);
  rows_.push_back(std::move(row));
  leads_.push_back(lead);
  draw_numbers();
  return true;
}

void FixedGroups::draw_numbers() {
  // Any numbers for players that lead no row; those that do take what makes their row sum to zero.
  numbers_.assign(players_, 0);
  for (std::size_t i = 0; i < players_; ++i) {
    if (std::ranges::find(leads_, i) != leads_.end()) continue;
    const auto drawn = philox({static_cast<std::uint32_t>(i), 0, 0, 0},
                              {static_cast<std::uint32_t>(rows_.size()), 0x6E75});
    numbers_[i] = ((std::uint64_t{drawn[0]} << 32) | drawn[1]) % kPrime;
  }
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < players_; ++i) {
      if (i != leads_[r]) sum = plus(sum, times(rows_[r][i], numbers_[i]));
    }
    numbers_[leads_[r]] = minus(0, sum);
  }
}

}  // namespace varde::cooperation
