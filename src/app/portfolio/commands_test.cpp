#include "app/portfolio/commands.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "app/portfolio/portfolio.hpp"

namespace varde::app {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using Json = nlohmann::json;
namespace fs = std::filesystem;

PortfolioOptions on(const char* example, bool json = true) {
  PortfolioOptions options;
  options.folder = fs::path(VARDE_EXAMPLES) / example;
  options.json = json;
  return options;
}

cases::Files files_of(const char* example) {
  return cases::read_folder(fs::path(VARDE_EXAMPLES) / example).value();
}

TEST(PortfolioReport, JsonHasTheNationalTotalsAndBothNumbersForKjernejournal) {
  const auto json = Json::parse(portfolio_report_command(on("portfolio-2023")).out);
  EXPECT_EQ(json["schema"], "varde-portfolio/1");
  EXPECT_EQ(json["activities"].size(), 17);
  EXPECT_EQ(json["progress"][1]["now"], 215);
  EXPECT_EQ(json["progress"][1]["fact"], "available");
  EXPECT_TRUE(json["progress"][5]["now"].is_null());
  EXPECT_THAT(json["contradictions"][0]["also_says"], HasSubstr("214"));
  int kjernejournal = 0;
  for (const auto& total : json["totals"]) kjernejournal += total["solution"] == "kjernejournal";
  EXPECT_EQ(kjernejournal, 3);
}

TEST(PortfolioReport, TheBoardsReportShowsTheContradictionAndEveryCard) {
  const auto html = portfolio_document(files_of("portfolio-2023"), "html", 0).value();
  EXPECT_THAT(html, StartsWith("<!doctype html>"));
  EXPECT_THAT(html, HasSubstr("tabell 1: 215 kommuner"));
  EXPECT_THAT(html, HasSubstr("ca. 214 kommuner har tilgjengeliggjort"));
  EXPECT_THAT(html, HasSubstr("Utrede godkjennings- og sertifiseringsordning"));
}

TEST(PortfolioReport, PdfAndWorkbookAreWhatTheySay) {
  const auto files = files_of("portfolio-2023");
  EXPECT_THAT(portfolio_document(files, "pdf", 0).value(), StartsWith("%PDF-"));
  EXPECT_THAT(portfolio_document(files, "xlsx", 0).value(), StartsWith("PK"));
}

TEST(PortfolioReport, CsvHasARowForEachPlaceAndNoFormula) {
  auto files = files_of("portfolio-2023");
  files["municipalities.csv"] += "9999,=CMD(),99,,\n";
  const auto csv = portfolio_document(files, "csv", 0).value();
  EXPECT_THAT(csv, HasSubstr("5001,Trondheim,helseplattformen,Helseplattformen,ukjent,,,ja,"
                             "2022-05,KS,\n"));
  EXPECT_THAT(csv, HasSubstr("9999,\"'=CMD()\""));
  EXPECT_THAT(csv, testing::Not(HasSubstr("1833,Rana,helseplattformen")));
}

TEST(PortfolioImport, TakesBackWhatTheExportWrote) {
  const auto files = files_of("portfolio-2023");
  const auto workbook = portfolio_document(files, "xlsx", 0).value();
  const auto same = portfolio_import(files, workbook);
  ASSERT_TRUE(same.ok()) << same.error().front().text;
  EXPECT_THAT(same->changes, testing::IsEmpty());
  auto changed = files;
  changed["adoption.csv"] += "1833,helseid,in_use,yes,2023-02,2023-04,\"Rana, IT\",brev,,\n";
  const auto imported = portfolio_import(files, portfolio_document(changed, "xlsx", 0).value());
  ASSERT_TRUE(imported.ok()) << imported.error().front().text;
  ASSERT_EQ(imported->changes.size(), 1);
  EXPECT_EQ(imported->changes[0].file, "adoption.csv");
  EXPECT_EQ(imported->changes[0].added, 1);
  EXPECT_EQ(imported->changes[0].removed, 0);
  const auto next = Json::parse(portfolio_next(imported->files, 1833).value());
  for (const auto& step : next["steps"]) EXPECT_NE(step["solution"], "helseid");
}

TEST(PortfolioImport, AWorkbookThatDoesNotFitTheCaseIsRefused) {
  const auto files = files_of("portfolio-2023");
  EXPECT_THAT(portfolio_import(files, "no workbook").error().front().text,
              HasSubstr("no XLSX workbook"));
  // An activity card speaks of a solution that the other case's workbook does not have.
  cases::Files other{{"case.toml", "kind = \"portfolio\"\nname = \"B\"\ndate = \"2023\"\n"},
                     {"solutions.csv", "id,name\na,A\n"}};
  const auto refused = portfolio_import(files, portfolio_document(other, "xlsx", 0).value());
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(to_string(refused.error().front()), HasSubstr("is not in solutions.csv"));
}

TEST(PortfolioNext, SaysWhatComesFirstAndWhy) {
  auto options = on("portfolio-2023");
  options.municipality = 1833;
  const auto json = Json::parse(portfolio_next_command(options).out);
  EXPECT_EQ(json["municipality_name"], "Rana");
  EXPECT_EQ(json["steps"][0]["solution"], "meldinger");
  EXPECT_THAT(json["steps"][0]["reasons"].dump(), HasSubstr("Er lovpålagt"));
  for (const auto& step : json["steps"]) {
    EXPECT_NE(step["solution"], "helseplattformen");
    if (step["solution"] == "pll") {
      EXPECT_EQ(step["act"], "wait");
    }
  }
  options.municipality = 1;
  EXPECT_THAT(portfolio_next_command(options).error,
              HasSubstr("municipality 1 is not in the case"));
}

TEST(PortfolioSearch, FindsWhatOthersLearnt) {
  auto options = on("portfolio-2023", false);
  options.query = "bergen FASTLEGER";
  EXPECT_THAT(portfolio_search_command(options).out, HasSubstr("Utprøving av PLL i Bergen"));
  options.query = "romskip";
  EXPECT_THAT(portfolio_search_command(options).out, HasSubstr("No experience"));
}

TEST(PortfolioCheck, ACycleGivesNoNumber) {
  auto files = files_of("portfolio-2023");
  files["dependencies.csv"] += "helseid,pll,,\n";
  const auto report = portfolio_report(files);
  ASSERT_FALSE(report.ok());
  EXPECT_THAT(report.error().front().text, HasSubstr("goes in a circle"));
}

}  // namespace
}  // namespace varde::app
