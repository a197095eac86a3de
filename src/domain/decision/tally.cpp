#include "domain/decision/tally.hpp"

#include <algorithm>
#include <array>

namespace varde::decision {
namespace {

/// One draw, divisible by any number of equal alternatives: the least common multiple of 1 to 12.
constexpr std::uint64_t kWhole = 27'720;
static_assert(kMostAlternatives == 12);

}  // namespace

Tally::Tally(std::size_t alternatives, std::size_t weights)
    : alternatives_(alternatives),
      ranks_(alternatives * alternatives, 0),
      ahead_(alternatives * alternatives, 0),
      weights_(alternatives, std::vector<double>(weights, 0.0)) {
  VARDE_ASSERT(alternatives <= kMostAlternatives);
}

void Tally::count(std::span<const double> values, std::span<const Part> parts) {
  const auto n = alternatives_;
  std::array<std::size_t, kMostAlternatives> ranks{};
  bool equals = false;
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      const bool above = values[a] > values[b];
      const bool below = values[a] < values[b];
      ranks[a] += below ? 1 : 0;
      ranks[b] += above ? 1 : 0;
      equals = equals || !(above || below);
      ahead_[a * n + b] += 1 + (above ? 1 : 0) - (below ? 1 : 0);
    }
  }
  if (equals) return count_equals(values, {ranks.data(), n}, parts);
  for (std::size_t a = 0; a < n; ++a) {
    ranks_[a * n + ranks[a]] += kWhole;
    if (ranks[a] == 0) add_weights(a, parts, 1.0);
  }
}

void Tally::count_equals(std::span<const double> values, std::span<const std::size_t> ranks,
                         std::span<const Part> parts) {
  const auto n = alternatives_;
  for (std::size_t a = 0; a < n; ++a) {
    const auto equals = static_cast<std::size_t>(std::ranges::count(values, values[a]));
    for (std::size_t r = ranks[a]; r < ranks[a] + equals; ++r) {
      ranks_[a * n + r] += kWhole / equals;
    }
    if (ranks[a] == 0) add_weights(a, parts, 1.0 / static_cast<double>(equals));
  }
}

void Tally::add_weights(std::size_t alternative, std::span<const Part> parts, double share) {
  auto* sum = weights_[alternative].data();
  for (const auto& part : parts) {
    const double unit = part.unit * share;
    for (const double weight : part.weights) *sum++ += unit * weight;
  }
}

void Tally::add(const Tally& other) {
  for (std::size_t i = 0; i < ranks_.size(); ++i) ranks_[i] += other.ranks_[i];
  for (std::size_t i = 0; i < ahead_.size(); ++i) ahead_[i] += other.ahead_[i];
  for (std::size_t a = 0; a < alternatives_; ++a) {
    for (std::size_t c = 0; c < weights_[a].size(); ++c) weights_[a][c] += other.weights_[a][c];
  }
}

Ranking Tally::ranking(std::size_t draws) const {
  const auto n = alternatives_;
  const double whole = static_cast<double>(kWhole) * static_cast<double>(draws);
  Ranking result;
  result.alternatives = n;
  for (const auto count : ranks_) {
    result.acceptability.push_back(static_cast<double>(count) / whole);
  }
  result.ahead.assign(n * n, 0.5);
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      const double share =
          static_cast<double>(ahead_[a * n + b]) / (2 * static_cast<double>(draws));
      result.ahead[a * n + b] = share;
      result.ahead[b * n + a] = 1 - share;
    }
  }
  for (std::size_t a = 0; a < n; ++a) {
    auto& weights = result.central_weights.emplace_back();
    const double times_first = result.first(a) * static_cast<double>(draws);
    if (times_first <= 0) continue;
    for (const double sum : weights_[a]) weights.push_back(sum / times_first);
  }
  result.confidence.resize(n);
  return result;
}

double share_of_first(std::span<const double> values, std::size_t alternative) {
  const double best = *std::ranges::max_element(values);
  if (values[alternative] < best) return 0;
  return 1.0 / static_cast<double>(std::ranges::count(values, best));
}

}  // namespace varde::decision
