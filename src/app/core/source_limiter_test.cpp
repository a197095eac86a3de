#include "app/core/source_limiter.hpp"

#include <gtest/gtest.h>

namespace varde::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

int admitted(SourceLimiter& limiter, std::string_view address, SourceLimiter::Time now, int tries) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += limiter.admit(address, now) ? 1 : 0;
  return count;
}

const SourceLimiter::Time kStart{seconds{1'000}};
constexpr int kBurst = static_cast<int>(limits::kSourceSignalsBurst);
constexpr int kPerSecond = static_cast<int>(limits::kSourceSignalsPerSecond);

TEST(SourceLimiter, LetsABurstThroughThenTheSustainedRate) {
  SourceLimiter limiter;
  EXPECT_EQ(admitted(limiter, "scaip:1", kStart, 10'000), kBurst);
  EXPECT_EQ(admitted(limiter, "scaip:1", kStart + seconds{1}, 10'000), kPerSecond);
}

TEST(SourceLimiter, OneSourceDoesNotCostAnother) {
  SourceLimiter limiter;
  admitted(limiter, "scaip:1", kStart, 10'000);
  EXPECT_TRUE(limiter.admit("scaip:2", kStart));
}

TEST(SourceLimiter, SustainedRateHoldsAcrossGenerations) {
  SourceLimiter limiter;
  int count = 0;
  for (int ms = 0; ms < 60'000; ms += 10)
    count += admitted(limiter, "scaip:1", kStart + milliseconds{ms}, 5);
  EXPECT_LE(count, kBurst + 60 * kPerSecond);
  EXPECT_GE(count, 60 * kPerSecond);
}

TEST(SourceLimiter, ForgetsSourcesThatRest) {
  SourceLimiter limiter;
  for (int i = 0; i < 1'000; ++i) limiter.admit(std::to_string(i), kStart);
  EXPECT_EQ(limiter.sources(), 1'000U);
  limiter.admit("x", kStart + seconds{60});
  EXPECT_EQ(limiter.sources(), 1U);
}

TEST(SourceLimiter, TracksABoundedNumberAndLetsTheRestThrough) {
  SourceLimiter limiter{10};
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(limiter.admit(std::to_string(i), kStart));
  EXPECT_EQ(limiter.sources(), 10U);
}

}  // namespace
}  // namespace varde::app
