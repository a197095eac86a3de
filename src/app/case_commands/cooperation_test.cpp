#include "app/case_commands/cooperation.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace varde::app {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;
using Json = nlohmann::json;

cases::Files helgeland() {
  return cases::cooperation_files(fs::path(VARDE_EXAMPLES) / "helgeland-2025").value();
}

cases::Files game(const std::string& rows) { return {{"game.csv", "coalition,cost\n" + rows}}; }

Json analysed(const cases::Files& files, CoalitionRun run = {}) {
  run.json = true;
  const auto printed = cooperation_analyse(files, run);
  EXPECT_EQ(printed.exit_code, 0) << printed.error;
  return Json::parse(printed.out);
}

const Json& split(const Json& json, const std::string& id) {
  for (const auto& one : json["splits"]) {
    if (one["id"] == id) return one;
  }
  ADD_FAILURE() << id;
  return json;
}

std::int64_t ore(const Json& amount) { return amount["ore"].get<std::int64_t>(); }

std::vector<std::int64_t> pays(const Json& json, const std::string& id) {
  std::vector<std::int64_t> result;
  for (const auto& one : split(json, id)["municipalities"]) result.push_back(ore(one["pays"]));
  return result;
}

/// The report's recommendation, computed once.
const Json& connect() {
  static const Json json = analysed(helgeland());
  return json;
}

TEST(CooperationAnalyse, EverySplitOfHelgeland2025SumsToTheTotalToTheOre) {
  for (const auto& [alternative, total] :
       {std::pair{"connect", 1'450'000'000}, std::pair{"establish", 1'700'000'000}}) {
    CoalitionRun run;
    run.options.alternative = alternative;
    const auto json =
        alternative == std::string("connect") ? connect() : analysed(helgeland(), run);
    EXPECT_EQ(json["alternative"]["id"], alternative);
    EXPECT_EQ(json["schema"], "varde-cooperation/1");
    EXPECT_EQ(ore(json["total"]), total);
    ASSERT_EQ(json["splits"].size(), 10);  // as written, five keys, four benchmarks
    for (const auto& one : json["splits"]) {
      std::int64_t sum = 0;
      for (const auto part : pays(json, one["id"])) sum += part;
      EXPECT_EQ(sum, total) << one["id"];
      EXPECT_EQ(one["stability"]["groups_checked"], 262'142);
      EXPECT_EQ(one["stability"]["all_groups_checked"], true);
    }
  }
}

TEST(CooperationAnalyse, TheSmallestChangeOfTheKeyHoldsAndNoSplitInTheCoreHasOne) {
  const auto& json = connect();
  const auto& written = split(json, "as written");
  EXPECT_FALSE(written["stability"]["in_core"]);
  const auto& change = written["smallest_key_change"];
  ASSERT_FALSE(change.is_null());
  EXPECT_EQ(change["keys"].size(), 2);
  for (const auto& key : change["keys"]) {
    double percent = 0;
    for (const auto& part : key["parts"]) percent += part["percent"].get<double>();
    EXPECT_NEAR(percent, 100, 1e-9);
  }
  EXPECT_GE(ore(change["moved"]), ore(written["nearest_stable"]["moved"]));
  EXPECT_EQ(json["core"]["empty"], false);
  EXPECT_EQ(split(json, "nucleolus")["stability"]["in_core"], true);
  for (const auto& one : json["splits"]) {
    if (one["stability"]["in_core"] == true) {
      EXPECT_TRUE(one["smallest_key_change"].is_null());
    }
  }
}

TEST(CooperationAnalyse, SaysItInBothLanguagesAndMarksWhatIsIllustrative) {
  const auto& json = connect();
  std::string nb, en;
  for (const auto& one : json["sentences"]) {
    nb += one["nb"].get<std::string>() + "\n";
    en += one["en"].get<std::string>() + "\n";
  }
  EXPECT_THAT(nb, HasSubstr("Alle 18 sammen koster 14,5 mill. kr i året"));
  EXPECT_THAT(en, HasSubstr("All 18 together cost 14.5 million kr a year"));
  EXPECT_THAT(nb, HasSubstr("mindre alene."));
  EXPECT_THAT(en, HasSubstr("less alone."));
  EXPECT_THAT(json["basis"]["notes"].dump(), HasSubstr("illustrerende tall"));
  bool illustrative = false;
  for (const auto& number : json["basis"]["numbers"]) {
    illustrative = illustrative || number["quality"] == "illustrative";
  }
  EXPECT_TRUE(illustrative);
  CoalitionRun run;
  const auto text = cooperation_analyse(helgeland(), run).out;
  EXPECT_THAT(text, HasSubstr("What the costs of groups rest on"));
  EXPECT_THAT(text, HasSubstr("illustrative"));
}

TEST(CooperationAnalyse, ASampledShapleyHasErrorBarsAroundTheExactOne) {
  CoalitionRun run;
  const auto& exact = connect();
  run.options.samples = 4'000;
  const auto sampled = analysed(helgeland(), run);
  EXPECT_EQ(sampled["shapley_method"]["orders"], 4'000);
  EXPECT_EQ(sampled, analysed(helgeland(), run));
  const auto& bars = split(sampled, "shapley")["municipalities"];
  const auto values = pays(exact, "shapley");
  std::size_t inside = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (ore(bars[i]["low"]) <= values[i] && values[i] <= ore(bars[i]["high"])) ++inside;
  }
  EXPECT_GE(inside, 14);  // of 18 bars of 95 %
}

TEST(CooperationAnalyse, TextbookGamesGiveTheirKnownAnswers) {
  const auto airport = analysed(game("A,30\nB,60\nC,90\nA+B,60\nA+C,90\nB+C,90\nA+B+C,90\n"));
  EXPECT_EQ(pays(airport, "shapley"), (std::vector<std::int64_t>{1'000, 2'500, 5'500}));
  EXPECT_EQ(pays(airport, "nucleolus"), (std::vector<std::int64_t>{1'500, 2'250, 5'250}));
  const auto gloves = analysed(game("L,3\nR,3\nr,3\nL+R,3\nL+r,3\nR+r,6\nL+R+r,6\n"));
  EXPECT_EQ(pays(gloves, "nucleolus"), (std::vector<std::int64_t>{0, 300, 300}));
  EXPECT_EQ(pays(gloves, "shapley"), (std::vector<std::int64_t>{100, 250, 250}));
  const auto empty = analysed(game("A,3\nB,3\nC,3\nA+B,3\nA+C,3\nB+C,3\nA+B+C,6\n"));
  EXPECT_EQ(empty["core"]["empty"], true);
  EXPECT_EQ(empty["core"]["least_subsidy"]["kroner"], "1.50");
  EXPECT_EQ(pays(empty, "nucleolus"), (std::vector<std::int64_t>{200, 200, 200}));
  EXPECT_THAT(empty["sentences"].dump(), HasSubstr("No key can hold all"));
}

TEST(CooperationAnalyse, BadInputGivesItsMessageAndNoNumber) {
  CoalitionRun run;
  run.json = true;
  const auto missing = cooperation_analyse(game("A,12\nB,60\n"), run);
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.error, HasSubstr("game.csv: the cost of A+B is missing; add a row"));
  EXPECT_EQ(Json::parse(missing.out)["mistakes"].size(), 1);
  auto files = helgeland();
  files["cooperation.toml"] +=
      "\n[[partnership]]\nname = \"Cheap\"\nmembers = [1824, 1832]\ncost = 1000\n";
  const auto cheap = cooperation_analyse(files, run);
  EXPECT_EQ(cheap.exit_code, 1);
  EXPECT_THAT(cheap.error, HasSubstr("a larger group cannot cost less"));
  EXPECT_EQ(Json::parse(cheap.out).contains("splits"), false);
  run.options.keys = {"flatt"};
  EXPECT_EQ(cooperation_analyse(helgeland(), run).error, "the case has no key 'flatt'\n");
}

TEST(CooperationAnalyse, TellsHowFarItIsAndStopsWhenAsked) {
  std::atomic<bool> cancelled{false};
  std::vector<std::string> stages;
  cooperation::Watch watch;
  watch.cancelled = &cancelled;
  watch.progress = [&](std::string_view stage, double) {
    stages.emplace_back(stage);
    if (stage == "nucleolus") cancelled = true;
  };
  const auto printed = cooperation_analyse(helgeland(), {}, watch);
  EXPECT_EQ(printed.exit_code, 1);
  EXPECT_EQ(printed.out, "");
  EXPECT_THAT(printed.error, HasSubstr("stopped"));
  EXPECT_EQ(stages.back(), "nucleolus");
}

TEST(CooperationPartition, TheBestOfHelgeland2025IsNoDearerThanTheProposals) {
  CoalitionRun run;
  run.json = true;
  const auto json = Json::parse(cooperation_partition(helgeland(), run).out);
  const auto& partition = json["partition"];
  EXPECT_EQ(partition["exact"], true);
  EXPECT_EQ(partition["alone"]["cost"]["kroner"], "26500000.00");
  EXPECT_EQ(partition["one_cluster"]["cost"]["kroner"], "14500000.00");
  for (const auto* name :
       {"alone", "one_cluster", "partnerships_rest_alone", "partnerships_rest_together"}) {
    EXPECT_LE(ore(partition["best"]["cost"]), ore(partition[name]["cost"])) << name;
  }
  EXPECT_EQ(partition["partnerships_rest_alone"]["clusters"].size(), 2 + 11);
}

/// 30 invented municipalities: too many for a table of all groups.
cases::Files of_thirty() {
  auto files = helgeland();
  std::string municipalities = "number,name,year,inhabitants\n";
  std::string survey = "municipality,area,category,amount,hours\n";
  for (int i = 0; i < 30; ++i) {
    municipalities += std::to_string(1'000 + i) + ",M" + std::to_string(i) + ",2025," +
                      std::to_string(500 + 137 * i) + "\n";
    survey += std::to_string(1'000 + i) + ",vtp,other,,\n";
  }
  files["municipalities.csv"] = municipalities;
  files["survey.csv"] = survey;
  auto& toml = files["cooperation.toml"];
  toml = toml.substr(0, toml.find("# What one municipality adds"));
  auto& own = files["case.toml"];
  // These municipalities have no ages.
  const auto key = own.find("inhabitants_80 = 100");
  VARDE_ASSERT(key != std::string::npos);
  own.replace(key, std::string_view("inhabitants_80").size(), "inhabitants");
  return files;
}

TEST(CooperationAnalyse, MoreThanATableHoldsIsSampledSearchedAndBounded) {
  CoalitionRun run;
  run.options.samples = 200;
  const auto json = analysed(of_thirty(), run);
  EXPECT_EQ(json["shapley_method"]["method"], "sampled");
  EXPECT_EQ(json["nucleolus_method"]["computed"], false);
  EXPECT_TRUE(json["core"]["empty"].is_null());
  EXPECT_EQ(split(json, "as written")["stability"]["all_groups_checked"], false);
  const auto& partition = json["partition"];
  EXPECT_EQ(partition["exact"], false);
  EXPECT_LE(ore(partition["lower_bound"]), ore(partition["best"]["cost"]));
  EXPECT_GT(ore(partition["lower_bound"]), 0);
}

}  // namespace
}  // namespace varde::app
