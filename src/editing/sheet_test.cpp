#include "editing/sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace varde::editing {
namespace {

using steering::Edit;
using steering::Files;
using ::testing::HasSubstr;

const std::string kToml =
    "# A case.\n"
    "kind = \"cooperation\"\n"
    "name = \"Blåbær\"   # of the \"case\"\n"
    "\n"
    "[assumptions]\n"
    "years = 15        # discounted\n"
    "rate = { value = 0.04, quality = \"assumed\", source = \"R-109\" }\n"
    "compared = [\"vtp\", \"epj\"]\n"
    "\n"
    "[[alternative]]\n"
    "id = \"a\"\n"
    "\n"
    "[[alternative]]\n"
    "id = \"b\"\n"
    "truncated = true\n";
const std::string kCsv =
    "municipality,amount,source\n"
    "1811,100,\"a, b\"\n"
    "1812,,\n"
    "1813,300,x\n";

Files files() { return {{"case.toml", kToml}, {"survey.csv", kCsv}}; }

std::string toml_after(const std::string& key, const std::string& value) {
  const auto result = edited(files(), {{"case.toml", "set", key, value}});
  return result.mistakes.empty() ? result.files.at("case.toml") : result.mistakes.front().text;
}
std::string csv_after(const std::vector<Edit>& edits) {
  const auto result = edited(files(), edits);
  return result.mistakes.empty() ? result.files.at("survey.csv") : result.mistakes.front().text;
}
/// kToml with one place changed.
std::string changed(const std::string& before, const std::string& after) {
  auto text = kToml;
  return text.replace(text.find(before), before.size(), after);
}

TEST(Sheet, TellsTheValuesOfCaseTomlInTheirOrder) {
  const auto sheet = sheet_of(files());
  ASSERT_GE(sheet.sections.size(), 4U);
  EXPECT_EQ(sheet.sections[0].name, "");
  EXPECT_EQ(sheet.sections[0].fields[1].value, "Blåbær");
  EXPECT_EQ(sheet.sections[0].fields[1].note, "of the \"case\"");
  const auto& assumptions = sheet.sections[1];
  EXPECT_EQ(assumptions.name, "assumptions");
  ASSERT_EQ(assumptions.fields.size(), 5U);
  EXPECT_EQ(assumptions.fields[0].key, "assumptions.years");
  EXPECT_EQ(assumptions.fields[0].value, "15");
  EXPECT_EQ(assumptions.fields[0].type, "number");
  EXPECT_EQ(assumptions.fields[0].note, "discounted");
  EXPECT_EQ(assumptions.fields[0].line, 6);
  EXPECT_EQ(assumptions.fields.back().value, "[\"vtp\", \"epj\"]");
  EXPECT_EQ(assumptions.fields.back().type, "list");
  EXPECT_EQ(sheet.sections[2].name, "alternative.0");
  EXPECT_EQ(sheet.sections[3].fields[1].type, "flag");
}

TEST(Sheet, TellsTheRowsOfCsvFiles) {
  const auto sheet = sheet_of(files());
  ASSERT_EQ(sheet.tables.size(), 1U);
  EXPECT_THAT(sheet.tables[0].columns, testing::ElementsAre("municipality", "amount", "source"));
  EXPECT_EQ(sheet.tables[0].rows[0].line, 2);
  EXPECT_EQ(sheet.tables[0].rows[0].cells[2], "a, b");
}

TEST(Sheet, AnEditChangesItsValueAndNothingElse) {
  EXPECT_EQ(toml_after("assumptions.years", "20"), changed("years = 15", "years = 20"));
  EXPECT_EQ(toml_after("name", "Blå \"x\""), changed("\"Blåbær\"", "\"Blå \\\"x\\\"\""));
  EXPECT_EQ(toml_after("assumptions.rate.value", "0.05"), changed("0.04", "0.05"));
  EXPECT_EQ(toml_after("assumptions.rate.source", "møte"), changed("R-109", "møte"));
  EXPECT_EQ(toml_after("alternative.1.truncated", "false"), changed("= true", "= false"));
  EXPECT_EQ(toml_after("alternative.0.id", "z"), changed("\"a\"", "\"z\""));
  EXPECT_EQ(toml_after("assumptions.compared", "[\"vtp\"]"),
            changed("[\"vtp\", \"epj\"]", "[\"vtp\"]"));
}

TEST(Sheet, ANumberIsGivenWhereItComesFrom) {
  EXPECT_EQ(toml_after("assumptions.years.source", "the council"),
            changed("years = 15 ", "years = { value = 15, source = \"the council\" } "));
  EXPECT_EQ(toml_after("assumptions.rate.low", "0.03"),
            changed("\"R-109\" }", "\"R-109\", low = 0.03 }"));
}

TEST(Sheet, WhatIsWrongSaysWhatToWrite) {
  EXPECT_THAT(toml_after("assumptions.years", "15,5"), HasSubstr("decimal point"));
  EXPECT_THAT(toml_after("assumptions.years", "many"), HasSubstr("write a number"));
  EXPECT_THAT(toml_after("alternative.1.truncated", "yes"), HasSubstr("true or false"));
  EXPECT_THAT(toml_after("assumptions.years", "1.2.3"), HasSubstr("could not be read"));
  EXPECT_THAT(toml_after("alternative.7.id", "1"), HasSubstr("no such record"));
  EXPECT_THAT(csv_after({{"survey.csv", "set", "9/amount", "1"}}), HasSubstr("no such row"));
  EXPECT_THAT(csv_after({{"survey.csv", "set", "2/no", "1"}}), HasSubstr("no column"));
  EXPECT_THAT(csv_after({{"survey.csv", "set", "1/amount", "1"}}), HasSubstr("no such row"));
  EXPECT_THAT(csv_after({{"other.csv", "set", "2/amount", "1"}}), HasSubstr("no such file"));
}

TEST(Sheet, EachEditOfARowIsOnWhatThoseBeforeItLeft) {
  EXPECT_EQ(csv_after({{"survey.csv", "set", "3/amount", "250"}}),
            "municipality,amount,source\n1811,100,\"a, b\"\n1812,250,\n1813,300,x\n");
  EXPECT_EQ(csv_after({{"survey.csv", "set", "2/amount", "5"}}),
            "municipality,amount,source\n1811,5,\"a, b\"\n1812,,\n1813,300,x\n");
  EXPECT_EQ(csv_after({{"survey.csv", "remove", "2", ""},
                       {"survey.csv", "add", "2", "1820,7,"},
                       {"survey.csv", "set", "4/source", "a \"b\""}}),
            "municipality,amount,source\n1812,,\n1820,7,\n1813,300,\"a \"\"b\"\"\"\n");
}

TEST(Sheet, AFileWithSemicolonsAndCarriageReturnsKeepsThem) {
  const Files other{{"f.csv", "a;b\r\n1;2\r\n"}};
  const auto result = edited(other, {{"f.csv", "set", "2/b", "x;y"}});
  ASSERT_TRUE(result.mistakes.empty());
  EXPECT_EQ(result.files.at("f.csv"), "a;b\r\n1;\"x;y\"\r\n");
}

TEST(Sheet, WhatCannotBeReadHasNoValues) {
  EXPECT_TRUE(sheet_of({{"case.toml", "a = ["}}).sections.empty());
  EXPECT_FALSE(edited({{"case.toml", "a = ["}}, {{"case.toml", "set", "a", "1"}}).mistakes.empty());
}

}  // namespace
}  // namespace varde::editing
