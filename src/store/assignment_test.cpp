#include "store/assignment.hpp"

#include <gtest/gtest.h>

namespace varde::store {
namespace {

using access::Assignment;

Instant at(int seconds) { return Instant{std::chrono::seconds{seconds}}; }
UserId user(std::uint64_t number) { return UserId(Ulid{number, number}); }

care::Device device_of(std::optional<UserId> whose, std::optional<Instant> from = {},
                       std::optional<Instant> to = {}) {
  care::Device device;
  device.user = whose;
  device.assigned_from = from;
  device.assigned_to = to;
  return device;
}

Assignment period(UserId whose, int from, std::optional<Instant> to = {}) {
  return {whose, std::nullopt, at(from), to};
}

TEST(Assignment, TheFirstStartsWhenSaidOrNow) {
  const auto now = assignment_changes({}, device_of(user(1)), at(5));
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].from, at(5));
  EXPECT_EQ(assignment_changes({}, device_of(user(1), at(3), at(9)), at(5))[0].to, at(9));
  EXPECT_TRUE(assignment_changes({}, device_of({}), at(5)).empty());
}

TEST(Assignment, NothingChangesWhileTheUserStays) {
  EXPECT_TRUE(assignment_changes(period(user(1), 2), device_of(user(1)), at(5)).empty());
  const auto shortened =
      assignment_changes(period(user(1), 2), device_of(user(1), at(2), at(7)), at(5));
  ASSERT_EQ(shortened.size(), 1U);
  EXPECT_EQ(shortened[0].from, at(2));
  EXPECT_EQ(shortened[0].to, at(7));
}

TEST(Assignment, ANewUserEndsTheEarlierPeriodWhereTheNewOneStarts) {
  const auto changes = assignment_changes(period(user(1), 2), device_of(user(2), at(4)), at(5));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].user, user(1));
  EXPECT_EQ(changes[0].to, at(4));
  EXPECT_EQ(changes[1].user, user(2));
  EXPECT_EQ(changes[1].from, at(4));
}

TEST(Assignment, AnEndedPeriodIsLeftAlone) {
  EXPECT_EQ(assignment_changes(period(user(1), 2, at(3)), device_of(user(2)), at(5)).size(), 1U);
  EXPECT_TRUE(assignment_changes(period(user(1), 2, at(3)), device_of({}), at(5)).empty());
}

TEST(Assignment, ACorrectionAtTheSameStartTakesTheEarlierOnesPlace) {
  const auto changes = assignment_changes(period(user(1), 4), device_of(user(2), at(4)), at(5));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].user, user(2));
}

TEST(Assignment, APeriodNeverEndsBeforeItStarts) {
  const auto changes = assignment_changes(period(user(1), 9), device_of({}), at(5));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].to, at(9));
}

}  // namespace
}  // namespace varde::store
