#include "domain/staffing/arrivals.hpp"

#include <algorithm>
#include <cmath>

#include "base/assert.hpp"
#include "domain/staffing/random_stream.hpp"

namespace varde::staffing {
namespace {

constexpr double kHour_s = 3'600.0;
constexpr std::uint32_t kBursts = 0x80000000;  ///< the purpose of a source's bursts
constexpr double kMostHomes = 100'000;

bool earlier(const Arrival& a, const Arrival& b) { return a.at_s < b.at_s; }

}  // namespace

std::size_t hour_of_week(double at_s, std::uint32_t year) {
  const auto hour = static_cast<long>(std::floor(at_s / kHour_s)) + 24L * (year % 7);
  return static_cast<std::size_t>((hour + 168) % 168);
}

ArrivalSource::Size ArrivalSource::lognormal(double mean, double deviation) {
  if (mean <= 0) return {};
  const double relative = deviation / mean;
  const double variance = std::log1p(relative * relative);
  return {std::log(mean) - variance / 2.0, std::sqrt(variance)};
}

ArrivalSource::ArrivalSource(const Demand& demand, std::uint32_t first_kind, std::uint32_t purpose)
    : demand_(demand), first_kind_(first_kind), purpose_(purpose), below_(demand.kinds.size()) {
  VARDE_ASSERT(!demand.kinds.empty());
  for (std::size_t k = 0; k < demand_.kinds.size(); ++k) {
    for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
      total_[hour] += rate(demand_.kinds[k], hour);
      below_[k][hour] = total_[hour];
    }
    const auto& handling = demand_.kinds[k].handling;
    handling_.push_back(lognormal(handling.mean_s, handling.deviation_s));
  }
  for (auto& kind : below_) {
    for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
      kind[hour] = total_[hour] > 0 ? kind[hour] / total_[hour] : 1.0;
    }
  }
  for (const auto& burst : demand_.bursts) {
    homes_.push_back(lognormal(burst.homes_mean, burst.homes_deviation));
  }
}

double ArrivalSource::work(std::size_t kind, RandomStream& random) const {
  const auto& handling = demand_.kinds[kind].handling;
  switch (handling.shape) {
    case Handling::Shape::exponential:
      return handling.mean_s * random.exponential();
    case Handling::Shape::lognormal:
      return std::exp(handling_[kind].mu + handling_[kind].sigma * random.normal());
    case Handling::Shape::measured:
      return handling.sample[static_cast<std::size_t>(random.uniform() *
                                                      static_cast<double>(handling.sample.size()))];
    case Handling::Shape::constant:
      break;
  }
  return handling.mean_s;
}

void ArrivalSource::add_steady(RandomStream& random, std::uint32_t year,
                               std::vector<Arrival>& into) const {
  double left = random.exponential();  // until the next arrival, in expected arrivals
  for (double hour_s = -kWarmUp_s; hour_s < kYear_s; hour_s += kHour_s) {
    const auto hour = hour_of_week(hour_s, year);
    const double rate = total_[hour];
    double done = 0;
    while (left < rate - done) {
      done += left;
      std::size_t kind = 0;
      for (const double at = random.uniform();
           kind + 1 < below_.size() && at >= below_[kind][hour];)
        ++kind;
      into.push_back({hour_s + done / rate * kHour_s, work(kind, random),
                      first_kind_ + static_cast<std::uint32_t>(kind)});
      left = random.exponential();
    }
    left -= rate - done;
  }
}

void ArrivalSource::add_bursts(RandomStream& random, std::vector<Arrival>& into) const {
  for (std::size_t b = 0; b < demand_.bursts.size(); ++b) {
    const auto& burst = demand_.bursts[b];
    if (burst.per_year <= 0) continue;
    const double apart = kYear_s / burst.per_year;
    for (double at = -kWarmUp_s + apart * random.exponential(); at < kYear_s;
         at += apart * random.exponential()) {
      const double drawn = std::exp(homes_[b].mu + homes_[b].sigma * random.normal());
      const auto homes = std::llround(std::min(drawn, kMostHomes));
      for (long long home = 0; home < homes; ++home) {
        for (const auto& part : burst.parts) {
          if (random.uniform() >= part.share) continue;
          const double when = at + burst.spread_s * random.uniform();
          const double takes = work(part.kind, random);
          if (when >= kYear_s) continue;
          into.push_back({when, takes, first_kind_ + static_cast<std::uint32_t>(part.kind)});
        }
      }
    }
  }
}

void ArrivalSource::add_year(std::uint64_t seed, std::uint32_t year,
                             std::vector<Arrival>& into) const {
  const auto before = static_cast<std::ptrdiff_t>(into.size());
  RandomStream steady(seed, year, purpose_);
  add_steady(steady, year, into);
  const auto bursts = static_cast<std::ptrdiff_t>(into.size());
  RandomStream irregular(seed, year, purpose_ | kBursts);
  add_bursts(irregular, into);
  std::stable_sort(into.begin() + bursts, into.end(), earlier);
  std::inplace_merge(into.begin() + before, into.begin() + bursts, into.end(), earlier);
  std::inplace_merge(into.begin(), into.begin() + before, into.end(), earlier);
}

}  // namespace varde::staffing
