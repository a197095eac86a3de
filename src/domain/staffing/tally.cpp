#include "domain/staffing/tally.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/assert.hpp"

namespace varde::staffing {

// Bin 0: no wait. Then (0,1], (1,2] ... (31,32] and, for each octave, 32 equal parts.
std::size_t WaitHistogram::bin(double wait_s) {
  if (wait_s <= 0) return 0;
  const auto whole = static_cast<std::uint32_t>(std::ceil(std::min(wait_s, 1e9)));
  if (whole <= kSub) return whole;
  const auto octave = static_cast<std::size_t>(std::bit_width((whole - 1) / kSub)) - 1;
  const auto part = ((whole - 1) >> octave) - kSub;
  return std::min(1 + kSub + octave * kSub + part, kBins - 1);
}

double WaitHistogram::lower(std::size_t bin) {
  if (bin <= kSub + 1) return bin == 0 ? 0.0 : static_cast<double>(bin - 1);
  const auto octave = (bin - 1 - kSub) / kSub;
  const auto part = (bin - 1 - kSub) % kSub;
  return static_cast<double>((kSub + part) << octave);
}

void WaitHistogram::add(const WaitHistogram& other) {
  for (std::size_t i = 0; i < kBins; ++i) bins_[i] += other.bins_[i];
}

std::uint64_t WaitHistogram::count() const {
  std::uint64_t all = 0;
  for (const auto bin : bins_) all += bin;
  return all;
}

double WaitHistogram::quantile(double p) const {
  const auto all = static_cast<double>(count());
  double passed = 0;
  for (std::size_t i = 0; i < kBins && all > 0; ++i) {
    if (bins_[i] == 0) continue;
    const double here = bins_[i];
    if (passed + here >= p * all) {
      if (i == 0) return 0;
      const double part = std::max(0.0, p * all - passed) / here;
      return lower(i) + part * (lower(i + 1) - lower(i));
    }
    passed += here;
  }
  return 0;
}

double WaitHistogram::within(double wait_s) const {
  const auto all = static_cast<double>(count());
  if (all == 0) return 1;
  double passed = bins_[0];
  for (std::size_t i = 1; i < kBins && lower(i) < wait_s; ++i) {
    const double part = std::min(1.0, (wait_s - lower(i)) / (lower(i + 1) - lower(i)));
    passed += part * bins_[i];
  }
  return passed / all;
}

YearTally::YearTally(std::span<const double> targets, std::vector<bool> hourly_kinds)
    : targets_s(targets.begin(), targets.end()),
      kinds(hourly_kinds.size()),
      waits(hourly_kinds.size()),
      hourly(std::move(hourly_kinds)) {
  VARDE_ASSERT(targets_s.size() <= kMostTargets);
}

void YearTally::clear() {
  std::ranges::fill(kinds, KindTally{});
  for (auto& one : waits) one.clear();
  for (auto& one : by_hour) one.clear();
  reserve_work_s = 0;
}

void YearTally::answered(std::uint32_t kind, std::size_t hour_of_day, double wait, double work) {
  auto& tally = kinds[kind];
  ++tally.answered;
  tally.work_s += work;
  waits[kind].add(wait);
  if (hourly[kind]) by_hour[hour_of_day].add(wait);
  if (wait > 0) {
    ++tally.waited;
    tally.wait_s += wait;
    tally.longest_s = std::max(tally.longest_s, wait);
  }
  for (std::size_t t = 0; t < targets_s.size(); ++t) tally.within[t] += wait <= targets_s[t];
}

}  // namespace varde::staffing
