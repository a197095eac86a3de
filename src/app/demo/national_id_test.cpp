#include "app/demo/national_id.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::app::demo {
namespace {

using care::Sex;
using namespace std::chrono_literals;

constexpr std::chrono::year_month_day kBorn = 1941y / 5 / 2;

std::string some_id() {
  int serial = 0;
  while (!synthetic_national_id(kBorn, Sex::female, serial)) ++serial;
  return *synthetic_national_id(kBorn, Sex::female, serial);
}

TEST(NationalId, IsOfTheSyntheticSeriesAndValid) {
  EXPECT_EQ(some_id().substr(0, 6), "028541");
  EXPECT_TRUE(valid_synthetic_national_id(some_id()));
}

TEST(NationalId, TellsTheSexByItsNinthDigit) {
  for (int serial = 0; serial < 500; ++serial) {
    if (const auto id = synthetic_national_id(kBorn, Sex::female, serial)) {
      EXPECT_EQ((id->at(8) - '0') % 2, 0);
    }
    if (const auto id = synthetic_national_id(kBorn, Sex::male, serial)) {
      EXPECT_EQ((id->at(8) - '0') % 2, 1);
    }
  }
}

TEST(NationalId, SomeSerialsHaveNoCheckDigit) {
  int missing = 0;
  for (int serial = 0; serial < 500; serial += 2)
    missing += synthetic_national_id(kBorn, Sex::female, serial) ? 0 : 1;
  EXPECT_GT(missing, 10);
  EXPECT_LT(missing, 100);
}

TEST(NationalId, RefusesOtherYearsAndSerials) {
  EXPECT_FALSE(synthetic_national_id(2001y / 1 / 1, Sex::male, 1));
  EXPECT_FALSE(synthetic_national_id(1899y / 1 / 1, Sex::male, 1));
  EXPECT_FALSE(synthetic_national_id(kBorn, Sex::male, 500));
}

RC_GTEST_PROP(NationalId, AChangedDigitIsSeen, (std::uint8_t place, std::uint8_t by)) {
  auto id = some_id();
  char& digit = id[place % 11];
  const char before = digit;
  digit = static_cast<char>('0' + (digit - '0' + by % 10) % 10);
  RC_PRE(digit != before);
  RC_ASSERT(!valid_synthetic_national_id(id));
}

TEST(NationalId, RealSeriesIsNotSynthetic) {
  EXPECT_FALSE(valid_synthetic_national_id(""));
  EXPECT_FALSE(valid_synthetic_national_id("02054100000"));
  EXPECT_FALSE(valid_synthetic_national_id("0285410000x"));
}

}  // namespace
}  // namespace varde::app::demo
