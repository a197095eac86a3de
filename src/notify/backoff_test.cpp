#include "notify/backoff.hpp"

#include <set>

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace varde::notify {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

TEST(Backoff, DoublesFromFiveSecondsToAnHour) {
  for (std::uint64_t id = 1; id < 200; ++id) {
    EXPECT_GE(pause_after(id, 1), seconds{5});
    EXPECT_LE(pause_after(id, 1), Duration{6'250});
    EXPECT_GE(pause_after(id, 4), seconds{40});
    EXPECT_LE(pause_after(id, 4), seconds{50});
    EXPECT_GE(pause_after(id, 19), hours{1});
    EXPECT_LE(pause_after(id, 19), std::chrono::minutes{75});
  }
}

TEST(Backoff, IsTheSameForTheSameMessageAndSpreadsDifferentOnes) {
  std::set<Duration> pauses;
  for (std::uint64_t id = 1; id <= 100; ++id) {
    EXPECT_EQ(pause_after(id, 3), pause_after(id, 3));
    pauses.insert(pause_after(id, 3));
  }
  EXPECT_GT(pauses.size(), 80U);
}

TEST(Backoff, GivesUpAfterTheLastAttemptHalfADayLater) {
  Instant now{};
  int attempts = 1;
  while (const auto next = next_attempt(7, attempts, now)) {
    now = *next;
    ++attempts;
  }
  EXPECT_EQ(attempts, limits::kOutboxAttempts);
  EXPECT_GT(now.time_since_epoch(), hours{8});
  EXPECT_LT(now.time_since_epoch(), hours{16});
}

}  // namespace
}  // namespace varde::notify
