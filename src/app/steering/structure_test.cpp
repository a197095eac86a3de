// Records that come, go and are renamed, with all that follows them; files beside case.toml.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/steering/testing.hpp"
#include "editing/follow.hpp"

namespace varde::app {
namespace {

using nlohmann::json;
using steering::Edit;
using steering::Files;
using steering::Sheet;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Files fresh(const std::string& kind) { return tools().new_case(kind, "").value(); }
Files after(const Files& files, const std::vector<Edit>& edits) {
  const auto made = tools().edit(files, edits);
  for (const auto& one : made.mistakes) ADD_FAILURE() << one.file << ": " << one.text;
  return made.files;
}
std::string refused(const Files& files, const Edit& edit) {
  const auto made = tools().edit(files, {edit});
  return made.mistakes.empty() ? "" : made.mistakes.front().text;
}
std::vector<std::string> complaints(const Files& files) {
  std::vector<std::string> texts;
  const auto read = tools().check(files);
  for (const auto& one : read ? tools().check_beside(files, {}) : read.error())
    texts.push_back(one.file + ": " + one.text);
  return texts;
}
Sheet::Table table(const Files& files, const std::string& name) {
  for (auto& one : tools().sheet(files).tables)
    if (one.file == name) return one;
  ADD_FAILURE() << name;
  return {};
}
Edit toml(std::string action, std::string key, std::string value = "") {
  return {"case.toml", std::move(action), std::move(key), std::move(value)};
}

TEST(Structure, EveryKindOfCaseStartsReadableAndComputes) {
  for (const auto& kind : tools().kinds) {
    ASSERT_TRUE(kind.can_be_new) << kind.name;
    const auto files = fresh(kind.name);
    EXPECT_THAT(complaints(files), IsEmpty()) << kind.name;
    for (const auto& shown : kind.shown) {
      auto parameters = shown.parameters;
      if (parameters.contains("draws")) parameters["draws"] = "200";
      const auto result = tools().run(shown.kind)->run(files, parameters, {});
      EXPECT_TRUE(result) << shown.kind << (result ? "" : result.error().front().text);
    }
  }
}

TEST(Structure, ANewAlternativeIsAColumnOfTheScoresAndIsScored) {
  auto files = after(fresh("decision"), {toml("add", "alternative")});
  EXPECT_THAT(table(files, "scores.csv").columns,
              ElementsAre("criterion", "name", "area", "assessor", "A", "B", "C", "source"));
  EXPECT_THAT(complaints(files), Contains(HasSubstr("no score for alternative 'C'")));
  files = after(files, {toml("set", "alternative.2.name", "Slå sammen"),
                        toml("set", "alternative.2.id", "S"),
                        {"scores.csv", "set", "2/S", "++"},
                        {"scores.csv", "set", "3/S", "3"},
                        {"scores.csv", "set", "4/S", "1"}});
  EXPECT_THAT(complaints(files), IsEmpty());
  const auto text = tools().run("decide.run")->run(files, {{"draws", "500"}}, {});
  ASSERT_TRUE(text);
  EXPECT_EQ(json::parse(*text)["overall"]["favourite"], "S");
}

TEST(Structure, ANewCriterionIsARowOfBothTablesAndTakesItsName) {
  auto files = after(fresh("decision"),
                     {toml("add", "criterion"), toml("set", "criterion.3.name", "Tid, tillit")});
  for (const auto* name : {"scores.csv", "importance.csv"}) {
    const auto row = table(files, name).rows.back();
    EXPECT_EQ(row.cells[0], "4") << name;
    EXPECT_EQ(row.cells[1], "Tid, tillit") << name;
  }
  files = after(files, {{"scores.csv", "set", "5/A", "1"},
                        {"scores.csv", "set", "5/B", "2"},
                        {"importance.csv", "set", "5/samlet", "S"}});
  EXPECT_THAT(complaints(files), IsEmpty());
}

TEST(Structure, OneWhoAssessesGetsRowsThatStandForNobodyElse) {
  auto files = after(fresh("decision"), {toml("add", "assessor"), toml("add", "assessor"),
                                         toml("set", "assessor.0.id", "kari")});
  EXPECT_THAT(complaints(files), IsEmpty()) << "without rows of their own they think as all";
  const auto scores = table(files, "scores.csv");
  EXPECT_EQ(scores.rows.size(), 9U);
  EXPECT_EQ(scores.rows[3].cells[3], "kari");
  files = after(files, {{"scores.csv", "set", "5/A", "3"}});
  EXPECT_THAT(complaints(files), IsEmpty());
}

TEST(Structure, WhatIsRemovedGoesFromTheTablesToo) {
  const auto files = fresh("decision");
  const auto both = after(files, {toml("add", "alternative"), toml("add", "criterion"),
                                  toml("remove", "alternative.2"), toml("remove", "criterion.3")});
  EXPECT_EQ(both, files);
}

TEST(Structure, AWeightOfACriterionGoesWithIt) {
  auto files = fresh("decision");
  const auto first = table(files, "scores.csv").rows[0].cells[0];
  files["case.toml"] +=
      "\n[[weighting]]\nname = \"egne\"\nL = 1\n[weighting.criteria]\n" + first + " = 2  # ours\n";
  ASSERT_THAT(complaints(files), IsEmpty());
  const auto renamed = after(files, {toml("set", "criterion.0.id", "pris")});
  EXPECT_THAT(complaints(renamed), IsEmpty());
  EXPECT_THAT(renamed.at("case.toml"), HasSubstr("[weighting.criteria]\npris = 2  # ours\n"));
  const auto removed = after(renamed, {toml("remove", "criterion.0")});
  EXPECT_THAT(complaints(removed), IsEmpty());
  EXPECT_THAT(removed.at("case.toml"), Not(HasSubstr("pris")));
}

TEST(Structure, WhoNamesARecordFollowsItsNewId) {
  const auto& scenarios = example("scenarios-2022");
  const auto files = after(
      scenarios, {toml("set", "alternative.0.id", "Nasjonalt"), toml("set", "area.1.id", "medisin"),
                  toml("set", "criterion.0.id", "styring")});
  EXPECT_THAT(complaints(files), IsEmpty());
  EXPECT_THAT(files.at("case.toml"), HasSubstr("alternatives = [\"Nasjonalt\", \"K\"]"));
  EXPECT_THAT(table(files, "importance.csv").columns, Contains("medisin"));
  EXPECT_EQ(table(files, "scores.csv").rows[0].cells[0], "styring");
  EXPECT_THAT(refused(scenarios, toml("set", "alternative.0.id", "K")),
              HasSubstr("stands already"));
  EXPECT_THAT(refused(scenarios, toml("set", "alternative.0.id", "")), HasSubstr("others name it"));
}

TEST(Structure, AnAlternativeOfACooperationIsRenamedWhereItCosts) {
  const auto& helgeland = example("helgeland-2025");
  const auto files = after(helgeland, {toml("set", "alternative.0.id", "eget"),
                                       toml("set", "alternative.1.id", "koble")});
  EXPECT_THAT(complaints(files), IsEmpty());
  EXPECT_THAT(files.at("cooperation.toml"), HasSubstr("alternative = \"koble\""));
  EXPECT_THAT(files.at("staffing.toml"), HasSubstr("economy = \"eget\""));
}

TEST(Structure, AnIdIsChosenInTheMannerOfTheOthers) {
  EXPECT_EQ(editing::free_id("alternative", {}), "A");
  EXPECT_EQ(editing::free_id("alternative", {"N", "A"}), "B");
  EXPECT_EQ(editing::free_id("criterion", {"1", "3"}), "4");
  EXPECT_EQ(editing::free_id("criterion", {}), "1");
  EXPECT_EQ(editing::free_id("area", {"samlet"}), "area-2");
  EXPECT_EQ(editing::free_id("assessor", {"assessor-2"}), "assessor-3");
}

TEST(Structure, TheSheetOffersWhatTheReadersAskFor) {
  const auto sheet = tools().sheet(fresh("decision"));
  const auto group = [&](const std::string& name) -> const Sheet::Group* {
    const auto found = std::ranges::find(sheet.groups, name, &Sheet::Group::name);
    return found == sheet.groups.end() ? nullptr : &*found;
  };
  ASSERT_NE(group("claim"), nullptr) << "the file has none yet";
  const auto& columns = group("claim")->columns;
  const auto kind = std::ranges::find(columns, "kind", &Sheet::Field::key);
  ASSERT_NE(kind, columns.end());
  EXPECT_THAT(kind->choices, Contains("above"));
  EXPECT_TRUE(kind->required);
  EXPECT_NE(group("assessor"), nullptr);
  const auto top = sheet.sections.front();
  EXPECT_EQ(top.name, "");
  const auto margin = std::ranges::find(top.absent, "margin", &Sheet::Field::key);
  ASSERT_NE(margin, top.absent.end());
  EXPECT_EQ(margin->type, "number");
}

TEST(Structure, FilesBesideAreEditedLikeCaseToml) {
  const auto& helgeland = example("helgeland-2025");
  const auto sheet = tools().sheet(helgeland);
  EXPECT_TRUE(sheet.offers.empty());
  const auto nested = std::ranges::find(sheet.groups, "plan.0.shift", &Sheet::Group::name);
  ASSERT_NE(nested, sheet.groups.end());
  const auto files = after(helgeland, {{"staffing.toml", "set", "roster.sickness.value", "0.1"},
                                       {"staffing.toml", "add", "target", ""},
                                       {"staffing.toml", "set", "target.3.within_s", "20"}});
  EXPECT_TRUE(tools().check(files));
  const auto mistakes = tools().check_beside(files, helgeland);
  ASSERT_FALSE(mistakes.empty());
  EXPECT_EQ(mistakes.front().file, "staffing.toml");
  EXPECT_THAT(mistakes.front().text, HasSubstr("percent"));
  EXPECT_TRUE(tools().check_beside(files, files).empty()) << "stands as before";
  EXPECT_THAT(complaints(after(files, {{"staffing.toml", "set", "target.3.percent", "50"}})),
              IsEmpty());
}

TEST(Structure, ACaseGetsTheFilesItDoesNotHave) {
  auto files = tools()
                   .new_case("cooperation",
                             "number,name,year,inhabitants\n1811,Bindal,2025,1374\n"
                             "1812,Sømna,2025,1962\n")
                   .value();
  EXPECT_EQ(tools().sheet(files).offers.size(), 3U);
  files = after(files, {{"survey.csv", "set", "2/amount", "100000"}});  // the other is filled in
  for (const auto* name : {"cooperation.toml", "staffing.toml", "invoice.toml"})
    files = after(files, {{name, "add", "", ""}});
  EXPECT_TRUE(tools().sheet(files).offers.empty());
  EXPECT_THAT(complaints(files), IsEmpty());
  const auto analysis = tools().run("cooperation.analyse")->run(files, {}, {});
  EXPECT_TRUE(analysis) << (analysis ? "" : analysis.error().front().text);
  EXPECT_TRUE(tools().run("staffing.simulate")->run(files, {{"years", "2"}}, {}));
  EXPECT_THAT(refused(files, {"staffing.toml", "add", "", ""}), HasSubstr("is there already"));
  EXPECT_FALSE(after(files, {{"staffing.toml", "remove", "", ""}}).contains("staffing.toml"));
  EXPECT_THAT(refused(files, {"case.toml", "remove", "", ""}), HasSubstr("no such file"));
  EXPECT_THAT(refused(fresh("decision"), {"staffing.toml", "add", "", ""}), HasSubstr("no such"));
}

TEST(Structure, AnEditWithAMistakeIsLeftOutAndTheOthersAreMade) {
  const auto made = tools().edit(fresh("decision"),
                                 {toml("set", "top_score", "many"), toml("set", "clear", "80")});
  ASSERT_EQ(made.mistakes.size(), 1U);
  EXPECT_THAT(made.mistakes[0].text, HasSubstr("top_score: write a number"));
  EXPECT_THAT(made.files.at("case.toml"), HasSubstr("clear = 80 "));
}

}  // namespace
}  // namespace varde::app
