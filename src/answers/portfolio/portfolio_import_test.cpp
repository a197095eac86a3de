#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "answers/portfolio/portfolio.hpp"

namespace varde::answers {
namespace {

using testing::HasSubstr;
using Status = PortfolioImport::Status;
namespace fs = std::filesystem;

cases::Files example() {
  return cases::read_folder(fs::path(VARDE_EXAMPLES) / "portfolio-2023").value();
}

std::string workbook(const cases::Files& files) {
  return portfolio_document(files, "xlsx", 0).value();
}

std::vector<PortfolioImport::Row> all_with(const PortfolioImport& imported, Status status) {
  std::vector<PortfolioImport::Row> rows;
  for (const auto& row : imported.rows) {
    if (row.status == status) rows.push_back(row);
  }
  return rows;
}

TEST(PortfolioImport, WhatTheExportWroteChangesNothing) {
  const auto files = example();
  const auto same = portfolio_import(files, workbook(files));
  ASSERT_TRUE(same.mistakes.empty()) << same.mistakes.front().text;
  EXPECT_GT(same.rows.size(), 50);
  EXPECT_EQ(same.count(Status::same), same.rows.size());
  EXPECT_EQ(same.files, files) << "to the letter";
}

TEST(PortfolioImport, EachRowIsTheSameChangedAddedOrRemoved) {
  const auto files = example();
  auto other = files;
  other["adoption.csv"] += "1833,helseid,in_use,yes,2023-02,2023-04,\"Rana, IT\",brev,,\n";
  auto& totals = other["totals.csv"];
  const auto line = totals.find("vkp,unspecified,2023-04,30");
  ASSERT_NE(line, totals.npos);
  totals.replace(totals.find("30", line), 2, "31");
  auto& needs = other["dependencies.csv"];
  const auto gone = needs.find("provesvar,kjernejournal");
  needs.erase(gone, needs.find('\n', gone) + 1 - gone);
  const auto imported = portfolio_import(files, workbook(other));
  ASSERT_TRUE(imported.mistakes.empty()) << imported.mistakes.front().text;
  const auto added = all_with(imported, Status::added);
  ASSERT_EQ(added.size(), 1);
  EXPECT_EQ(added[0].key, "1833 · helseid · in_use");
  EXPECT_THAT(added[0].after, HasSubstr("Rana, IT"));
  const auto changed = all_with(imported, Status::changed);
  ASSERT_EQ(changed.size(), 1);
  EXPECT_THAT(changed[0].before, HasSubstr("30"));
  EXPECT_THAT(changed[0].after, HasSubstr("31"));
  const auto removed = all_with(imported, Status::removed);
  ASSERT_EQ(removed.size(), 1);
  EXPECT_EQ(removed[0].key, "provesvar · kjernejournal");
  const auto next = nlohmann::json::parse(portfolio_next(imported.files, "1833").value());
  for (const auto& step : next["steps"]) EXPECT_NE(step["solution"], "helseid");
}

TEST(PortfolioImport, ACsvFileIsKnownByItsColumns) {
  const auto files = example();
  const auto plans = portfolio_import(
      files, "municipality;solution;fact;by;owner;note\n301;digihelse;in_use;2024;Oslo;\n");
  ASSERT_TRUE(plans.mistakes.empty()) << plans.mistakes.front().text;
  EXPECT_EQ(plans.rows.back().file, "plans.csv");
  const auto next = nlohmann::json::parse(portfolio_next(plans.files, "0301").value());
  int planned = 0;
  for (const auto& step : next["steps"]) planned += step["planned_by"] == "2024";
  EXPECT_EQ(planned, 1);
  EXPECT_THAT(portfolio_import(files, "colour,shape\nred,round\n").mistakes.front().text,
              HasSubstr("are no file's columns"));
  EXPECT_THAT(portfolio_import(files, "solution,fact,source\nvkp,in_use,x\n").mistakes.front().text,
              HasSubstr("totals.csv or ambitions.csv"));
  EXPECT_THAT(portfolio_import(files, "").mistakes.front().text, HasSubstr("empty"));
}

TEST(PortfolioImport, AMistakeStandsAtItsRow) {
  const auto files = example();
  const auto imported = portfolio_import(
      files, "solution,fact,by,target,source\nvkp,in_use,2024,60,\nvkq,in_use,2024,60,\n");
  ASSERT_EQ(imported.mistakes.size(), 1);
  const auto wrong = all_with(imported, Status::wrong);
  ASSERT_EQ(wrong.size(), 1);
  EXPECT_EQ(wrong[0].line, 3);
  EXPECT_THAT(wrong[0].mistakes.at(0), HasSubstr("did you mean 'vkp'"));
}

TEST(PortfolioImport, AWorkbookThatDoesNotFitTheCaseIsRefused) {
  const auto files = example();
  EXPECT_FALSE(
      portfolio_import(files, std::string_view("PK\x03\x04 and no more")).mistakes.empty());
  // An activity card speaks of a solution that the other case's workbook does not have.
  cases::Files other{{"case.toml", "kind = \"portfolio\"\nname = \"B\"\ndate = \"2023\"\n"},
                     {"solutions.csv", "id,name\na,A\n"}};
  const auto refused = portfolio_import(files, workbook(other));
  ASSERT_FALSE(refused.mistakes.empty());
  EXPECT_THAT(to_string(refused.mistakes.front()), HasSubstr("is not in solutions.csv"));
}

}  // namespace
}  // namespace varde::answers
