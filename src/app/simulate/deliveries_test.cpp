#include "app/simulate/deliveries.hpp"

#include <gtest/gtest.h>

namespace varde::app::simulate {
namespace {

using namespace std::chrono_literals;

const Deliveries::Time kStart{1h};
const demo::Event kPress{.what = demo::What::pendant};

TEST(Deliveries, AConfirmedMessageIsDone) {
  Deliveries deliveries;
  const auto id = deliveries.add(kPress, kStart).id;
  deliveries.settle(id, true, kStart + 1s);
  EXPECT_EQ(deliveries.unconfirmed(), 0U);
  EXPECT_EQ(deliveries.tally().acknowledged, 1U);
  EXPECT_TRUE(deliveries.due(kStart + 1h).empty());
}

TEST(Deliveries, AnUnconfirmedOneIsSentAgainLaterAndLater) {
  Deliveries deliveries;
  const auto id = deliveries.add(kPress, kStart).id;
  deliveries.settle(id, false, kStart);
  EXPECT_TRUE(deliveries.due(kStart + 4s).empty());
  ASSERT_EQ(deliveries.due(kStart + 5s).size(), 1U);
  deliveries.settle(id, false, kStart + 5s);
  EXPECT_TRUE(deliveries.due(kStart + 14s).empty());
  const auto again = deliveries.due(kStart + 15s);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].id, id);
  EXPECT_EQ(again[0].attempts, 3);
  EXPECT_EQ(deliveries.tally().repeated, 2U);
}

TEST(Deliveries, GivesUpAfterAnHourAndSaysSo) {
  Deliveries deliveries;
  const auto id = deliveries.add(kPress, kStart).id;
  auto now = kStart;
  while (deliveries.unconfirmed() > 0) {
    deliveries.settle(id, false, now);
    now += 60s;
    deliveries.due(now);
  }
  EXPECT_GE(now - kStart, 1h);
  EXPECT_LE(now - kStart, 62min);
  EXPECT_EQ(deliveries.tally().lost, 1U);
}

TEST(Deliveries, AHeartbeatIsNotRepeated) {
  Deliveries deliveries;
  const auto id = deliveries.add({.what = demo::What::heartbeat}, kStart).id;
  deliveries.settle(id, false, kStart);
  EXPECT_TRUE(deliveries.due(kStart + 1h).empty());
  EXPECT_EQ(deliveries.tally().lost, 1U);
}

TEST(Deliveries, AnAnswerForNobodyIsNothing) {
  Deliveries deliveries;
  deliveries.settle(17, true, kStart);
  EXPECT_EQ(deliveries.tally().acknowledged, 0U);
}

}  // namespace
}  // namespace varde::app::simulate
