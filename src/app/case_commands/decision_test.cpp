#include "app/case_commands/decision.hpp"

#include <atomic>
#include <map>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "answers/decision/decide.hpp"

namespace varde::app {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;
namespace fs = std::filesystem;

const Json& scenarios() {
  static const Json json = [] {
    DecideOptions options;
    options.folder = fs::path(VARDE_EXAMPLES) / "scenarios-2022";
    options.draws = {100'000, 1};
    options.json = true;
    const auto printed = decide_command(options);
    EXPECT_EQ(printed.exit_code, 0) << printed.error;
    return Json::parse(printed.out);
  }();
  return json;
}

const Json& area(const std::string& id) {
  for (const auto& one : scenarios()["areas"]) {
    if (one["id"] == id) return one;
  }
  throw std::out_of_range(id);
}

/// Which of the report's conclusions follow from its own tables: three of five areas clearly, two
/// not clearly, and that N and K may be equally desirable on the whole does not: N is ahead.
TEST(Scenarios2022, WhichConclusionsOfTheReportHold) {
  const std::map<std::string, std::string> expected{{"samlet", "does_not_follow"},
                                                    {"legemidler", "follows"},
                                                    {"velferdsteknologi", "follows"},
                                                    {"innbyggertjenester", "follows_not_clearly"},
                                                    {"fellesløsninger", "follows_not_clearly"},
                                                    {"samhandling", "follows"}};
  for (const auto& [id, verdict] : expected) EXPECT_EQ(area(id)["verdict"], verdict) << id;
}

TEST(Scenarios2022, HowStronglyEachConclusionHolds) {
  const auto claim = [](const char* id, std::size_t i) { return area(id)["claims"][i]; };
  // Shown for every allowed weight: N or K first, S behind both, A last.
  for (const std::size_t i : {0, 2, 3, 4}) EXPECT_EQ(claim("samlet", i)["support"], "always") << i;
  EXPECT_EQ(claim("samlet", 1)["support"], "rarely");
  EXPECT_NEAR(claim("samlet", 1)["share"], 0.955, 0.005);
  EXPECT_NEAR(claim("legemidler", 0)["share"], 0.971, 0.005);
  EXPECT_NEAR(claim("velferdsteknologi", 0)["share"], 0.935, 0.005);
  EXPECT_NEAR(claim("innbyggertjenester", 0)["share"], 0.743, 0.005);
  EXPECT_NEAR(claim("fellesløsninger", 0)["share"], 0.701, 0.005);
  EXPECT_NEAR(claim("fellesløsninger", 1)["share"], 0.295, 0.005);
  EXPECT_NEAR(claim("samhandling", 0)["share"], 0.983, 0.005);
}

TEST(Scenarios2022, EveryAreaSaysWhatWouldHaveToBeTrueForAnother) {
  for (const auto& one : scenarios()["areas"]) {
    const auto& assessor = one["assessors"][0];
    EXPECT_EQ(assessor["weighted"].size(), 3);
    EXPECT_EQ(assessor["turns"].size(), 3) << one["id"];
    for (const auto& turn : assessor["turns"]) {
      EXPECT_NE(turn["alternative"], assessor["weighted"][0]["best"]);
      if (!turn["within_importance"].is_null()) {
        EXPECT_GE(turn["within_importance"]["moved"], turn["any_weights"]["moved"]);
      }
    }
  }
  EXPECT_EQ(scenarios()["barriers"].size(), 12);
  EXPECT_EQ(scenarios()["barriers_handled"], 2);
}

TEST(Decide, ASeedGivesTheSameBytes) {
  const auto files = cases::read_folder(fs::path(VARDE_EXAMPLES) / "scenarios-2022");
  ASSERT_TRUE(files.ok());
  const auto one = answers::decide(*files, {5'000, 3}).value();
  EXPECT_EQ(one, answers::decide(*files, {5'000, 3}).value());
  EXPECT_NE(one, answers::decide(*files, {5'000, 4}).value());
}

TEST(Decide, ProgressReachesTheEndAndCancellationStops) {
  const auto files = cases::read_folder(fs::path(VARDE_EXAMPLES) / "scenarios-2022");
  std::atomic<double> most{0};
  answers::DecisionWatch watch;
  watch.progress = [&](double share) {
    double seen = most;
    while (share > seen && !most.compare_exchange_weak(seen, share)) continue;
  };
  ASSERT_TRUE(decide(*files, {5'000, 3}, watch).ok());
  EXPECT_DOUBLE_EQ(most, 1);
  watch.cancelled = [] { return true; };
  EXPECT_EQ(decide(*files, {5'000, 3}, watch).value(), "");
}

TEST(Decide, TheTextSaysWhatDoesNotFollowClearly) {
  DecideOptions options;
  options.folder = fs::path(VARDE_EXAMPLES) / "scenarios-2022";
  options.draws = {20'000, 1};
  const auto text = decide_command(options).out;
  EXPECT_THAT(text, HasSubstr("Konklusjonen følger IKKE KLART av tabellen"));
  EXPECT_THAT(text, HasSubstr("Hemmere: 2 av 12 har eier og tiltak"));
}

TEST(Decide, MistakesGiveNoNumber) {
  DecideOptions options;
  options.folder = fs::path(VARDE_EXAMPLES) / "growth-2024";
  options.json = true;
  const auto printed = decide_command(options);
  EXPECT_EQ(printed.exit_code, 1);
  EXPECT_THAT(printed.out, HasSubstr("\"schema\":\"varde-decision/1\",\"mistakes\":[{"));
}

}  // namespace
}  // namespace varde::app
