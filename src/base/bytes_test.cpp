#include "base/bytes.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde {
namespace {

RC_GTEST_PROP(Bytes, WhatIsWrittenIsRead,
              (std::uint8_t a, std::uint64_t b, std::uint64_t c, std::int64_t d, double e,
               const std::string& f)) {
  ByteWriter out;
  out.u8(a);
  out.u64(b);
  out.varint(c);
  out.svarint(d);
  out.f64(e);
  out.string(f);
  out.raw("tail");
  ByteReader in(out.bytes());
  RC_ASSERT(in.u8() == a);
  RC_ASSERT(in.u64() == b);
  RC_ASSERT(in.varint() == c);
  RC_ASSERT(in.svarint() == d);
  const double back = in.f64();
  RC_ASSERT(back == e || (std::isnan(back) && std::isnan(e)));
  RC_ASSERT(in.string() == f);
  RC_ASSERT(in.raw(4) == "tail");
  RC_ASSERT(in.ok() && in.at_end());
}

TEST(Bytes, VarintsAreShortWhenSmall) {
  const auto size = [](auto write) {
    ByteWriter out;
    write(out);
    return out.size();
  };
  EXPECT_EQ(size([](ByteWriter& out) { out.varint(127); }), 1U);
  EXPECT_EQ(size([](ByteWriter& out) { out.varint(128); }), 2U);
  EXPECT_EQ(size([](ByteWriter& out) { out.varint(~0ULL); }), 10U);
  EXPECT_EQ(size([](ByteWriter& out) { out.svarint(-64); }), 1U);
  EXPECT_EQ(size([](ByteWriter& out) { out.svarint(std::numeric_limits<std::int64_t>::min()); }),
            10U);
}

TEST(Bytes, IntegersAreLittleEndian) {
  ByteWriter out;
  out.u64(0x0102030405060708);
  EXPECT_EQ(out.bytes(), "\x08\x07\x06\x05\x04\x03\x02\x01");
}

TEST(Bytes, PastTheEndEverythingIsZeroAndNotOk) {
  ByteReader in("\x01");
  EXPECT_EQ(in.u64(), 0U);
  EXPECT_FALSE(in.ok());
  EXPECT_EQ(in.u8(), 0U) << "nothing is read after a failure, not even what would have been there";
  EXPECT_TRUE(in.at_end());
}

TEST(Bytes, ALengthBeyondTheEndFails) {
  ByteReader in(
      "\x05"
      "abcd");
  EXPECT_EQ(in.string(), "");
  EXPECT_FALSE(in.ok());
}

TEST(Bytes, AVarintThatNeverEndsFails) {
  const std::string endless(11, '\xFF');
  ByteReader in(endless);
  EXPECT_EQ(in.varint(), 0U);
  EXPECT_FALSE(in.ok());
}

TEST(Bytes, AVarintAboveSixtyFourBitsFails) {
  const std::string too_big = std::string(9, '\xFF') + '\x02';
  ByteReader in(too_big);
  EXPECT_EQ(in.varint(), 0U);
  EXPECT_FALSE(in.ok());
}

}  // namespace
}  // namespace varde
