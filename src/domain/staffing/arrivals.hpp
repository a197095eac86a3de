#pragma once

#include <cstdint>
#include <vector>

#include "domain/staffing/demand.hpp"

namespace varde::staffing {

constexpr double kDay_s = 86'400.0;
constexpr double kYear_s = 365.0 * kDay_s;
/// A simulated year starts with a day that is not counted, so that it does not start empty.
constexpr double kWarmUp_s = kDay_s;

struct Arrival {
  double at_s = 0;    ///< of the year; from -kWarmUp_s to kYear_s
  double work_s = 0;  ///< what it will take
  std::uint32_t kind = 0;
};

/// The hour of the week a time of a simulated year falls in. Years begin on Monday, Tuesday ... in
/// turn.
std::size_t hour_of_week(double at_s, std::uint32_t year);

/// Makes the arrivals of one year: a Poisson process whose rate changes every hour, and bursts.
/// What each will take is drawn with it, so that alternatives meet the same alarms.
class ArrivalSource {
 public:
  /// `first_kind` is put on each arrival's kind; `purpose` names the source's random numbers.
  ArrivalSource(const Demand& demand, std::uint32_t first_kind, std::uint32_t purpose);

  /// Adds the year's arrivals to `into`, which then is in time order if it was.
  void add_year(std::uint64_t seed, std::uint32_t year, std::vector<Arrival>& into) const;

 private:
  struct Size {
    double mu = 0, sigma = 0;  ///< of the logarithm
  };
  static Size lognormal(double mean, double deviation);
  double work(std::size_t kind, class RandomStream& random) const;
  void add_steady(class RandomStream& random, std::uint32_t year, std::vector<Arrival>& into) const;
  void add_bursts(class RandomStream& random, std::vector<Arrival>& into) const;

  Demand demand_;
  std::uint32_t first_kind_, purpose_;
  HourOfWeek total_{};             ///< arrivals an hour
  std::vector<HourOfWeek> below_;  ///< share of the hour's arrivals of this kind or one before
  std::vector<Size> handling_;     ///< by kind
  std::vector<Size> homes_;        ///< by burst
};

}  // namespace varde::staffing
