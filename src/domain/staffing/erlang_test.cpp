#include "domain/staffing/erlang.hpp"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::staffing {
namespace {

using ::testing::HasSubstr;

// Traffic that gives 1 % blocking, from the ITU-D Teletraffic Engineering Handbook's Erlang B
// table.
TEST(ErlangB, AgreesWithThePublishedTable) {
  EXPECT_NEAR(erlang_b(1, 0.0101), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(5, 1.361), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(10, 4.461), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(20, 12.03), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(100, 84.06), 0.01, 1e-4);
}

// Textbook values of the M/M/c delay probability.
TEST(ErlangC, AgreesWithPublishedValues) {
  EXPECT_NEAR(erlang_c(1, 0.8), 0.8, 1e-12);
  EXPECT_NEAR(erlang_c(2, 1.0), 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(erlang_c(3, 2.0), 4.0 / 9.0, 1e-12);
  EXPECT_NEAR(erlang_c(5, 4.0), 0.5541, 5e-5);
  EXPECT_NEAR(erlang_c(10, 8.0), 0.4092, 5e-5);
  EXPECT_NEAR(erlang_c(50, 40.0), 0.0870, 5e-5);
}

// Operators for 97.5 % in 60 s and 90 % in 10 s at 3,000, 10,000 and 30,000 users with three alarms
// a month each, at the peak (1.8 x the mean) and by night (0.4 x).
TEST(ErlangC, SizesTheCentresOfTheReferenceTable) {
  struct Row {
    double per_hour, handling_s;
    int in_60, in_10;
  };
  for (const auto& row :
       {Row{22.2, 150, 4, 3}, Row{22.2, 240, 5, 4}, Row{4.9, 150, 2, 2}, Row{4.9, 240, 3, 2},
        Row{74, 150, 7, 6}, Row{74, 240, 10, 9}, Row{16.4, 150, 3, 3}, Row{16.4, 240, 4, 4},
        Row{222, 150, 14, 14}, Row{222, 240, 21, 21}, Row{49, 150, 5, 5}, Row{49, 240, 7, 7}}) {
    const double load = row.per_hour / 3'600 * row.handling_s;
    EXPECT_EQ(operators_for({load, row.handling_s, 60}, 0.975).value(), row.in_60) << row.per_hour;
    EXPECT_EQ(operators_for({load, row.handling_s, 10}, 0.90).value(), row.in_10) << row.per_hour;
  }
  EXPECT_EQ(operators_for({4.9, 240, 60}, 0.975).value(), 10);
}

// When people leave as fast as they are served the number in the centre is Poisson.
TEST(ErlangA, IsPoissonWhenPatienceIsHandlingTime) {
  const double load = 3.0;
  const int operators = 4;
  double fewer = 0, term = std::exp(-load), line = 0;
  for (int k = 0; k < 60; ++k) {
    if (k < operators) fewer += term;
    if (k > operators) line += term * (k - operators);
    term *= load / (k + 1);
  }
  const auto queue = erlang_a_queue(operators, {load, 200, 60}, 200).value();
  EXPECT_NEAR(queue.waits, 1 - fewer, 1e-9);
  EXPECT_NEAR(queue.leaves, line / load, 1e-9);
  EXPECT_NEAR(queue.mean_wait_s, line / load * 200, 1e-6);
  EXPECT_NEAR(queue.occupancy * operators, load - line, 1e-9);
}

TEST(ErlangA, EveryoneIsAnsweredOrLeaves) {
  const auto queue = erlang_a_queue(3, {5.0, 180, 36'000}, 90).value();
  EXPECT_NEAR(queue.within, 1 - queue.leaves, 1e-6);
}

TEST(ErlangA, RetrialMakesEverybodyServed) {
  const auto retrial = erlang_a_retrial(4, {3.2, 180, 60}, 120).value();
  EXPECT_GT(retrial.attempts, 1.0);
  EXPECT_NEAR(retrial.attempts * (1 - retrial.attempt.leaves), 1.0, 1e-9);
  EXPECT_NEAR(retrial.attempt.occupancy, 3.2 / 4, 1e-9);
}

TEST(ErlangA, RetrialIsNoReliefForAnOverloadedCentre) {
  const auto retrial = erlang_a_retrial(4, {4.5, 180, 60}, 120);
  ASSERT_FALSE(retrial);
  EXPECT_THAT(retrial.error().message, HasSubstr("grows without bound; 5 operators stop it"));
  EXPECT_TRUE(erlang_a_queue(4, {4.5, 180, 60}, 120));
}

TEST(Erlang, RefusesWhatCannotBeSized) {
  EXPECT_FALSE(operators_for({0, 240, 60}, 0.9));
  EXPECT_FALSE(operators_for({5, 240, 60}, 1.0));
  EXPECT_FALSE(operators_for({2'000, 240, 60}, 0.9));
}

RC_GTEST_PROP(ErlangProperties, PatienceWithoutEndIsErlangC, ()) {
  const double load = *rc::gen::inRange(10, 2'000) / 100.0;
  const int operators = operators_to_be_steady(load) + *rc::gen::inRange(0, 6);
  RC_PRE(operators - load > 0.2);
  const Demanded demanded{load, 200, static_cast<double>(*rc::gen::inRange(0, 300))};
  const auto steady = erlang_c_queue(operators, demanded);
  const auto patient = erlang_a_queue(operators, demanded, 1e9).value();
  RC_ASSERT(std::abs(patient.waits - steady.waits) < 1e-4);
  RC_ASSERT(std::abs(patient.within - steady.within) < 1e-4);
  RC_ASSERT(std::abs(patient.mean_wait_s - steady.mean_wait_s) < 5e-3 * (1 + steady.mean_wait_s));
}

RC_GTEST_PROP(ErlangProperties, OneOperatorMoreIsNeverWorse, ()) {
  const double load = *rc::gen::inRange(1, 5'000) / 100.0;
  const int operators = operators_to_be_steady(load) + *rc::gen::inRange(0, 10);
  const Demanded demanded{load, 180, 60};
  RC_ASSERT(erlang_c_queue(operators + 1, demanded).within >=
            erlang_c_queue(operators, demanded).within);
  RC_ASSERT(erlang_a_queue(operators + 1, demanded, 120)->leaves <=
            erlang_a_queue(operators, demanded, 120)->leaves);
}

RC_GTEST_PROP(ErlangProperties, TheNumberIsTheFirstThatReachesTheTarget, ()) {
  const Demanded demanded{*rc::gen::inRange(1, 3'000) / 100.0, 200, 60};
  const double target = *rc::gen::inRange(50, 999) / 1'000.0;
  const int operators = operators_for(demanded, target).value();
  RC_ASSERT(erlang_c_queue(operators, demanded).within >= target);
  if (operators > operators_to_be_steady(demanded.load)) {
    RC_ASSERT(erlang_c_queue(operators - 1, demanded).within < target);
  }
}

}  // namespace
}  // namespace varde::staffing
