// The tools that read a file of their own beside case.toml: coalitions and staffing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/steering/testing.hpp"

namespace varde::app {
namespace {

using nlohmann::json;
using steering::Files;
using steering::Parameters;
using ::testing::HasSubstr;

const Files& helgeland() { return example("helgeland-2025"); }
steering::Checked<std::string> answer(std::string_view kind, const Parameters& parameters = {},
                                      const Files& files = helgeland(),
                                      const steering::Watch& watch = {}) {
  return tools().run(kind)->run(files, parameters, watch);
}
std::string complaint(std::string_view kind, const Parameters& parameters,
                      const Files& files = helgeland()) {
  const auto answered = answer(kind, parameters, files);
  if (answered) return {};
  return answered.error().front().file + ": " + answered.error().front().text;
}

TEST(BesideKinds, TheExampleCarriesTheirFilesAndIsStillACase) {
  EXPECT_TRUE(helgeland().contains("cooperation.toml"));
  EXPECT_TRUE(helgeland().contains("staffing.toml"));
  EXPECT_EQ(tools().check(helgeland())->kind, "cooperation");
  EXPECT_FALSE(tools().sheet(helgeland()).sections.empty());
  const auto edited = tools().edit(helgeland(), {{"case.toml", "set", "assumptions.years", "20"}});
  ASSERT_TRUE(edited.mistakes.empty());
  EXPECT_EQ(edited.files.at("staffing.toml"), helgeland().at("staffing.toml"));
}

TEST(BesideKinds, TheAnalysisSaysWhoWouldLeaveAndItsSharesSumToTheTotal) {
  const auto text = answer("cooperation.analyse", {{"key", "likt"}});
  ASSERT_TRUE(text);
  const auto result = json::parse(*text);
  EXPECT_EQ(result["kind"], "analysis");
  EXPECT_EQ(result["alternative"]["id"], "connect");
  for (const auto& split : result["splits"]) {
    std::int64_t sum = 0;
    for (const auto& one : split["municipalities"]) sum += one["pays"]["ore"].get<std::int64_t>();
    EXPECT_EQ(sum, result["total"]["ore"]) << split["id"];
    EXPECT_TRUE(split["kind"] == "benchmark" || split["id"] == "likt" ||
                split["id"] == "as written")
        << split["id"];
  }
}

TEST(BesideKinds, AnotherAlternativeAndASampledValueCanBeAskedFor) {
  const auto text =
      answer("cooperation.analyse",
             {{"alternative", "establish"}, {"key", "likt"}, {"samples", "500"}, {"seed", "3"}});
  ASSERT_TRUE(text);
  const auto result = json::parse(*text);
  EXPECT_EQ(result["alternative"]["id"], "establish");
  EXPECT_EQ(result["shapley_method"]["method"], "sampled");
}

TEST(BesideKinds, ThePartitionIsAResultOfItsOwn) {
  const auto text = answer("cooperation.partition");
  ASSERT_TRUE(text);
  EXPECT_EQ(json::parse(*text)["kind"], "partition");
}

TEST(BesideKinds, StaffingGivesTheSameBytesForTheSameSeed) {
  const Parameters parameters{{"alternative", "2-2-2"}, {"years", "4"}, {"seed", "9"}};
  const auto once = answer("staffing.simulate", parameters);
  ASSERT_TRUE(once);
  const auto result = json::parse(*once);
  EXPECT_EQ(result["years"], 4);
  EXPECT_EQ(result["alternatives"].size(), 1U);
  EXPECT_EQ(*once, *answer("staffing.simulate", parameters));
}

std::string bytes_of(const json& document) {
  const auto text = document["base64"].get<std::string>();
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '=') break;
    held = held << 6 | static_cast<std::uint32_t>(kDigits.find(c));
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 255U);
  }
  return bytes;
}

TEST(BesideKinds, DocumentsAreRunsToo) {
  const auto html = answer("cooperation.document", {{"format", "html"}, {"key", "likt"}});
  ASSERT_TRUE(html);
  const auto page = bytes_of(json::parse(*html));
  EXPECT_THAT(page, ::testing::StartsWith("<!doctype html>"));
  EXPECT_THAT(page, ::testing::EndsWith("</html>\n"));
  const auto xlsx =
      answer("staffing.document", {{"format", "xlsx"}, {"alternative", "2-2-2"}, {"years", "2"}});
  ASSERT_TRUE(xlsx);
  EXPECT_THAT(bytes_of(json::parse(*xlsx)), ::testing::StartsWith("PK\x03\x04"));
  for (const auto* kind : {"cooperation.document", "staffing.document"})
    EXPECT_THAT(complaint(kind, {{"format", "exe"}}), HasSubstr("one of html, pdf, xlsx"));
}

TEST(BesideKinds, WhatTheEconomyWouldTakeOverIsShownBeforeItIsSaved) {
  const auto text =
      answer("staffing.into_economy", {{"alternative", "six"}, {"years", "2"}, {"seed", "1"}});
  ASSERT_TRUE(text);
  const auto change = json::parse(*text);
  std::vector<steering::Edit> edits;
  for (const auto& one : change["cells"])
    edits.push_back(
        {change["file"], "set",
         std::to_string(one["line"].get<int>()) + "/" + one["column"].get<std::string>(),
         one["after"]});
  const auto edited = tools().edit(helgeland(), edits);
  ASSERT_TRUE(edited.mistakes.empty());
  EXPECT_TRUE(tools().check(edited.files));
  EXPECT_THAT(edited.files.at("staffing.csv"), HasSubstr(",6909390,"));
  EXPECT_THAT(complaint("staffing.into_economy", {{"years", "2"}}),
              HasSubstr("alternative must be given"));
}

TEST(BesideKinds, MeasuringNeedsACentreAndADayThatHasBeen) {
  const auto measured = [](const char* months, const char* until) {
    return complaint("staffing.simulate", {{"measured_months", months}, {"measured_until", until}});
  };
  EXPECT_THAT(measured("3", "2026-01-31"), HasSubstr("no centre here"));
  EXPECT_THAT(measured("3", "2999-01-01"), HasSubstr("not in the future"));
  EXPECT_THAT(measured("3", "yesterday"), HasSubstr("a day like"));
  EXPECT_THAT(measured("25", "2026-01-31"), HasSubstr("from 1 to 24"));
}

TEST(BesideKinds, TheErlangCalculatorNeedsNoCase) {
  const auto& erlang = *tools().calculator("staffing.erlang");
  const Parameters asked{{"per_hour", "73.5"}, {"handling_s", "240"}};
  const auto answered = json::parse(*erlang.compute(asked));
  EXPECT_EQ(answered["needed"], 10);
  auto few = asked;
  few["operators"] = "4";
  const auto unsteady = json::parse(*erlang.compute(few));
  EXPECT_EQ(unsteady["steady"], false);
  EXPECT_EQ(unsteady["to_be_steady"], 5);
  for (const auto* wrong : {"x", "-1", "nan", "1e400"}) {
    auto bad = asked;
    bad["per_hour"] = wrong;
    EXPECT_FALSE(erlang.compute(bad)) << wrong;
  }
}

TEST(BesideKinds, TheyTellHowFarTheyAre) {
  for (const auto& [kind, parameters] : std::map<std::string, Parameters>{
           {"cooperation.analyse", {{"key", "likt"}}},
           {"staffing.simulate", {{"alternative", "2-2-2"}, {"years", "4"}}}}) {
    std::mutex mutex;
    double last = 0;
    steering::Watch watch;
    watch.progress = [&](double share) {
      const std::lock_guard lock{mutex};
      EXPECT_LE(share, 1.0);
      last = std::max(last, share);
    };
    ASSERT_TRUE(answer(kind, parameters, helgeland(), watch)) << kind;
    EXPECT_GT(last, 0.7) << kind;
  }
}

TEST(BesideKinds, NothingIsComputedWhenCancelled) {
  steering::Watch watch;
  watch.cancelled = [] { return true; };
  for (const auto* kind : {"cooperation.analyse", "cooperation.partition", "staffing.simulate"})
    EXPECT_FALSE(answer(kind, {}, helgeland(), watch)) << kind;
}

TEST(BesideKinds, AMissingFileIsNamedWithWhatToDo) {
  auto files = helgeland();
  files.erase("cooperation.toml");
  files.erase("staffing.toml");
  for (const auto* kind : {"cooperation.analyse", "cooperation.partition"})
    EXPECT_THAT(complaint(kind, {}, files),
                HasSubstr("cooperation.toml: the case does not have this file"));
  EXPECT_THAT(complaint("staffing.simulate", {}, files),
              HasSubstr("staffing.toml: the case does not have this file"));
}

TEST(BesideKinds, ParametersHaveBounds) {
  for (const auto* samples : {"1", "1000001", "x"})
    EXPECT_THAT(complaint("cooperation.analyse", {{"samples", samples}}),
                HasSubstr("samples must be a whole number from 2"));
  for (const auto* years : {"1", "2001", "-5"})
    EXPECT_THAT(complaint("staffing.simulate", {{"years", years}}),
                HasSubstr("years must be a whole number from 2"));
  EXPECT_THAT(complaint("cooperation.analyse", {{"alternative", "none"}}), HasSubstr("none"));
  EXPECT_THAT(complaint("cooperation.analyse", {{"key", "none"}}), HasSubstr("none"));
  EXPECT_THAT(complaint("staffing.simulate", {{"alternative", "none"}}), HasSubstr("none"));
}

}  // namespace
}  // namespace varde::app
