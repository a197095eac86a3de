#include "app/steering/make_tools.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/steering/testing.hpp"

namespace varde::app {
namespace {

using nlohmann::json;
using steering::Files;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Tools, TheExamplesAreThere) {
  std::vector<std::string> names;
  for (const auto& one : tools().examples) names.push_back(one.name);
  EXPECT_THAT(names, testing::IsSupersetOf({"financing-2017", "growth-2024", "helgeland-2025",
                                            "portfolio-2023", "scenarios-2022"}));
}

TEST(Tools, EveryKindsRunsGiveJsonOfItsExamples) {
  for (const auto& one : tools().examples) {
    for (const auto& shown : tools().kind(one.kind)->shown) {
      auto parameters = shown.parameters;
      if (parameters.contains("draws")) parameters["draws"] = "200";
      EXPECT_TRUE(run(one.files, shown.kind, parameters).is_object()) << one.name << shown.kind;
    }
  }
}

TEST(Tools, TheRunIsTheReportsOwnFigures) {
  const auto result = run(example("helgeland-2025"), "economy.run");
  EXPECT_EQ(result["as_is"]["total"]["ore"], 2'650'000'000);
  EXPECT_EQ(result["alternatives"][1]["cost"]["ore"], 1'450'000'000);
}

TEST(Tools, ARunTellsHowFarItIsAndStopsWhenItIsCancelled) {
  double last = 0;
  std::mutex mutex;
  steering::Watch watch;
  watch.progress = [&](double share) {
    const std::lock_guard lock{mutex};
    last = std::max(last, share);
  };
  const steering::Parameters draws{{"draws", "2000"}, {"seed", "7"}};
  ASSERT_TRUE(tools().run("economy.run")->run(example("helgeland-2025"), draws, watch));
  EXPECT_GT(last, 0.5);
  EXPECT_LE(last, 1.0);
  last = 0;
  watch.cancelled = [] { return true; };
  (void)tools().run("economy.run")->run(example("helgeland-2025"), draws, watch);
  EXPECT_EQ(last, 0) << "nothing was computed";
}

TEST(Tools, AParameterOutOfRangeIsAComplaint) {
  const auto run = [](const char* draws) {
    return tools().run("economy.run")->run(example("helgeland-2025"), {{"draws", draws}}, {});
  };
  for (const char* draws : {"x", "-1", "999999999", "1.5"}) {
    ASSERT_FALSE(run(draws)) << draws;
    EXPECT_THAT(run(draws).error().front().text, HasSubstr("draws must be a whole number"));
  }
}

TEST(Tools, ACaseIsReadAsItsKind) {
  EXPECT_EQ(tools().check(example("growth-2024"))->kind, "growth");
  EXPECT_THAT(tools().check({{"case.toml", "kind = \"other\""}}).error().front().text,
              HasSubstr("'other' is not one of cooperation, financing, growth"));
  EXPECT_FALSE(tools().check({{"case.toml", "kind = "}}));
  EXPECT_FALSE(tools().check({}));
}

TEST(Tools, ANewCaseCanBeReadAndComputed) {
  const auto files =
      tools().new_case("cooperation", "number,name,year,inhabitants\n1811,Bindal,2025,1374\n");
  ASSERT_TRUE(files);
  EXPECT_TRUE(tools().check(*files));
  EXPECT_EQ(run(*files, "economy.run")["as_is"]["municipalities"].size(), 1U);
  EXPECT_FALSE(tools().new_case("cooperation", "number\nx\n"));
  EXPECT_FALSE(tools().new_case("other", ""));
}

}  // namespace
}  // namespace varde::app
