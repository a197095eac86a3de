#include "domain/staffing/centre.hpp"

#include <gtest/gtest.h>

// One centre with a few alarms at known times: who is answered when.
namespace varde::staffing {
namespace {

Kind person(int priority = 2) {
  Kind kind;
  kind.name = "alarm";
  kind.priority = priority;
  return kind;
}
Kind technical() {
  Kind kind;
  kind.name = "technical";
  kind.technical = true;
  kind.priority = 5;
  kind.interruptible = true;
  return kind;
}

YearTally serve(const std::vector<Kind>& kinds, const WeekPlan& plan, const Reserve& reserve,
                const std::vector<Arrival>& arrivals) {
  YearTally tally(std::vector<double>{60, 180}, std::vector<bool>(kinds.size(), true));
  Centre(kinds, plan, reserve).run(arrivals, 1, 0, tally);
  return tally;
}

TEST(Centre, TheSecondWaitsForTheFirst) {
  const auto tally = serve({person()}, WeekPlan::steady(1), {}, {{100, 90, 0}, {120, 50, 0}});
  EXPECT_EQ(tally.kinds[0].answered, 2U);
  EXPECT_EQ(tally.kinds[0].waited, 1U);
  EXPECT_DOUBLE_EQ(tally.kinds[0].wait_s, 70);
  EXPECT_EQ(tally.kinds[0].within[0], 1U);
  EXPECT_EQ(tally.kinds[0].within[1], 2U);
  EXPECT_DOUBLE_EQ(tally.kinds[0].work_s, 140);
}

TEST(Centre, TwoAnswerAtOnce) {
  const auto tally = serve({person()}, WeekPlan::steady(2), {}, {{100, 90, 0}, {120, 50, 0}});
  EXPECT_EQ(tally.kinds[0].waited, 0U);
}

TEST(Centre, TheMoreUrgentGoesFirst) {
  const auto tally = serve({person(3), person(1)}, WeekPlan::steady(1), {},
                           {{0, 100, 0}, {10, 100, 0}, {20, 100, 1}});
  EXPECT_DOUBLE_EQ(tally.kinds[1].wait_s, 80);
  EXPECT_DOUBLE_EQ(tally.kinds[0].wait_s, 190);
}

TEST(Centre, TechnicalWorkIsLaidDownAndTakenUpAgain) {
  const auto tally = serve({person(), technical()}, WeekPlan::steady(1), {},
                           {{0, 300, 1}, {100, 60, 0}, {350, 10, 1}});
  EXPECT_EQ(tally.kinds[0].waited, 0U);
  EXPECT_EQ(tally.kinds[1].interrupted, 1U);
  EXPECT_DOUBLE_EQ(tally.kinds[1].wait_s, 10);  // the rest of 200 s is done from 160 to 360
}

TEST(Centre, AShiftThatEndsFinishesAndTakesNoMore) {
  const std::vector<Shift> shifts{{"all", 0x7F, 0, 0, 1}, {"early", 0x7F, 0, 60, 1}};
  // At 01:00 two are busy and one shift ends: the next alarm waits for the second of them.
  const auto tally =
      serve({person()}, WeekPlan(shifts), {}, {{3'500, 200, 0}, {3'550, 300, 0}, {3'610, 10, 0}});
  EXPECT_DOUBLE_EQ(tally.kinds[0].wait_s, 3'850 - 3'610);
}

TEST(Centre, AShiftThatBeginsTakesThoseWhoWait) {
  const std::vector<Shift> shifts{{"all", 0x7F, 0, 0, 1}, {"late", 0x7F, 60, 0, 1}};
  const auto tally =
      serve({person()}, WeekPlan(shifts), {}, {{3'500, 900, 0}, {3'550, 10, 0}, {3'560, 10, 0}});
  EXPECT_DOUBLE_EQ(tally.kinds[0].wait_s, 50 + 50);  // answered at 3,600 and 3,610
}

TEST(Centre, TheReserveAnswersAfterItsTime) {
  Reserve reserve;
  reserve.persons = 1;
  reserve.own_occupancy = 0;
  reserve.after_s = 30;
  const auto tally = serve({person(), technical()}, WeekPlan::steady(1), reserve,
                           {{0, 1'000, 0}, {10, 100, 0}, {20, 100, 0}, {25, 10, 1}});
  EXPECT_DOUBLE_EQ(tally.kinds[0].wait_s, 30 + 120);  // the reserve at 40, and again at 140
  EXPECT_DOUBLE_EQ(tally.reserve_work_s, 200);
  EXPECT_DOUBLE_EQ(tally.kinds[1].wait_s, 975);  // technical alarms are not the reserve's
}

TEST(Centre, WhoLosesPatienceComesBackAndIsCountedFromTheFirstPress) {
  auto kind = person();
  kind.patience_s = 1e-6;
  kind.retry_s = 1e-6;
  const auto tally = serve({kind}, WeekPlan::steady(1), {}, {{0, 0.001, 0}, {0.0001, 1, 0}});
  EXPECT_EQ(tally.kinds[0].answered, 2U);
  EXPECT_GT(tally.kinds[0].pressed_again, 10U);
  EXPECT_NEAR(tally.kinds[0].wait_s, 0.0009, 0.0001);
  EXPECT_EQ(tally.kinds[0].lost, 0U);
}

TEST(Centre, WarmUpIsServedAndNotCounted) {
  const auto tally = serve({person()}, WeekPlan::steady(1), {}, {{-50, 100, 0}, {10, 10, 0}});
  EXPECT_EQ(tally.kinds[0].answered, 1U);
  EXPECT_DOUBLE_EQ(tally.kinds[0].wait_s, 40);
}

TEST(WaitHistogram, QuantilesAreWithinABin) {
  WaitHistogram waits;
  for (int i = 1; i <= 10'000; ++i) waits.add(i);
  EXPECT_NEAR(waits.quantile(0.5), 5'000, 5'000 / 32.0);
  EXPECT_NEAR(waits.quantile(0.999), 9'990, 9'990 / 32.0);
  EXPECT_NEAR(waits.within(60), 0.006, 1e-9);
  EXPECT_NEAR(waits.within(180), 0.018, 1e-9);
  for (int i = 0; i < 30'000; ++i) waits.add(0);
  EXPECT_EQ(waits.quantile(0.74), 0);
  EXPECT_GT(waits.quantile(0.76), 0);
}

}  // namespace
}  // namespace varde::staffing
