#include "app/case_commands/portfolio.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "answers/portfolio/portfolio.hpp"

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
  const auto html = answers::portfolio_document(files_of("portfolio-2023"), "html", 0).value();
  EXPECT_THAT(html, StartsWith("<!doctype html>"));
  EXPECT_THAT(html, HasSubstr("tabell 1: 215 kommuner"));
  EXPECT_THAT(html, HasSubstr("ca. 214 kommuner har tilgjengeliggjort"));
  EXPECT_THAT(html, HasSubstr("Utrede godkjennings- og sertifiseringsordning"));
}

TEST(PortfolioReport, PdfAndWorkbookAreWhatTheySay) {
  const auto files = files_of("portfolio-2023");
  EXPECT_THAT(answers::portfolio_document(files, "pdf", 0).value(), StartsWith("%PDF-"));
  EXPECT_THAT(answers::portfolio_document(files, "xlsx", 0).value(), StartsWith("PK"));
}

TEST(PortfolioReport, CsvHasARowForEachPlaceAndNoFormula) {
  auto files = files_of("portfolio-2023");
  files["municipalities.csv"] += "9999,=CMD(),99,,\n";
  const auto csv = answers::portfolio_document(files, "csv", 0).value();
  EXPECT_THAT(csv, HasSubstr("5001,Trondheim,helseplattformen,Helseplattformen,ukjent,,,ja,"
                             "2022-05,KS,\n"));
  EXPECT_THAT(csv, HasSubstr("9999,'=CMD(),"));
  EXPECT_THAT(csv, HasSubstr("\n0301,Oslo,"));
  EXPECT_THAT(csv, testing::Not(HasSubstr("1833,Rana,helseplattformen")));
}

TEST(PortfolioNext, SaysWhatComesFirstAndWhy) {
  auto options = on("portfolio-2023");
  options.municipality = "1833";
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
  options.municipality = "1";
  EXPECT_THAT(portfolio_next_command(options).error,
              HasSubstr("municipality '1' is not in the case"));
}

TEST(PortfolioNext, SaysWhyInBothLanguages) {
  auto options = on("portfolio-2023");
  options.municipality = "301";
  const auto json = Json::parse(portfolio_next_command(options).out);
  EXPECT_EQ(json["municipality"], "0301");
  const auto reason = json["steps"][0]["reasons"][1];
  EXPECT_EQ(reason["kind"], "statutory");
  EXPECT_EQ(reason["nb"], "Er lovpålagt");
  EXPECT_EQ(reason["en"], "Is required by law");
  options.json = false;
  EXPECT_THAT(portfolio_next_command(options).out, StartsWith("0301 Oslo: "));
}

TEST(PortfolioCatalogue, SaysWhatEachDeviceLacksAndThatItIsInvented) {
  const auto json = Json::parse(portfolio_report_command(on("portfolio-2023")).out);
  ASSERT_GE(json["requirements"].size(), 8);
  int approved = 0;
  for (const auto& device : json["devices"]) {
    EXPECT_EQ(device["quality"], "illustrative");
    int fulfilled = 0;
    for (const auto& one : device["judgements"]) fulfilled += one["result"] == "fulfilled";
    EXPECT_GE(fulfilled, device["fulfilled"].get<int>());
    approved += device["approved"].get<bool>();
  }
  EXPECT_GT(approved, 0);
  EXPECT_LT(approved, static_cast<int>(json["devices"].size()));
  const auto html = answers::portfolio_document(files_of("portfolio-2023"), "html", 0).value();
  EXPECT_THAT(html, HasSubstr("Krav og godkjenning av utstyr"));
  EXPECT_THAT(html, HasSubstr("(illustrativt)"));
  EXPECT_THAT(html, HasSubstr("utløpt"));
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
  const auto report = answers::portfolio_report(files);
  ASSERT_FALSE(report.ok());
  EXPECT_THAT(report.error().front().text, HasSubstr("goes in a circle"));
}

TEST(PortfolioImport, TheCommandWritesWhatChangedAndNothingWhenItCannotBeRead) {
  const auto folder = fs::path(testing::TempDir()) / "varde-portfolio-import";
  fs::remove_all(folder);
  fs::copy(fs::path(VARDE_EXAMPLES) / "portfolio-2023", folder);
  PortfolioOptions options;
  options.folder = folder;
  options.file = fs::path(testing::TempDir()) / "varde-ambitions.csv";
  const auto give = [&](const std::string& text) {
    std::ofstream(options.file) << text;
    return portfolio_import_command(options);
  };
  EXPECT_EQ(give("solution,fact,by,target\nvkq,in_use,2024,60\n").exit_code, 1);
  EXPECT_EQ(cases::read_folder(folder).value(), files_of("portfolio-2023"));
  const auto done = give("solution,fact,by,target\nvkp,unspecified,2024,60\n");
  EXPECT_EQ(done.exit_code, 0) << done.error;
  EXPECT_THAT(done.out, HasSubstr("~ ambitions.csv: vkp · unspecified"));
  EXPECT_EQ(cases::read_folder(folder).value().at("ambitions.csv"),
            "solution,fact,by,target\nvkp,unspecified,2024,60\n");
  fs::remove_all(folder);
  fs::remove(options.file);
}

}  // namespace
}  // namespace varde::app
