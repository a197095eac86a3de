#include "engine/onward_time.hpp"

#include <gtest/gtest.h>

namespace varde::engine {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNoon{Duration{1'800'000'000'000}};

TEST(OnwardTime, IsTheWallClockAsLongAsThatGoesForward) {
  OnwardTime time(kNoon, 5s);
  EXPECT_EQ(time.now(kNoon + 1s, 6s), kNoon + 1s);
  EXPECT_EQ(time.now(kNoon + 1h, 7s), kNoon + 1h);
}

TEST(OnwardTime, GoesOnWhenTheWallClockIsSetBack) {
  OnwardTime time(kNoon, 5s);
  EXPECT_EQ(time.now(kNoon - 1h, 6s), kNoon + 1s);
  EXPECT_EQ(time.now(kNoon - 1h + 60s, 66s), kNoon + 61s);
}

TEST(OnwardTime, FollowsTheWallClockAgainOnceItHasCaughtUp) {
  OnwardTime time(kNoon, 0s);
  EXPECT_EQ(time.now(kNoon - 10s, 1s), kNoon + 1s);
  EXPECT_EQ(time.now(kNoon + 30s, 2s), kNoon + 30s);
  EXPECT_EQ(time.now(kNoon + 31s, 3s), kNoon + 31s);
}

TEST(OnwardTime, StartsAfterTheLastEntryEvenWithAClockBehindIt) {
  OnwardTime time(kNoon, 0s);
  EXPECT_EQ(time.now(kNoon - 24h, 0s), kNoon);
}

}  // namespace
}  // namespace varde::engine
