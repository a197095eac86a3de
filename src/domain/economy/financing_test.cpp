#include "domain/economy/financing.hpp"

#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::economy {
namespace {

Money million(double amount) { return round_to_ore(amount * 1e6); }
Amount amount(double millions) { return {million(millions), {}, {}, {}}; }

/// Two RHFs, two municipalities, one private actor; one solution in the foundation.
FinancingCase small() {
  FinancingCase input;
  input.first_year = 2020;
  input.years = 12;
  input.phase_in_from = 2010;  // phased in long ago
  input.payers = {{"north", "", Group::rhf, 500},
                  {"south", "", Group::rhf, 1'500},
                  {"town", "", Group::municipality, 1'200},
                  {"village", "", Group::municipality, 800},
                  {"pharmacy", "", Group::private_actor, 7}};
  input.solutions = {{"s", "", true, kEqualParts, Payment::invoice, 0, {}}};
  return input;
}

Money sum(const std::vector<Money>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Money{});
}
Money paid_in(const Financing& result, std::size_t t) {
  Money total;
  for (const auto& payer : result.payments) total += payer[t];
  return total;
}

TEST(Finansieringsmodeller2017, AuthorityTasksArePaidByTheState) {
  auto input = small();
  input.running = {{"", "authority", 2020, 2031, amount(10)}};
  const auto result = finance(input);
  EXPECT_EQ(result.state[0], million(10));
  EXPECT_EQ(paid_in(result, 0), Money{});
  EXPECT_EQ(result.liquidity[11].balance, Money{});
}

TEST(Finansieringsmodeller2017, OperationIsSplitEquallyOnRhfsAndMunicipalitiesThenByInhabitants) {
  auto input = small();
  input.running = {{"s", "FDV", 2020, 2031, amount(40)}};
  const auto result = finance(input);
  EXPECT_EQ(result.payments[0][0], million(5));
  EXPECT_EQ(result.payments[1][0], million(15));
  EXPECT_EQ(result.payments[2][0], million(12));
  EXPECT_EQ(result.payments[3][0], million(8));
  EXPECT_EQ(result.payments[4][0], Money{});
}

TEST(Finansieringsmodeller2017, APatternOfUseMayGive30And70OrZero) {
  auto input = small();
  input.running = {{"s", "FDV", 2020, 2031, amount(40)}};
  input.solutions[0].groups = {3'000, 7'000, 0};
  EXPECT_EQ(finance(input).solutions[0].years[0].groups[0], million(12));
  input.solutions[0].groups = {0, 10'000, 0};
  EXPECT_EQ(finance(input).payments[2][0], million(24));
  input.solutions[0].groups = {4'500, 4'500, 1'000};
  EXPECT_EQ(finance(input).payments[4][0], million(4));
}

TEST(Finansieringsmodeller2017, LargeProjectsAreRepaidOverTheLifetime) {
  auto input = small();
  input.projects = {{"s", "large", Size::large, 2020, amount(100), 10, 0.0, 0}};
  const auto result = finance(input);
  EXPECT_EQ(paid_in(result, 0), Money{});
  EXPECT_EQ(paid_in(result, 1), million(10));
  EXPECT_EQ(paid_in(result, 10), million(10));
  EXPECT_EQ(paid_in(result, 11), Money{});
  EXPECT_EQ(result.capital_need, million(100));
  EXPECT_EQ(result.liquidity[10].balance, Money{});
}

TEST(Finansieringsmodeller2017, TheStateMayTakeAShareOfALargeProject) {
  auto input = small();
  input.projects = {{"s", "large", Size::large, 2020, amount(100), 10, 0.0, 3'000}};
  const auto result = finance(input);
  EXPECT_EQ(result.state[0], million(30));
  EXPECT_EQ(paid_in(result, 1), million(7));
  EXPECT_EQ(result.capital_need, million(70));
}

TEST(Finansieringsmodeller2017, SmallProjectsArePaidInAdvance) {
  auto input = small();
  input.projects = {{"s", "small", Size::small, 2022, amount(6), 1, 0.0, 0}};
  const auto result = finance(input);
  EXPECT_EQ(paid_in(result, 1), million(6));
  EXPECT_EQ(result.liquidity[1].balance, million(6));
  EXPECT_EQ(result.liquidity[2].balance, Money{});
  EXPECT_EQ(result.capital_need, Money{});
}

TEST(Finansieringsmodeller2017, AllPayAfterTheDeadlineWhetherTheyUseItOrNot) {
  auto input = small();
  input.solutions[0].deadline = 2022;
  input.running = {{"s", "FDV", 2020, 2031, amount(20)}};
  input.uses = {{"s", "town", 2020, 1}, {"s", "south", 2021, 1}};
  const auto result = finance(input);
  EXPECT_EQ(result.payments[2][0], million(20));  // alone in use
  EXPECT_EQ(result.payments[2][1], million(10));
  EXPECT_EQ(result.payments[1][2], million(10));
  EXPECT_EQ(result.payments[3][2], Money{});
  EXPECT_EQ(result.payments[3][3], million(4));
}

TEST(Finansieringsmodeller2017, TheModelIsPhasedInOverFiveYears) {
  auto input = small();
  input.phase_in_from = 2021;
  input.running = {{"s", "FDV", 2020, 2031, amount(10)}};
  const auto result = finance(input);
  for (std::size_t t = 0; t < 8; ++t) {
    const double part = std::min<double>(10, 2 * static_cast<double>(t));
    EXPECT_EQ(paid_in(result, t), million(part));
    EXPECT_EQ(result.state[t], million(10 - part));
  }
}

TEST(Finansieringsmodeller2017, OutsideTheFoundationUsersPayAPriceThatCoversTheFullCost) {
  auto input = small();
  input.solutions[0].foundation = false;
  input.projects = {{"s", "large", Size::large, 2020, amount(9), 3, 0.0, 0}};
  input.running = {{"s", "FDV", 2021, 2031, amount(1)}};
  input.uses = {{"s", "town", 2022, 300}, {"s", "pharmacy", 2027, 100}};
  const auto result = finance(input);
  EXPECT_EQ(*result.solutions[0].unit_price, scale(million(20), 1, 3'500));
  EXPECT_EQ(sum(result.payments[2]) + sum(result.payments[4]), million(20));
  EXPECT_EQ(result.payments[0][5], Money{});
  EXPECT_EQ(result.liquidity.back().balance, Money{});
}

TEST(Finansieringsmodeller2017, WhatUseCannotCarryIsDiscontinued) {
  auto input = small();
  input.solutions[0].foundation = false;
  input.running = {{"s", "FDV", 2020, 2031, amount(1)}};
  EXPECT_TRUE(finance(input).solutions[0].discontinued);
  input.uses = {{"s", "town", 2020, 10}};
  input.solutions[0].highest_price = Money::kroner(99'999);
  const auto result = finance(input);
  EXPECT_TRUE(result.solutions[0].discontinued);
  EXPECT_EQ(result.liquidity[0].spent, Money{});
  input.solutions[0].highest_price = Money::kroner(100'000);
  EXPECT_FALSE(finance(input).solutions[0].discontinued);
}

RC_GTEST_PROP(Instalments, RepayThePrincipalWithInterestToTheOre, ()) {
  const auto principal = Money::ore(*rc::gen::inRange<std::int64_t>(0, 100'000'000'000));
  const int years = *rc::gen::inRange(1, 40);
  const double rate = *rc::gen::inRange(0, 100) / 1'000.0;
  const auto payments = instalments(principal, rate, years);
  RC_ASSERT(payments.size() == static_cast<std::size_t>(years));
  double worth = 0;
  for (auto it = payments.rbegin(); it != payments.rend(); ++it) {
    worth = (worth + it->in_kroner()) / (1 + rate);
  }
  RC_ASSERT(std::abs(worth - principal.in_kroner()) < 1.0);
  if (rate == 0) RC_ASSERT(sum(payments) == principal);
}

RC_GTEST_PROP(Financing, EveryKroneSpentIsPaidInTheEnd, ()) {
  auto input = small();
  input.years = 40;
  input.phase_in_from = *rc::gen::inRange(2015, 2030);
  input.solutions[0].deadline = *rc::gen::inRange(2018, 2030);
  const auto parts = *rc::gen::inRange<std::int64_t>(0, 10'001);
  input.solutions[0].groups = {parts, 10'000 - parts, 0};
  input.projects = {
      {"s", "large", Size::large, *rc::gen::inRange(2020, 2040), amount(*rc::gen::inRange(0, 900)),
       *rc::gen::inRange(1, 15), 0.0, *rc::gen::inRange<std::int64_t>(0, 10'001)},
      {"s", "small", Size::small, *rc::gen::inRange(2020, 2040), amount(*rc::gen::inRange(0, 90)),
       1, 0.0, 0}};
  input.running = {{"s", "FDV", 2020, 2059, amount(*rc::gen::inRange(0, 90))}};
  input.uses = {{"s", "village", *rc::gen::inRange(2020, 2030), 1}};
  const auto result = finance(input);
  RC_ASSERT(result.liquidity.back().balance == Money{});
  for (std::size_t t = 0; t < 40; ++t) {
    const auto& year = result.solutions[0].years[t];
    RC_ASSERT(year.state + year.groups[0] + year.groups[1] + year.groups[2] == year.total());
    RC_ASSERT(paid_in(result, t) == result.liquidity[t].from_payers);
  }
}

}  // namespace
}  // namespace varde::economy
