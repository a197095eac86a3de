#include "domain/decision/weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace varde::decision {

WeightRegion::WeightRegion(std::span<const Importance> importance) : order_(importance.size()) {
  VARDE_ASSERT(!importance.empty());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::ranges::stable_sort(order_, std::greater{}, [&](std::size_t c) { return importance[c]; });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (i == 0 || importance[order_[i]] != importance[order_[i - 1]]) classes_.push_back(0);
    ++classes_.back();
  }
}

double WeightRegion::draw(Words& words, std::span<double> weights) const {
  VARDE_ASSERT(weights.size() == size());
  // From the back: the weight at place k is the sum over j >= k of an exponential divided by j, and
  // all weights together sum to the sum of the exponentials.
  double weight = 0;
  double sum = 0;
  std::size_t end = size();
  for (auto count = classes_.rbegin(); count != classes_.rend(); ++count) {
    const std::size_t start = end - *count;
    // The weights of the class in falling order go to its criteria in an order drawn uniformly
    // (Fisher-Yates, inside out).
    for (std::size_t place = end; place-- > start;) {
      const double exponential = -std::log(words.uniform());
      sum += exponential;
      weight += exponential / static_cast<double>(place + 1);
      weights[order_[place]] = weight;
      const auto seen = static_cast<std::uint32_t>(end - place);
      if (seen > 1) {
        const auto other = place + words.below(seen);
        std::swap(weights[order_[place]], weights[order_[other]]);
      }
    }
    end = start;
  }
  return sum;
}

std::vector<double> WeightRegion::centre() const {
  const auto n = size();
  std::vector<double> by_place(n);
  double sum = 0;
  for (std::size_t place = n; place-- > 0;) {
    sum += 1.0 / static_cast<double>(place + 1);
    by_place[place] = sum / static_cast<double>(n);
  }
  std::vector<double> result(n);
  std::size_t start = 0;
  for (const auto count : classes_) {
    const auto first = by_place.begin() + static_cast<std::ptrdiff_t>(start);
    const double mean = std::accumulate(first, first + static_cast<std::ptrdiff_t>(count), 0.0) /
                        static_cast<double>(count);
    for (std::size_t i = start; i < start + count; ++i) result[order_[i]] = mean;
    start += count;
  }
  return result;
}

Range WeightRegion::range(std::span<const double> values) const {
  VARDE_ASSERT(values.size() == size());
  Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  double above = 0;
  std::size_t start = 0;
  std::vector<double> of_class;
  for (const auto count : classes_) {
    of_class.clear();
    for (std::size_t i = start; i < start + count; ++i) of_class.push_back(values[order_[i]]);
    std::ranges::sort(of_class);
    double low = above;
    double high = above;
    for (std::size_t k = 0; k < count; ++k) {
      low += of_class[k];
      high += of_class[count - 1 - k];
      const auto taken = static_cast<double>(start + k + 1);
      range.least = std::min(range.least, low / taken);
      range.most = std::max(range.most, high / taken);
    }
    above = low;
    start += count;
  }
  return range;
}

}  // namespace varde::decision
