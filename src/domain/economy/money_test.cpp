#include "domain/economy/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::economy {
namespace {

TEST(Money, WritesKronerWithTwoDecimals) {
  EXPECT_EQ(to_string(Money::kroner(26'500'000)), "26500000.00");
  EXPECT_EQ(to_string(Money::ore(-5)), "-0.05");
  EXPECT_EQ(to_grouped(Money::ore(2'650'000'007)), "26 500 000.07");
  EXPECT_EQ(to_grouped_kroner(Money::ore(-123'456'750)), "-1 234 568");
  EXPECT_EQ(to_grouped_kroner(Money::ore(-49)), "0");
}

TEST(Money, ReadsWhatItWrites) {
  EXPECT_EQ(parse_money("326").value(), Money::kroner(326));
  EXPECT_EQ(parse_money("-1.5").value(), Money::ore(-150));
  EXPECT_EQ(parse_money("0.07").value(), Money::ore(7));
}

TEST(Money, SaysWhatIsWrongWithANumber) {
  EXPECT_EQ(parse_money("1 250,50").error().message,
            "'1 250,50' has a decimal comma; write 1250.50 with a point");
  EXPECT_EQ(parse_money("26 500 000").error().message,
            "'26 500 000' groups its digits with spaces; write 26500000");
  EXPECT_EQ(parse_money("1.234").error().message, "'1.234' has more than 2 decimals; round it");
  EXPECT_FALSE(parse_money("ca. 5"));
  EXPECT_FALSE(parse_money(""));
  EXPECT_FALSE(parse_money("."));
  EXPECT_FALSE(parse_money("5."));
  EXPECT_FALSE(parse_money("-"));
  EXPECT_FALSE(parse_money("10000000001"));
  EXPECT_FALSE(parse_money("99999999999999999999"));
}

TEST(Money, RoundsHalfAwayFromZero) {
  EXPECT_EQ(scale(Money::ore(5), 1, 2), Money::ore(3));
  EXPECT_EQ(scale(Money::ore(-5), 1, 2), Money::ore(-3));
  EXPECT_EQ(scale(Money::ore(4), 1, 3), Money::ore(1));
  EXPECT_EQ(scale(Money::ore(5), 1, 3), Money::ore(2));
  EXPECT_EQ(scale(Money::ore(9'007'199'254'740'993), 1.0), Money::ore(9'007'199'254'740'993));
  EXPECT_EQ(basis_points(Money::kroner(1), Money::kroner(3)), 3'333);
  EXPECT_EQ(basis_points(Money::kroner(1), Money{}), 0);
  EXPECT_EQ(basis_points(Money::kroner(-1), Money::kroner(-4)), 2'500);
}

RC_GTEST_PROP(MoneyProperty, EveryAmountComesBackFromItsText, ()) {
  const auto amount =
      Money::ore(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000));
  RC_ASSERT(parse_money(to_string(amount)).value() == amount);
}

}  // namespace
}  // namespace varde::economy
