#include "report/pdf.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "report/html.hpp"
#include "report/process.hpp"

namespace varde::report {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Process, FeedsAndReads) {
  const std::string much(1'000'000, 'x');
  const auto result = run_process({"/bin/cat"}, much, std::chrono::seconds(20), 2'000'000);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->exit_code, 0);
  EXPECT_EQ(result->out, much);
}

TEST(Process, SaysHowTheProgramEnded) {
  const auto result = run_process({"/bin/sh", "-c", "echo oh >&2; exit 3"}, "not read",
                                  std::chrono::seconds(20), 100);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->exit_code, 3);
  EXPECT_EQ(result->error, "oh\n");
}

TEST(Process, IsEndedAtTheLimits) {
  const auto slow = run_process({"/bin/sleep", "20"}, "", std::chrono::milliseconds(100), 100);
  ASSERT_FALSE(slow.ok());
  EXPECT_THAT(slow.error().message, HasSubstr("more than"));
  const auto loud = run_process({"/usr/bin/yes"}, "", std::chrono::seconds(20), 1'000);
  ASSERT_FALSE(loud.ok());
  EXPECT_THAT(loud.error().message, HasSubstr("wrote more"));
  const auto none = run_process({"/no/such/program"}, "", std::chrono::seconds(1), 1);
  ASSERT_FALSE(none.ok());
  EXPECT_THAT(none.error().message, HasSubstr("/no/such/program"));
}

TEST(Pdf, IsMade) {
  const auto result = pdf_of(page({.title = "Rapport", .body = paragraph("Blåbærsyltetøy")}));
  if (!result && result.error().message.starts_with("PDF needs"))
    GTEST_SKIP() << result.error().message;
  ASSERT_TRUE(result.ok()) << result.error().message;
  EXPECT_THAT(*result, StartsWith("%PDF-"));
  EXPECT_THAT(*result, HasSubstr("%%EOF"));
}

TEST(Pdf, LoadsNothingFromOutside) {
  const std::string secret = "file:///etc/hostname";
  const auto plain = pdf_of("<p>x</p>");
  if (!plain) GTEST_SKIP() << plain.error().message;
  const auto result = pdf_of("<p>x</p><link rel=attachment href='" + secret + "'>");
  ASSERT_TRUE(result.ok()) << result.error().message;
  EXPECT_THAT(*result, ::testing::Not(HasSubstr("EmbeddedFile")));
}

}  // namespace
}  // namespace varde::report
