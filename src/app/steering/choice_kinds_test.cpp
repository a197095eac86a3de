#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/steering/testing.hpp"

namespace varde::app {
namespace {

using nlohmann::json;
using steering::Files;
using ::testing::HasSubstr;

std::string complaint(const Files& files, std::string_view kind,
                      const steering::Parameters& parameters) {
  const auto text = tools().run(kind)->run(files, parameters, {});
  EXPECT_FALSE(text);
  return text ? "" : text.error().front().text;
}
const steering::Parameters kFew{{"draws", "2000"}, {"seed", "7"}};

/// The line of the row whose first cell is `first`.
int line_of(const Files& files, std::string_view file, std::string_view first) {
  for (const auto& table : tools().sheet(files).tables) {
    if (table.file != file) continue;
    for (const auto& row : table.rows)
      if (row.cells[0] == first) return row.line;
  }
  ADD_FAILURE() << file << " has no row " << first;
  return 0;
}

TEST(ChoiceKinds, ADecisionSaysWhatFollowsFromItsTables) {
  const auto result = run(example("scenarios-2022"), "decide.run", kFew);
  EXPECT_EQ(result["samples"], 2000);
  EXPECT_EQ(result["seed"], "7");
  EXPECT_EQ(result["overall"]["favourite"], "N");
  EXPECT_EQ(result["areas"][1]["verdict"], "follows");
  EXPECT_EQ(result["barriers"].size(), 12U);
}

TEST(ChoiceKinds, ADecisionTellsHowFarItIsAndStopsWhenItIsCancelled) {
  std::mutex mutex;
  double last = 0;
  steering::Watch watch;
  watch.progress = [&](double share) {
    const std::lock_guard lock{mutex};
    last = std::max(last, share);
  };
  ASSERT_TRUE(tools().run("decide.run")->run(example("scenarios-2022"), kFew, watch));
  EXPECT_GT(last, 0.9);
  EXPECT_LE(last, 1.0);
  watch.cancelled = [] { return true; };
  const auto text = tools().run("decide.run")->run(example("scenarios-2022"), kFew, watch);
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "") << "nothing comes of it";
}

TEST(ChoiceKinds, AParameterOutOfRangeIsAComplaint) {
  EXPECT_THAT(complaint(example("scenarios-2022"), "decide.run", {{"draws", "0"}}),
              HasSubstr("draws must be a whole number from 1"));
  EXPECT_THAT(complaint(example("portfolio-2023"), "portfolio.next", {}),
              HasSubstr("municipality '' is not in the case"));
  EXPECT_THAT(complaint(example("portfolio-2023"), "portfolio.next", {{"municipality", "Rana"}}),
              HasSubstr("municipality 'Rana' is not in the case"));
}

TEST(ChoiceKinds, ABarrierIsGivenAnOwnerAndAMeasure) {
  const auto files = example("scenarios-2022");
  const auto before = run(files, "decide.run", kFew);
  const auto line = std::to_string(line_of(files, "barriers.csv", "2"));
  const auto after =
      tools().edit(files, {{"barriers.csv", "set", line + "/owner", "Brønnøy kommune"},
                           {"barriers.csv", "set", line + "/measure", "Felles kompetansesenter"}});
  ASSERT_TRUE(after.mistakes.empty());
  ASSERT_TRUE(tools().check(after.files));
  EXPECT_EQ(run(after.files, "decide.run", kFew)["barriers_handled"].get<int>(),
            before["barriers_handled"].get<int>() + 1);
}

TEST(ChoiceKinds, AScoreThatIsChangedChangesWhatFollows) {
  const auto files = example("scenarios-2022");
  std::vector<steering::Edit> edits;
  for (const auto* criterion : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
    const auto line = std::to_string(line_of(files, "scores.csv", criterion));
    edits.push_back({"scores.csv", "set", line + "/A", "3"});
    edits.push_back({"scores.csv", "set", line + "/N", "0"});
  }
  const auto after = tools().edit(files, edits);
  ASSERT_TRUE(after.mistakes.empty());
  EXPECT_EQ(run(after.files, "decide.run", kFew)["areas"][1]["verdict"], "does_not_follow");
}

TEST(ChoiceKinds, APortfolioKeepsWhatItsSourcesSayApart) {
  const auto report = run(example("portfolio-2023"), "portfolio.report", {});
  EXPECT_EQ(report["contradictions"].size(), 5U);
  EXPECT_EQ(report["solutions"].size(), 24U);
  EXPECT_TRUE(run(example("portfolio-2023"), "portfolio.doubts", {})["doubts"].is_array());
}

TEST(ChoiceKinds, WhatAMunicipalityHasTakenInUseIsNoLongerNext) {
  const auto files = example("portfolio-2023");
  const steering::Parameters rana{{"municipality", "1833"}};
  const auto next = [&](const Files& of) {
    return run(of, "portfolio.next", rana)["steps"][0]["solution"].get<std::string>();
  };
  ASSERT_EQ(next(files), "meldinger");
  auto told = files;
  told["adoption.csv"] += "1833,meldinger,in_use,yes,2023-01,2023-04,Rana,a letter,reported,Rana\n";
  ASSERT_TRUE(tools().check(told));
  EXPECT_NE(next(told), "meldinger");
}

}  // namespace
}  // namespace varde::app
