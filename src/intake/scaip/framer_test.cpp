#include "intake/scaip/framer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.hpp"

namespace varde::scaip {
namespace {

std::string message(const std::string& body, const std::string& end = "\r\n") {
  return "MESSAGE sip:a SIP/2.0" + end + "Content-Length: " + std::to_string(body.size()) + end +
         end + body;
}

TEST(Framer, CutsByContentLengthWithEitherLineEnd) {
  Framer framer;
  std::vector<Frame> frames;
  ASSERT_TRUE(framer.feed(message("one") + message("", "\n") + message("three"), frames));
  ASSERT_EQ(frames.size(), 3U);
  EXPECT_EQ(frames[0].bytes, message("one"));
  EXPECT_EQ(frames[1].bytes, message("", "\n"));
  EXPECT_EQ(frames[2].bytes, message("three"));
}

RC_GTEST_PROP(Framer, TheCutsOfTheNetworkDoNotMatter,
              (std::vector<std::string> bodies, std::vector<std::uint8_t> cuts)) {
  std::string stream;
  for (const auto& body : bodies) stream += message(body);
  Framer framer;
  std::vector<Frame> frames;
  std::string_view rest = stream;
  for (const auto cut : cuts) {
    const auto size = std::min<std::size_t>(cut, rest.size());
    RC_ASSERT(framer.feed(rest.substr(0, size), frames));
    rest.remove_prefix(size);
  }
  RC_ASSERT(framer.feed(rest, frames));
  RC_ASSERT(frames.size() == bodies.size());
  for (std::size_t i = 0; i < bodies.size(); ++i) RC_ASSERT(frames[i].bytes == message(bodies[i]));
}

TEST(Framer, ReadsPastATooLongBodyAndGoesOn) {
  Framer framer;
  std::vector<Frame> frames;
  const auto stream = message(std::string(60'000, 'x')) + message("next");
  for (std::size_t at = 0; at < stream.size(); at += 1'000) {
    ASSERT_TRUE(framer.feed(std::string_view(stream).substr(at, 1'000), frames));
  }
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_TRUE(frames[0].truncated);
  EXPECT_EQ(frames[0].bytes.size(), header_size(stream) + limits::kScaipBodyBytes);
  EXPECT_FALSE(frames[1].truncated);
  EXPECT_EQ(frames[1].bytes, message("next"));
}

TEST(Framer, AnswersKeepAlivesAndTakesAMessageWithoutLength) {
  Framer framer;
  std::vector<Frame> frames;
  ASSERT_TRUE(framer.feed("\r\n", frames));
  EXPECT_FALSE(framer.take_ping());
  ASSERT_TRUE(framer.feed("\r\n\r\n", frames));
  EXPECT_TRUE(framer.take_ping());
  EXPECT_FALSE(framer.take_ping());
  ASSERT_TRUE(framer.feed("MESSAGE sip:a SIP/2.0\r\nTo: x\r\n\r\n<mrq/>", frames));
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_TRUE(frames[0].bytes.ends_with("<mrq/>"));
}

TEST(Framer, GivesUpOnWhatItCannotFollow) {
  std::vector<Frame> frames;
  EXPECT_FALSE(Framer().feed(std::string(limits::kSipHeaderBytes + 1, 'x'), frames));
  EXPECT_FALSE(Framer().feed("M s SIP/2.0\r\nl: 99999999\r\n\r\n", frames));
  EXPECT_TRUE(frames.empty());
}

TEST(Framer, ReadsContentLength) {
  EXPECT_EQ(content_length("A: b\r\nCONTENT-length :  12 \r\n\r\n"), 12);
  EXPECT_EQ(content_length("l:7\n\n"), 7);
  EXPECT_EQ(content_length("Content-Length: x\r\n\r\n"), -1);
  EXPECT_EQ(content_length("Content-Length: -5\r\n\r\n"), -1);
  EXPECT_EQ(content_length("\r\n"), -1);
}

}  // namespace
}  // namespace varde::scaip
