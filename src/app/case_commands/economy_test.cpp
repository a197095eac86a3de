#include "app/case_commands/economy.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace varde::app {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;
using Json = nlohmann::json;

EconomyRun on(const char* example, bool json = true) {
  EconomyRun options;
  options.folder = fs::path(VARDE_EXAMPLES) / example;
  options.json = json;
  return options;
}

Json ran(const EconomyRun& options) {
  const auto printed = economy_run(options);
  EXPECT_EQ(printed.exit_code, 0) << printed.error;
  return Json::parse(printed.out);
}

TEST(EconomyRun, Helgeland2025GivesTheReportsFigures) {
  const auto json = ran(on("helgeland-2025"));
  EXPECT_EQ(json["schema"], "varde-economy/1");
  EXPECT_EQ(json["as_is"]["total"]["kroner"], "26500000.00");
  EXPECT_EQ(json["as_is"]["total"]["ore"], 2'650'000'000);
  EXPECT_EQ(json["as_is"]["stated_inhabitants"], 83'109);
  EXPECT_EQ(json["as_is"]["per_stated_inhabitant"]["kroner"], "318.86");
  const auto& establish = json["alternatives"][0];
  const auto& connect = json["alternatives"][1];
  EXPECT_EQ(establish["cost"]["kroner"], "17000000.00");
  EXPECT_EQ(connect["cost"]["kroner"], "14500000.00");
  EXPECT_EQ(establish["per_stated_inhabitant"]["kroner"], "204.55");
  EXPECT_EQ(connect["per_stated_inhabitant"]["kroner"], "174.47");
  EXPECT_EQ(establish["saving"]["kroner"], "9500000.00");
  EXPECT_EQ(connect["saving"]["kroner"], "12000000.00");
  EXPECT_NEAR(establish["saving_percent"], 35.8, 0.05);
  EXPECT_NEAR(connect["saving_percent"], 45.3, 0.05);
  EXPECT_EQ(connect["hours_saved"], 17'800);
}

TEST(EconomyRun, EachSplitOfHelgeland2025SumsToTheOre) {
  const auto json = ran(on("helgeland-2025"));
  for (const auto& alternative : json["alternatives"]) {
    ASSERT_EQ(alternative["allocations"].size(), 2);
    for (const auto& allocation : alternative["allocations"]) {
      ASSERT_EQ(allocation["municipalities"].size(), 18);
      std::int64_t sum = 0;
      for (const auto& one : allocation["municipalities"]) {
        sum += one["amount"]["ore"].get<std::int64_t>();
      }
      EXPECT_EQ(sum, allocation["total"]["ore"]);
    }
  }
}

TEST(EconomyRun, ShowsContradictionsAndQualityOfEachNumber) {
  const auto text = economy_run(on("helgeland-2025", false)).out;
  EXPECT_THAT(text, HasSubstr("Where the source says two things"));
  EXPECT_THAT(text, HasSubstr("the report states 83109 inhabitants"));
  EXPECT_THAT(text, HasSubstr("36 answers are missing; 36 are stood in for"));
  const auto financing = economy_run(on("financing-2017", false)).out;
  EXPECT_THAT(financing, HasSubstr("alle beløp er illustrative"));
  const auto json = ran(on("financing-2017"));
  for (const auto& amount : json["amounts"]) {
    EXPECT_EQ(amount["quality"], "illustrative");
  }
}

TEST(EconomyRun, ASeedGivesTheSameFiguresAgain) {
  auto options = on("helgeland-2025");
  options.draws = economy::Draws{2'000, 42};
  const auto first = economy_run(options);
  EXPECT_EQ(first.out, economy_run(options).out);
  const auto json = Json::parse(first.out);
  const auto& spread = json["uncertainty"]["alternatives"][1];
  EXPECT_LT(spread["cost"]["p10"], spread["cost"]["p90"]);
  EXPECT_EQ(json["uncertainty"]["inputs"][0]["quality"], "illustrative");
  EXPECT_EQ(spread["municipalities"].size(), 18);
  EXPECT_EQ(spread["tornado"].size(), json["uncertainty"]["inputs"].size());
  options.draws->seed = 43;
  EXPECT_NE(first.out, economy_run(options).out);
}

TEST(EconomyRun, OneAlternativeMayBeChosen) {
  auto options = on("helgeland-2025");
  options.draws = economy::Draws{100, 1};
  options.alternatives = {"connect"};
  const auto json = ran(options);
  EXPECT_EQ(json["alternatives"].size(), 1);
  EXPECT_EQ(json["uncertainty"]["alternatives"][0]["id"], "connect");
  options.alternatives = {"conect"};
  EXPECT_EQ(economy_run(options).error, "the case has no alternative 'conect'\n");
}

TEST(EconomyRun, Growth2024GivesThePapersFigures) {
  const auto json = ran(on("growth-2024"));
  const auto change = [&](std::size_t solution, int year) {
    const auto& years = json["solutions"][solution]["versions"].back()["years"];
    return years[static_cast<std::size_t>(year - 2022)]["change"]["kroner"].get<std::string>();
  };
  EXPECT_EQ(change(0, 2025), "14000000.00");
  EXPECT_EQ(change(0, 2026), "14000000.00");
  EXPECT_EQ(change(0, 2027), "12000000.00");
  EXPECT_EQ(change(1, 2025), "54000000.00");
  EXPECT_EQ(change(1, 2026), "-5000000.00");
  EXPECT_EQ(change(2, 2026), "-12000000.00");
  EXPECT_EQ(json["solutions"][3]["versions"].size(), 3);
  auto earlier = on("growth-2024");
  earlier.as_of = "2022-12-31";
  EXPECT_EQ(ran(earlier)["solutions"][3]["versions"].size(), 1);
}

TEST(EconomyCompare, PutsKeysSideBySide) {
  auto options = on("helgeland-2025");
  options.keys = {"innbyggere", "likt"};
  const auto json = Json::parse(economy_compare(options).out);
  const auto& rana = json["alternatives"][1]["municipalities"][14];
  EXPECT_EQ(rana["name"], "Rana");
  EXPECT_EQ(rana["keys"][0]["key"], "as written");
  // 14.5 million on 18: the odd øre go by largest remainder, so a share is one or the other.
  EXPECT_THAT(rana["keys"][2]["cost"]["kroner"].get<std::string>(),
              testing::AnyOf("805555.55", "805555.56"));
  options.json = false;
  EXPECT_THAT(economy_compare(options).out, HasSubstr("break-even share"));
  EXPECT_EQ(economy_compare(on("growth-2024")).exit_code, 1);
}

class InAFolder : public testing::Test {
 protected:
  InAFolder() : folder_(fs::path(testing::TempDir()) / "varde-economy-test") {
    fs::remove_all(folder_);
  }
  ~InAFolder() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(InAFolder, ANewCaseIsCheckedAndSaysWhatIsMissing) {
  const auto municipalities = fs::path(VARDE_EXAMPLES) / "helgeland-2025/municipalities.csv";
  ASSERT_EQ(economy_new(folder_, "cooperation", municipalities).exit_code, 0);
  EconomyRun options;
  options.folder = folder_;
  const auto checked = economy_check(options);
  EXPECT_EQ(checked.exit_code, 0) << checked.error;
  EXPECT_THAT(checked.out, HasSubstr("operation_agreement   nothing: counts as 0"));
  options.json = true;
  EXPECT_EQ(Json::parse(economy_check(options).out)["gaps"].size(), 18 * 28);
  EXPECT_EQ(economy_new(folder_, "cooperation", {}).exit_code, 1);
}

TEST_F(InAFolder, ACaseWithMistakesIsNotComputedAndNothingIsWritten) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "case.toml") << "kind = \"growth\"\nname = \"x\"\nfirst_year = 2024\n";
  EconomyRun options;
  options.folder = folder_;
  options.json = true;
  const auto printed = economy_run(options);
  EXPECT_EQ(printed.exit_code, 1);
  EXPECT_EQ(Json::parse(printed.out)["mistakes"].size(), 5);
  EXPECT_THAT(printed.error, HasSubstr("case.toml:1: last_year is missing; add it\n"));
  EXPECT_THAT(printed.error, HasSubstr("Nothing was computed or written.\n"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace varde::app
