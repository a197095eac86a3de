#include "answers/economy/report.hpp"

#include <gmock/gmock.h>

namespace varde::answers {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

cases::AnyCase example(const std::string& name) {
  return cases::load_case(std::string(VARDE_EXAMPLES) + "/" + name).value();
}

ReportOptions options(ReportFormat format) {
  ReportOptions result;
  result.format = format;
  result.draws = {500, 1};
  result.made = parse_rfc3339("2026-11-22T12:00:00Z").value();
  return result;
}

TEST(Report, OfHelgelandSaysWhatTheSourceSaysAndDoesNotSay) {
  const auto html = economy_report(example("helgeland-2025"), options(ReportFormat::html));
  ASSERT_TRUE(html.ok()) << html.error().message;
  for (const char* text : {"26 500 000", "26,5 mill. kr", "17,0 mill. kr", "14,5 mill. kr",
                           "35,8 %", "45,3 %", "17 800", "22.11.2026", "illustrativ",
                           "Der kilden sier to ting", "83 109", "500 trekninger"}) {
    std::string wanted;
    for (const char c : std::string(text))
      wanted += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    const bool plain = html->find(text) != std::string::npos;
    EXPECT_TRUE(plain || html->find(wanted) != std::string::npos) << text;
  }
  for (const char* name : {"id=\"k1811\"", "id=\"k1833\"", "id=\"k1836\""}) {
    EXPECT_THAT(*html, HasSubstr(name));
  }
  EXPECT_THAT(*html, HasSubstr("325\u00A0364,96"));  // Vevelstad pays, to the øre
  EXPECT_THAT(*html, Not(HasSubstr("nan")));
}

TEST(Report, KeepsOneAlternative) {
  auto only = options(ReportFormat::html);
  only.alternatives = {"connect"};
  const auto html = economy_report(example("helgeland-2025"), only);
  ASSERT_TRUE(html.ok());
  EXPECT_THAT(*html, Not(HasSubstr("17,0\u00A0mill.")));
  only.alternatives = {"none"};
  EXPECT_FALSE(economy_report(example("helgeland-2025"), only).ok());
  EXPECT_FALSE(economy_report(example("growth-2024"), only).ok());
}

TEST(Report, OfNationalSolutions) {
  const auto financing = economy_report(example("financing-2017"), options(ReportFormat::html));
  ASSERT_TRUE(financing.ok());
  EXPECT_THAT(*financing, HasSubstr("illustrativ"));
  EXPECT_THAT(*financing, HasSubstr("Kapitalbehov"));
  const auto growth = economy_report(example("growth-2024"), options(ReportFormat::html));
  ASSERT_TRUE(growth.ok());
  EXPECT_THAT(*growth, HasSubstr("NUIT 06/24"));
  EXPECT_THAT(*growth, HasSubstr("<strong>54,0</strong>"));
  EXPECT_THAT(*growth, HasSubstr("Kilder og kvalitet"));
}

TEST(Report, WorkbooksAreMade) {
  for (const char* name : {"helgeland-2025", "financing-2017", "growth-2024"}) {
    const auto bytes = economy_report(example(name), options(ReportFormat::xlsx));
    ASSERT_TRUE(bytes.ok()) << bytes.error().message;
    EXPECT_THAT(*bytes, StartsWith("PK\x03\x04"));
  }
}

TEST(Report, MistakesOfTheCaseComeInstead) {
  const auto result = economy_report(cases::Files{{"case.toml", "kind = \"cooperation\"\n"}}, {});
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.error().message, HasSubstr("case.toml"));
}

}  // namespace
}  // namespace varde::answers
