#include "domain/economy/spread.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "base/assert.hpp"

namespace varde::economy {
namespace {

/// As many side by side as vector instructions like; put together in a stated order.
constexpr std::size_t kLanes = 8;
constexpr double kOutOfRange = 1e100;

template <class Step, class Join>
double fold(std::span<const double> values, double start, const Step& step, const Join& join) {
  std::array<double, kLanes> lanes;
  lanes.fill(start);
  const double* value = values.data();
  const auto whole = values.size() / kLanes * kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      lanes[lane] = step(lanes[lane], value[i + lane]);
    }
  }
  for (std::size_t i = whole; i < values.size(); ++i) lanes[0] = step(lanes[0], value[i]);
  double result = lanes[0];
  for (std::size_t lane = 1; lane < kLanes; ++lane) result = join(result, lanes[lane]);
  return result;
}

template <class Term>
double sum_of(std::span<const double> values, const Term& term) {
  return fold(
      values, 0.0, [&](double sum, double value) { return sum + term(value); }, std::plus{});
}

/// Which value stands at a place when the values are sorted: counts values in equal steps from
/// least to most, then sorts only the step that holds the place.
class Ranks {
 public:
  Ranks(std::span<const double> values, double least, double most)
      : values_(values), steps_(values.size()) {
    const double scale = most > least ? kSteps / (most - least) : 0.0;
    const double* value = values.data();
    std::uint16_t* step = steps_.data();
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto one = static_cast<std::int32_t>((value[i] - least) * scale);
      step[i] = static_cast<std::uint16_t>(std::min(kSteps - 1, one));
    }
    std::uint32_t* count = counts_.data();
    for (std::size_t i = 0; i < values.size(); ++i) ++count[step[i]];
  }

  double percentile(double p) {
    const double place = p * static_cast<double>(values_.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double part = place - static_cast<double>(below);
    const double low = at(below);
    return part == 0.0 ? low : low + part * (at(below + 1) - low);
  }

 private:
  static constexpr std::int32_t kSteps = 2048;
  static constexpr std::size_t kGroup = 64;  ///< steps compared side by side

  double at(std::size_t place) {
    std::size_t one = 0;
    std::size_t before = 0;
    while (before + counts_[one] <= place) before += counts_[one++];
    if (one != sorted_) {
      sorted_ = one;
      collect(static_cast<std::uint16_t>(one));
      std::ranges::sort(members_);
    }
    return members_[place - before];
  }

  void collect(std::uint16_t wanted) {
    members_.clear();
    for (std::size_t first = 0; first < steps_.size(); first += kGroup) {
      const auto count = std::min(kGroup, steps_.size() - first);
      const std::uint16_t* step = steps_.data() + first;
      if (count == kGroup) {
        std::uint16_t hit = 0;
        for (std::size_t i = 0; i < kGroup; ++i) hit |= step[i] == wanted ? 1 : 0;
        if (hit == 0) continue;
      }
      for (std::size_t i = 0; i < count; ++i) {
        if (step[i] == wanted) members_.push_back(values_[first + i]);
      }
    }
  }

  std::span<const double> values_;
  std::vector<std::uint16_t> steps_;  ///< of each value
  std::array<std::uint32_t, kSteps> counts_{};
  std::size_t sorted_ = kSteps;  ///< the step that members_ holds
  std::vector<double> members_;
};

}  // namespace

std::optional<Spread> spread_of(std::span<const double> values) {
  VARDE_ASSERT(!values.empty() && values.size() <= std::numeric_limits<std::uint32_t>::max());
  Spread spread;
  const auto count = static_cast<double>(values.size());
  spread.mean = sum_of(values, [](double value) { return value; }) / count;
  const auto square = [mean = spread.mean](double value) {
    return (value - mean) * (value - mean);
  };
  spread.deviation = std::sqrt(sum_of(values, square) / count);
  // One value out of range shows in one of the two, and so does what is not a number.
  if (!(std::abs(spread.mean) < kOutOfRange && spread.deviation < kOutOfRange)) return {};
  spread.above_zero = sum_of(values, [](double value) { return value > 0 ? 1.0 : 0.0; }) / count;
  const auto lesser = [](double one, double other) { return other < one ? other : one; };
  const auto greater = [](double one, double other) { return one < other ? other : one; };
  Ranks ranks(values, fold(values, values.front(), lesser, lesser),
              fold(values, values.front(), greater, greater));
  spread.p10 = ranks.percentile(0.1);
  spread.p50 = ranks.percentile(0.5);
  spread.p90 = ranks.percentile(0.9);
  return spread;
}

}  // namespace varde::economy
