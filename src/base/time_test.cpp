#include "base/time.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde {
namespace {

using namespace std::chrono_literals;

Instant at(std::string_view text) {
  const auto t = parse_rfc3339(text);
  EXPECT_TRUE(t) << text;
  return t.value_or(Instant{});
}

RC_GTEST_PROP(Time, TextRoundTrip, ()) {
  const Instant t{
      Duration{*rc::gen::inRange<std::int64_t>(-62'135'596'800'000, 253'402'300'799'999)}};
  RC_ASSERT(parse_rfc3339(to_rfc3339(t)) == t);
}

TEST(Time, WritesUtcWithMilliseconds) {
  EXPECT_EQ(to_rfc3339(Instant{Duration{1'795'335'330'123}}), "2026-11-22T08:15:30.123Z");
}

TEST(Time, ReadsEveryFormOfTheSameMoment) {
  const Instant t = at("2026-11-22T08:15:30.120Z");
  for (const char* text :
       {"2026-11-22T08:15:30.12Z", "2026-11-22t08:15:30.120000000z", "2026-11-22 08:15:30.1209Z",
        "2026-11-22T09:15:30.12+01:00", "2026-11-21T23:45:30.12-08:30"}) {
    EXPECT_EQ(at(text), t) << text;
  }
  EXPECT_EQ(at("2016-12-31T23:59:60Z"), at("2017-01-01T00:00:00Z")) << "a leap second";
}

TEST(Time, RefusesWhatIsNone) {
  for (const char* text :
       {"", "2026-11-22", "2026-11-22T08:15:30", "2026-11-22T08:15Z", "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T08:60:00Z",
        "2026-11-22T08:15:61Z", "2026-11-22T08:15:30.Z", "2026-11-22T08:15:30.1234567890Z",
        "2026-11-22T08:15:30+0100", "2026-11-22T08:15:30+24:00", "2026-11-22T08:15:30Zx",
        " 2026-11-22T08:15:30Z", "26-11-22T08:15:30Z",
        "2026-11-22T08:15:30"
        "+01:60"}) {
    EXPECT_FALSE(parse_rfc3339(text)) << text;
  }
}

/// Against `TZ=Europe/Oslo date`, around both shifts of 2026 and at the turn of a year.
TEST(Time, NorwegianTimeFollowsSummerTime) {
  const struct {
    const char* utc;
    int hour;
    int minute;
    unsigned day;
  } kRows[] = {
      {"2026-03-29T00:59:59Z", 1, 59, 29}, {"2026-03-29T01:00:00Z", 3, 0, 29},
      {"2026-10-25T00:59:59Z", 2, 59, 25}, {"2026-10-25T01:00:00Z", 2, 0, 25},
      {"2026-07-01T22:30:00Z", 0, 30, 2},  {"2026-12-31T22:59:00Z", 23, 59, 31},
      {"2026-12-31T23:00:00Z", 0, 0, 1},   {"2027-03-28T01:00:00Z", 3, 0, 28},
  };
  for (const auto& row : kRows) {
    const LocalTime local = to_norwegian_time(at(row.utc));
    EXPECT_EQ(local.minute_of_day, row.hour * 60 + row.minute) << row.utc;
    EXPECT_EQ(local.date.day(), std::chrono::day{row.day}) << row.utc;
    EXPECT_EQ(local.weekday, std::chrono::weekday{std::chrono::sys_days{local.date}}) << row.utc;
  }
}

}  // namespace
}  // namespace varde
