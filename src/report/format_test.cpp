#include "report/format.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace varde::report {
namespace {

TEST(Format, NumbersAsNorwegiansWriteThem) {
  EXPECT_EQ(amount(123'456'700), "1\u00A0234\u00A0567,00");
  EXPECT_EQ(amount(-5), "\u22120,05");
  EXPECT_EQ(amount(99'999), "999,99");
  EXPECT_EQ(kroner(123'456'750), "1\u00A0234\u00A0568");
  EXPECT_EQ(kroner(-150), "\u22122");
  EXPECT_EQ(kroner(-49), "0");  // no minus before nothing
  EXPECT_EQ(whole(-1'000), "\u22121\u00A0000");
  EXPECT_EQ(whole(999), "999");
  EXPECT_EQ(decimal(1234.5678, 2), "1\u00A0234,57");
  EXPECT_EQ(decimal(-0.001, 1), "0,0");
  EXPECT_EQ(decimal(std::numeric_limits<double>::quiet_NaN(), 1), "\u2013");
  EXPECT_EQ(millions(2'650'000'000), "26,5");
  EXPECT_EQ(percent(35.849), "35,8\u00A0%");
}

TEST(Format, TheLeastAndGreatestNumbersAreWhole) {
  EXPECT_EQ(amount(std::numeric_limits<std::int64_t>::min()),
            "\u221292\u00A0233\u00A0720\u00A0368\u00A0547\u00A0758,08");
  EXPECT_EQ(whole(std::numeric_limits<std::int64_t>::max()),
            "9\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0807");
}

TEST(Format, ADayIsNorwegian) {
  EXPECT_EQ(day(*parse_rfc3339("2026-11-21T23:30:00Z")), "22.11.2026");
}

TEST(Format, EscapesMarkup) {
  EXPECT_EQ(escape("<script>'a' & \"b\"</script>"),
            "&lt;script&gt;&#39;a&#39; &amp; &quot;b&quot;&lt;/script&gt;");
  EXPECT_EQ(escape(std::string_view("a\0\x1b\nø", 6)), "a\nø");
}

}  // namespace
}  // namespace varde::report
