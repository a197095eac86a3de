#include "answers/staffing/document.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "answers/staffing/words.hpp"
#include "spreadsheet/read_xlsx.hpp"

namespace varde::answers {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

StaffingRun simulated(const cases::Files& files) {
  StaffingRequest request;
  request.run = {2, 1};
  return run_staffing(files, request).value();
}

cases::Files helgeland() {
  return cases::read_folder(std::filesystem::path(VARDE_EXAMPLES) / "helgeland-2025").value();
}

const StaffingRun& run() {
  static const auto made = simulated(helgeland());
  return made;
}

std::string document(std::string_view format) {
  return staffing_document(run(), format, *parse_rfc3339("2026-11-22T10:00:00Z")).value();
}

TEST(StaffingDocument, AnswersTheReportsQuestions) {
  const auto html = document("html");
  EXPECT_THAT(
      html, AllOf(HasSubstr("Laget 22.11.2026 med Varde: 2 simulerte år, frø 1."),
                  HasSubstr("6 årsverk gir én plass bemannet hele døgnet"), HasSubstr("alene 100"),
                  HasSubstr("Tilkobling til"), HasSubstr("Hvis arbeidet er mindre eller mer"),
                  HasSubstr("sykefravær"), HasSubstr("illustrativt")));
}

TEST(StaffingDocument, TextOfTheCaseIsNoMarkup) {
  auto files = helgeland();
  auto& toml = files["staffing.toml"];
  const std::string name = "name = \"";
  toml.insert(toml.find(name, toml.find("[[alternative]]")) + name.size(), "<b>");
  const auto html = staffing_html(simulated(files), "i dag");
  EXPECT_THAT(html, AllOf(HasSubstr("&lt;b&gt;"), Not(HasSubstr("<b>"))));
}

TEST(StaffingDocument, IsAPdf) { EXPECT_THAT(document("pdf"), StartsWith("%PDF-")); }

TEST(StaffingDocument, TheWorkbooksCostsAreThoseOfTheRoster) {
  const auto sheets = spreadsheet::read_xlsx(document("xlsx"));
  ASSERT_TRUE(sheets);
  const auto rows = [&](std::string_view name) {
    const auto found = std::ranges::find(*sheets, name, &spreadsheet::Sheet::name);
    EXPECT_NE(found, sheets->end()) << name;
    return found->rows;
  };
  const auto roster = rows("Turnus");
  const double desk = std::stod(roster.at(8)[1]), weeks = std::stod(roster[7][1]);
  const double cost = std::stod(roster[6][1]);
  EXPECT_NEAR(desk, staffing::desk_hours(run().input.roster), 1e-6);
  const auto people = rows("Folk og kostnad");
  ASSERT_EQ(people.size(), 1 + run().evaluation.alternatives.size());
  for (std::size_t row = 1; row < people.size(); ++row) {
    const auto at = [&](std::size_t column) { return std::stod(people[row][column]); };
    EXPECT_NEAR(at(4), at(1) * weeks / desk * at(3), 1e-6);
    EXPECT_NEAR(at(5), at(4) * cost, 0.01);
    EXPECT_NEAR(at(9), at(5) + at(7) + at(8), 0.02);
  }
  EXPECT_EQ(rows("Uken").size(), 1 + 168 + 1);
  for (const auto* name : {"Svartid", "Døgnet", "Lavt og høyt", "Tallene bak"})
    EXPECT_GT(rows(name).size(), 1);
}

TEST(StaffingWords, AreAsPeopleSayThem) {
  EXPECT_EQ(duration_words(59.4), "59 s");
  EXPECT_EQ(duration_words(120), "2 min");
  EXPECT_EQ(duration_words(200), "3 min 20 s");
  EXPECT_EQ(duration_words(9'000), "2 t 30 min");
  EXPECT_EQ(number_words("roster.sickness"), "sykefravær");
  EXPECT_EQ(number_words("kind.fall.handling"), "fall: behandlingstid, sekunder");
  EXPECT_EQ(number_words("users"), "brukere");
}

}  // namespace
}  // namespace varde::answers
