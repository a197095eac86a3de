#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace varde::staffing {

constexpr std::size_t kMostTargets = 6;

/// Waiting times in bins of one second up to 32 s and of 1/32 of the octave above, up to 36 hours.
class WaitHistogram {
 public:
  void add(double wait_s) { ++bins_[bin(wait_s)]; }
  void add(const WaitHistogram& other);
  void clear() { bins_.fill(0); }
  std::uint64_t count() const;
  /// The time that the share `p` of all are answered within, in seconds, even inside a bin; 0 when
  /// nothing was counted. Those who did not wait at all are a bin of their own.
  double quantile(double p) const;
  /// Share answered within; exact at the ends of bins.
  double within(double wait_s) const;

 private:
  static constexpr std::size_t kSub = 32, kOctaves = 12;
  static constexpr std::size_t kBins = 1 + kSub * (kOctaves + 1);
  static std::size_t bin(double wait_s);
  static double lower(std::size_t bin);

  std::array<std::uint32_t, kBins> bins_{};
};

/// What became of one kind's alarms in one year.
struct KindTally {
  std::uint64_t answered = 0;
  std::uint64_t waited = 0;         ///< answered, but nobody was free at once
  std::uint64_t pressed_again = 0;  ///< attempts after the first
  std::uint64_t lost = 0;           ///< left the line and did not come back
  std::uint64_t interrupted = 0;    ///< times work on them was laid down
  std::array<std::uint64_t, kMostTargets> within{};
  double wait_s = 0;     ///< sum, from the first press to the answer
  double longest_s = 0;  ///< wait
  double work_s = 0;     ///< sum of handling
};

/// What a year of a centre came to. Alarms are counted in the year they came.
struct YearTally {
  std::vector<double> targets_s;  ///< what KindTally::within counts
  std::vector<KindTally> kinds;
  std::vector<WaitHistogram> waits;         ///< by kind
  std::array<WaitHistogram, 24> by_hour{};  ///< of kinds where `hourly` is set
  std::vector<bool> hourly;
  double reserve_work_s = 0;

  YearTally(std::span<const double> targets, std::vector<bool> hourly_kinds);
  void clear();
  void answered(std::uint32_t kind, std::size_t hour_of_day, double wait, double work);
};

}  // namespace varde::staffing
