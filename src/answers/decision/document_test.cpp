#include "answers/decision/document.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "spreadsheet/read_xlsx.hpp"

namespace varde::answers {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

cases::Files scenarios() {
  return cases::read_folder(std::filesystem::path(VARDE_EXAMPLES) / "scenarios-2022").value();
}

std::string document(const cases::Files& files, std::string_view format) {
  const auto bytes =
      decision_document(files, format, {20'000, 1}, *parse_rfc3339("2026-11-22T10:00:00Z"));
  EXPECT_TRUE(bytes) << bytes.error().front().text;
  return bytes ? *bytes : "";
}

TEST(DecisionDocument, TellsWhichConclusionsFollow) {
  const auto html = document(scenarios(), "html");
  EXPECT_THAT(html, AllOf(HasSubstr("3 av 6"), HasSubstr("2 av 6"), HasSubstr("1 av 6")));
  EXPECT_THAT(html, HasSubstr("Laget 22.11.2026 med Varde"));
  EXPECT_THAT(html, HasSubstr("Konklusjonen følger IKKE KLART av tabellen."));
  EXPECT_THAT(html, HasSubstr("Velferdsteknologi og digital hjemmeoppfølging"));
  EXPECT_THAT(html, HasSubstr("2 av 12 har eier og tiltak."));
}

TEST(DecisionDocument, TextOfTheCaseIsNoMarkup) {
  auto files = scenarios();
  auto& toml = files["case.toml"];
  const std::string name = "Alenegang";
  toml.replace(toml.find(name), name.size(), "<script>x</script>");
  EXPECT_THAT(document(files, "html"),
              AllOf(HasSubstr("&lt;script&gt;x"), Not(HasSubstr("<script>"))));
}

TEST(DecisionDocument, IsAPdf) {
  EXPECT_THAT(document(scenarios(), "pdf"), testing::StartsWith("%PDF-"));
}

TEST(DecisionDocument, TheWorkbooksSumsAreThoseOfTheDecision) {
  const auto sheets = spreadsheet::read_xlsx(document(scenarios(), "xlsx"));
  ASSERT_TRUE(sheets);
  std::vector<std::string> names;
  for (const auto& sheet : *sheets) names.push_back(sheet.name);
  ASSERT_THAT(names,
              testing::IsSupersetOf({"Konklusjoner", "Plassering", "Legemidler", "Hemmere"}));
  const auto& rows = std::ranges::find(*sheets, "Legemidler", &spreadsheet::Sheet::name)->rows;
  // Eight criteria from the fourth row; then a heading, and the mean of the allowed weights.
  ASSERT_EQ(rows[13][0], "Midt i det ordene tillater");
  for (std::size_t a = 0; a < 4; ++a) {
    double sum = 0;
    for (std::size_t c = 3; c < 11; ++c) sum += std::stod(rows[c][2 + a]) * std::stod(rows[c][6]);
    EXPECT_NEAR(std::stod(rows[13][2 + a]), sum, 1e-6) << a;
  }
}

TEST(DecisionDocument, MistakesComeWithFileAndLine) {
  auto files = scenarios();
  files["scores.csv"] += "99,Ukjent,1,1,1,1,\n";
  const auto bytes = decision_document(files, "html", {1'000, 1}, {});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().front().file, "scores.csv");
  EXPECT_GT(bytes.error().front().line, 1);
}

}  // namespace
}  // namespace varde::answers
