#include "base/id.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde {
namespace {

RC_GTEST_PROP(Ulid, TextRoundTrip, (std::uint64_t high, std::uint64_t low)) {
  const Ulid id{high, low};
  const std::string text = to_string(id);
  RC_ASSERT(text.size() == 26U);
  RC_ASSERT(parse_ulid(text) == id);
  std::string lower = text;
  for (char& c : lower) c = static_cast<char>(std::tolower(c));
  RC_ASSERT(parse_ulid(lower) == id);
}

RC_GTEST_PROP(Ulid, TextSortsAsTheId,
              (std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d)) {
  const Ulid first{a, b};
  const Ulid second{c, d};
  RC_ASSERT((first < second) == (to_string(first) < to_string(second)));
}

TEST(Ulid, KeepsItsTimeAndEightyRandomBits) {
  const Instant t{Duration{1'469'918'176'385}};
  const Ulid id = make_ulid(t, ~0ULL, 5);
  EXPECT_EQ(id.time(), t);
  EXPECT_EQ(id.high & 0xFFFF, 0xFFFFU);
  EXPECT_EQ(id.low, 5U);
  EXPECT_EQ(to_string(id).substr(0, 10), "01ARYZ6S41") << "the specification's example";
}

TEST(Ulid, OrdersByTimeFirst) {
  EXPECT_LT(make_ulid(Instant{Duration{1}}, ~0ULL, ~0ULL), make_ulid(Instant{Duration{2}}, 0, 0));
}

TEST(Ulid, RefusesWhatIsNone) {
  for (const char* text : {"", "0", "0000000000000000000000000", "000000000000000000000000000",
                           "80000000000000000000000000", "0000000000000000000000000U",
                           "0000000000000000000000000-", "0000000000000000000000000 "}) {
    EXPECT_FALSE(parse_ulid(text)) << text;
  }
  EXPECT_EQ(parse_ulid("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"), (Ulid{~0ULL, ~0ULL}));
}

TEST(Ulid, NilIsTheDefault) {
  EXPECT_TRUE(Ulid{}.is_nil());
  EXPECT_FALSE((Ulid{0, 1}).is_nil());
}

}  // namespace
}  // namespace varde
