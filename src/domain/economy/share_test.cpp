#include "domain/economy/share.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::economy {
namespace {

Money sum(const std::vector<Money>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Money{});
}

/// Between 1 and 40 municipalities with distinct numbers and 0 to 700,000 inhabitants, not all
/// zero.
Basis any_basis() {
  Basis basis;
  const auto count = *rc::gen::inRange(1, 40);
  for (int i = 0; i < count; ++i) {
    basis.municipalities.push_back(1'000 + i);
    basis.inhabitants.push_back(*rc::gen::inRange<std::int64_t>(0, 700'000));
  }
  basis.inhabitants[0] += 1;
  return basis;
}

Key mix(std::int64_t flat) {
  return {"mix", {{Measure::flat, "", flat}, {Measure::inhabitants, "", 10'000 - flat}}, {}, {}};
}

TEST(Apportion, GivesLeftOverOreToTheLargestRemaindersThenTheLowestRank) {
  const std::vector<std::int64_t> weights{1, 1, 1};
  const std::vector<int> ranks{30, 10, 20};
  const auto parts = apportion(Money::ore(11), weights, ranks);
  EXPECT_EQ(parts, (std::vector{Money::ore(3), Money::ore(4), Money::ore(4)}));
  EXPECT_EQ(sum(apportion(Money::ore(-11), weights, ranks)), Money::ore(-11));
}

TEST(Split, FortySixtyCutsThePotFirst) {
  const Basis basis{{1, 2}, {100, 300}, {}, {}, {}};
  const auto parts = split(Money::kroner(1'000), mix(4'000), basis).value();
  EXPECT_EQ(parts[0], Money::kroner(200 + 150));
  EXPECT_EQ(parts[1], Money::kroner(200 + 450));
}

TEST(Split, MinimumAndCapMoveTheRestInProportion) {
  const Basis basis{{1, 2, 3}, {100, 300, 600}, {}, {}, {}};
  auto key = mix(0);
  key.minimum = Money::kroner(150);
  key.cap = Money::kroner(500);
  const auto parts = split(Money::kroner(1'000), key, basis).value();
  EXPECT_EQ(parts[0], Money::kroner(150));
  EXPECT_EQ(parts[1], Money::kroner(350));
  EXPECT_EQ(parts[2], Money::kroner(500));
}

TEST(Split, RefusesWhatCannotBeShared) {
  const Basis basis{{1, 2}, {0, 0}, {}, {}, {{"users", {0, 5}}}};
  EXPECT_FALSE(split(Money::kroner(1), mix(5'000), basis));
  const Key alarms{"alarms", {{Measure::usage, "alarms", 10'000}}, {}, {}};
  EXPECT_EQ(split(Money::kroner(1), alarms, basis).error().message,
            "key 'alarms' goes by 'alarms', which no file gives");
  const Key tight{"tight", {{Measure::flat, "", 10'000}}, {}, Money::kroner(10)};
  EXPECT_FALSE(split(Money::kroner(21), tight, basis));
  EXPECT_TRUE(split(Money::kroner(20), tight, basis));
}

RC_GTEST_PROP(SplitProperty, PartsSumToTheTotal, ()) {
  const auto basis = any_basis();
  const auto total = Money::ore(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 100'000'000'000));
  const auto key = mix(*rc::gen::inRange<std::int64_t>(0, 10'001));
  RC_ASSERT(sum(split(total, key, basis).value()) == total);
}

RC_GTEST_PROP(SplitProperty, BoundsHoldAndPartsSumToTheTotal, ()) {
  const auto basis = any_basis();
  const auto count = static_cast<std::int64_t>(basis.size());
  const auto total = Money::ore(*rc::gen::inRange<std::int64_t>(100'000, 100'000'000'000));
  auto key = mix(1'000);
  key.minimum = scale(total, *rc::gen::inRange<std::int64_t>(0, 100), 100 * count);
  key.cap = scale(total, *rc::gen::inRange<std::int64_t>(101, 400), 100 * count) + Money::ore(1);
  const auto parts = split(total, key, basis);
  RC_ASSERT(parts.ok());
  RC_ASSERT(sum(*parts) == total);
  for (const auto part : *parts) {
    RC_ASSERT(part >= *key.minimum);
    RC_ASSERT(part <= *key.cap);
  }
}

RC_GTEST_PROP(SplitProperty, OrderOfMunicipalitiesDoesNotMatter, ()) {
  const auto basis = any_basis();
  const auto total = Money::ore(*rc::gen::inRange<std::int64_t>(0, 100'000'000'000));
  const auto key = mix(4'000);
  auto reversed = basis;
  std::ranges::reverse(reversed.municipalities);
  std::ranges::reverse(reversed.inhabitants);
  auto parts = split(total, key, reversed).value();
  std::ranges::reverse(parts);
  RC_ASSERT(parts == split(total, key, basis).value());
}

RC_GTEST_PROP(SplitProperty, MoreInhabitantsNeverPayLessUnderAnInhabitantKey, ()) {
  const auto basis = any_basis();
  const auto total = Money::ore(*rc::gen::inRange<std::int64_t>(0, 100'000'000));
  const auto parts = split(total, mix(*rc::gen::inRange<std::int64_t>(0, 10'000)), basis).value();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t j = 0; j < parts.size(); ++j) {
      if (basis.inhabitants[i] > basis.inhabitants[j]) RC_ASSERT(parts[i] >= parts[j]);
    }
  }
}

RC_GTEST_PROP(SplitProperty, AKeyWithWeightOneIsThePureKey, ()) {
  const auto basis = any_basis();
  const auto total = Money::ore(*rc::gen::inRange<std::int64_t>(0, 100'000'000'000));
  RC_ASSERT(split(total, mix(0), basis).value() ==
            apportion(total, basis.inhabitants, basis.municipalities));
}

RC_GTEST_PROP(SplitProperty, FloatingPointAgreesWithTheExactSplit, ()) {
  const auto basis = any_basis();
  const auto total = Money::ore(*rc::gen::inRange<std::int64_t>(1'000'000, 100'000'000'000));
  const auto count = static_cast<std::int64_t>(basis.size());
  auto key = mix(2'000);
  key.minimum = scale(total, 1, 2 * count);
  key.cap = scale(total, 2, count);
  const auto exact = split(total, key, basis).value();
  const auto people = std::accumulate(basis.inhabitants.begin(), basis.inhabitants.end(), 0.0);
  std::vector<double> shares;
  for (const auto inhabitants : basis.inhabitants) {
    shares.push_back(0.2 / static_cast<double>(count) +
                     0.8 * static_cast<double>(inhabitants) / people);
  }
  std::vector<double> parts(shares.size());
  split_bounded(total.in_kroner(), shares, key.minimum->in_kroner(), key.cap->in_kroner(), parts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    RC_ASSERT(std::abs(parts[i] - exact[i].in_kroner()) < 1.0);
  }
}

}  // namespace
}  // namespace varde::economy
