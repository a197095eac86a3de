#include "answers/cooperation/document.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "spreadsheet/read_xlsx.hpp"

namespace varde::answers {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The report's recommendation, computed once.
const Analysis& helgeland() {
  static const auto made = [] {
    const auto files =
        cases::read_folder(std::filesystem::path(VARDE_EXAMPLES) / "helgeland-2025").value();
    return analyse(cases::parse_cooperation(files).value(), {}, {}).value();
  }();
  return made;
}

/// The glove game, with a name that would be markup.
cases::Files glove() {
  return {{"game.csv",
           "coalition,cost\nA,10\n<b>B,10\nC,10\nA+<b>B,12\nA+C,20\n<b>B+C,12\nA+<b>B+C,20\n"}};
}

std::string document(const cases::Files& files, std::string_view format) {
  const auto bytes =
      cooperation_document(files, format, {}, *parse_rfc3339("2026-11-22T10:00:00Z"));
  EXPECT_TRUE(bytes) << bytes.error().front().text;
  return bytes ? *bytes : "";
}

double figure(const std::string& cell) { return std::stod(cell); }

TEST(CooperationDocument, SaysWhoWouldLeaveAndWhatWouldKeepThem) {
  const auto html = analysis_html(helgeland(), "22.11.2026");
  EXPECT_THAT(html, AllOf(HasSubstr("Laget 22.11.2026 med Varde"), HasSubstr("Hvem ville gått?"),
                          HasSubstr("Det som ville holdt alle"), HasSubstr("Ranas anskaffelse"),
                          HasSubstr("Vevelstad, Træna"), HasSubstr("illustrativt")));
}

TEST(CooperationDocument, AGameGivenGroupByGroupHasOneTooAndItsTextIsNoMarkup) {
  EXPECT_THAT(document(glove(), "html"), AllOf(HasSubstr("Laget 22.11.2026"), HasSubstr("Shapley"),
                                               HasSubstr("&lt;b&gt;B"), Not(HasSubstr("<b>"))));
  EXPECT_THAT(document(glove(), "pdf"), StartsWith("%PDF-"));
  EXPECT_THAT(document(glove(), "xlsx"), StartsWith("PK"));
}

TEST(CooperationDocument, TheWorkbookSumsToTheTotal) {
  const auto sheets = spreadsheet::read_xlsx(analysis_workbook(helgeland(), 0).value());
  ASSERT_TRUE(sheets);
  const auto rows = [&](std::string_view name) {
    const auto found = std::ranges::find(*sheets, name, &spreadsheet::Sheet::name);
    EXPECT_NE(found, sheets->end()) << name;
    return found->rows;
  };
  const auto shares = rows("Fordeling");
  ASSERT_EQ(shares.at(19)[0], "Sammen");
  ASSERT_EQ(shares[0].size(), 2 + 2 * 10);  // ten splits
  for (std::size_t at = 2; at < shares[0].size(); at += 2) {
    double sum = 0;
    for (std::size_t row = 1; row < 19; ++row) sum += figure(shares[row][at]);
    EXPECT_NEAR(sum, 14'500'000, 0.005) << shares[0][at];
    EXPECT_NEAR(figure(shares[19][at]), sum, 0.005);
  }
  const auto groups = rows("Grupper");
  ASSERT_GT(groups.size(), 10);
  for (std::size_t row = 1; row < groups.size(); ++row)
    EXPECT_NEAR(figure(groups[row][5]), figure(groups[row][3]) - figure(groups[row][4]), 0.005);
  for (const auto* name :
       {"Holder den", "Holdt as written", "Gå og komme sent", "Klynger", "Tallene bak"})
    EXPECT_GT(rows(name).size(), 1);
}

TEST(CooperationDocument, WhatCannotBeComputedIsAComplaint) {
  AnalysisOptions options;
  options.alternative = "nowhere";
  const auto bytes = cooperation_document(glove(), "html", options, {});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().front().file, "cooperation.toml");
  EXPECT_THAT(bytes.error().front().text, HasSubstr("no alternatives"));
}

}  // namespace
}  // namespace varde::answers
