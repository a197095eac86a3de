#include "editing/survey_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/new_case.hpp"
#include "report/workbook.hpp"

namespace varde::editing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class SurveyImport : public ::testing::Test {
 protected:
  steering::Files files_ =
      cases::new_case_with("cooperation",
                           "number,name,year,inhabitants\n1811,Bindal,2025,1374\n"
                           "1812,Sømna,2025,1979\n")
          .value();

  steering::ImportPreview preview(const std::string& csv) { return preview_survey(files_, csv); }
};

constexpr const char* kHeader = "municipality,area,category,amount,quality,source\n";

TEST_F(SurveyImport, EachRowTellsWhatItWouldChange) {
  const auto found = preview(std::string{kHeader} +
                             "1811,vtp,operation_agreement,450000,reported,Bindal 2025\n"
                             "1812,vtp,operation_agreement,,,\n");
  EXPECT_THAT(found.mistakes, IsEmpty());
  ASSERT_EQ(found.rows.size(), 2U);
  EXPECT_EQ(found.rows[0].status, "changed");
  EXPECT_EQ(found.rows[0].line, 2);
  EXPECT_EQ(found.rows[0].before, "");
  EXPECT_EQ(found.rows[0].after, "450000 · reported · Bindal 2025");
  EXPECT_EQ(found.rows[1].status, "same");
  EXPECT_THAT(found.files.at("survey.csv"),
              HasSubstr("1811,Bindal,vtp,operation_agreement,450000,,reported,Bindal 2025\n"));
  EXPECT_EQ(found.files.at("case.toml"), files_.at("case.toml"));
}

TEST_F(SurveyImport, SemicolonsAndAByteOrderMarkAreTaken) {
  const auto found =
      preview("\xEF\xBB\xBFmunicipality;area;category;amount\r\n1811;vtp;integration;12000\r\n");
  ASSERT_EQ(found.rows.size(), 1U);
  EXPECT_EQ(found.rows[0].status, "changed");
}

TEST_F(SurveyImport, ARowThatIsWrongSaysWhyAndNothingCanBeSaved) {
  const auto found = preview(std::string{kHeader} +
                             "1811,vtp,operation_agreement,\"450 000,50\",reported,\n"
                             "1820,vtp,operation_agreement,1,reported,\n"
                             "1812,vtp,integration,5,reported,\n"
                             "1812,vtp,integration,6,reported,\n");
  ASSERT_EQ(found.rows.size(), 4U);
  EXPECT_EQ(found.rows[0].status, "wrong");
  EXPECT_THAT(found.rows[0].mistakes, Not(IsEmpty()));
  EXPECT_THAT(found.rows[0].mistakes, Each(Not(HasSubstr("1820"))));
  EXPECT_EQ(found.rows[1].status, "wrong") << "no such municipality";
  EXPECT_THAT(found.rows[1].mistakes.at(0), HasSubstr("1820"));
  EXPECT_EQ(found.rows[2].status, "changed");
  EXPECT_THAT(found.rows[3].mistakes, ElementsAre(HasSubstr("line 4")));
  EXPECT_THAT(found.files, IsEmpty());
}

TEST_F(SurveyImport, AFileThatIsNoSurveySaysWhatIsMissing) {
  EXPECT_THAT(preview("a,b\n1,2\n").mistakes,
              testing::Contains(HasSubstr("'municipality' is missing")));
  EXPECT_THAT(preview("").mistakes, ElementsAre(HasSubstr("empty")));
}

/// A workbook with one sheet for each table.
std::string workbook(const std::vector<std::vector<std::vector<std::string>>>& tables) {
  report::Workbook book("Spørreskjema", 1'763'800'000);
  for (std::size_t t = 0; t < tables.size(); ++t) {
    auto& sheet = book.sheet("Ark " + std::to_string(t + 1));
    for (std::size_t r = 0; r < tables[t].size(); ++r)
      for (std::size_t c = 0; c < tables[t][r].size(); ++c) {
        const auto& text = tables[t][r][c];
        const bool number = !text.empty() && text.find_first_not_of("0123456789.") == text.npos;
        const auto row = static_cast<int>(r);
        const auto column = static_cast<int>(c);
        if (number) {
          sheet.number(row, column, std::stod(text), report::Look::decimal);
        } else {
          sheet.text(row, column, text);
        }
      }
  }
  return book.bytes().value();
}

TEST_F(SurveyImport, AWorkbookIsReadAsItsCsvWouldBe) {
  const auto found = preview(
      workbook({{{"Fyll ut arket bak dette."}},
                {{},
                 {"municipality", "area", "category", "amount", "hours", "quality", "source"},
                 {"1811", "vtp", "operation_agreement", "450000.5", "", "reported", "Bindal, 2025"},
                 {},
                 {"1812", "vtp", "hours", "", "120", "estimated", "Sømna"},
                 {"1820", "vtp", "integration", "1", "", "reported", ""}}}));
  EXPECT_THAT(found.mistakes, IsEmpty());
  ASSERT_EQ(found.rows.size(), 3U);
  EXPECT_EQ(found.rows[0].line, 3) << "as the spreadsheet numbers it";
  EXPECT_EQ(found.rows[0].status, "changed");
  EXPECT_EQ(found.rows[0].after, "450000.5 · reported · Bindal, 2025");
  EXPECT_EQ(found.rows[1].line, 5);
  EXPECT_EQ(found.rows[1].after, "120 h · estimated · Sømna");
  EXPECT_EQ(found.rows[2].status, "wrong");
  const auto csv = preview(
      "municipality,area,category,amount,hours,quality,source\n"
      "1811,vtp,operation_agreement,450000.5,,reported,\"Bindal, 2025\"\n"
      "1812,vtp,hours,,120,estimated,Sømna\n");
  const auto xlsx = preview(
      workbook({{{"municipality", "area", "category", "amount", "hours", "quality", "source"},
                 {"1811", "vtp", "operation_agreement", "450000.5", "", "reported", "Bindal, 2025"},
                 {"1812", "vtp", "hours", "", "120", "estimated", "Sømna"}}}));
  ASSERT_THAT(csv.files, Not(IsEmpty()));
  EXPECT_EQ(xlsx.files, csv.files);
}

TEST_F(SurveyImport, AWorkbookThatIsNoSurveySaysWhy) {
  EXPECT_THAT(preview("PK\x03\x04...").mistakes, testing::SizeIs(1));
  EXPECT_THAT(preview(workbook({{}})).mistakes, ElementsAre(HasSubstr("empty")));
  EXPECT_THAT(preview(workbook({{{"a", "b"}, {"1", "2"}}})).mistakes,
              testing::Contains(HasSubstr("'municipality' is missing")));
  EXPECT_THAT(preview(workbook({{{"a"}}, {{"b"}}})).mistakes,
              ElementsAre(HasSubstr("none of the sheets Ark 1, Ark 2 has the columns")));
  const std::vector<std::vector<std::string>> survey{{"municipality", "area", "category", "hours"}};
  EXPECT_THAT(preview(workbook({survey, survey})).mistakes,
              ElementsAre(HasSubstr("more than one")));
}

}  // namespace
}  // namespace varde::editing
