#include "domain/economy/spread.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace varde::economy {
namespace {

TEST(Spread, PercentilesInterpolate) {
  const auto spread = spread_of(std::vector<double>{4, 1, 3, 2, -5}).value();
  EXPECT_DOUBLE_EQ(spread.p50, 2);
  EXPECT_DOUBLE_EQ(spread.p10, -2.6);
  EXPECT_DOUBLE_EQ(spread.p90, 3.6);
  EXPECT_DOUBLE_EQ(spread.above_zero, 0.8);
}

TEST(Spread, IsNothingWhenAValueIsOutOfRange) {
  std::vector<double> values(100, 1.0);
  for (const double wrong : {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e200}) {
    values[37] = wrong;
    EXPECT_FALSE(spread_of(values)) << wrong;
  }
  EXPECT_FALSE(spread_of(std::vector<double>{1e200, -1e200}));
  EXPECT_FALSE(spread_of(std::vector<double>{1e200, 1e200}));
  EXPECT_TRUE(spread_of(std::vector<double>{1e12, -1e12}));
}

RC_GTEST_PROP(Spread, PercentilesAreThoseOfTheSortedValues, ()) {
  auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(-1'000, 1'000), [](int n) { return n * std::abs(n) / 7.0; })));
  const auto spread = spread_of(values).value();
  std::ranges::sort(values);
  const auto at = [&](double p) {
    const double place = p * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
  };
  RC_ASSERT(std::abs(spread.p10 - at(0.1)) < 1e-6);
  RC_ASSERT(std::abs(spread.p50 - at(0.5)) < 1e-6);
  RC_ASSERT(std::abs(spread.p90 - at(0.9)) < 1e-6);
}

}  // namespace
}  // namespace varde::economy
