#include "domain/tenancy/municipality.hpp"

#include <gtest/gtest.h>

namespace varde::tenancy {
namespace {

TEST(Municipality, FourDigitsBothWays) {
  for (int number = 0; number <= 9999; ++number) {
    const Municipality m{static_cast<std::uint16_t>(number)};
    const std::string text = to_string(m);
    ASSERT_EQ(text.size(), 4U);
    ASSERT_EQ(parse_municipality(text), m);
  }
  EXPECT_EQ(to_string({301}), "0301");
  EXPECT_FALSE(Municipality{}.known());
}

TEST(Municipality, RefusesWhatIsNone) {
  for (const char* text : {"", "181", "18130", "18I3", "-813", " 813", "+813"})
    EXPECT_FALSE(parse_municipality(text)) << text;
}

}  // namespace
}  // namespace varde::tenancy
