#include "editing/table_import.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "answers/portfolio/portfolio.hpp"
#include "app/steering/testing.hpp"

namespace varde::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const steering::Files& portfolio() { return example("portfolio-2023"); }

TEST(TableImport, IsWhatAPortfolioCaseImports) {
  const auto preview = tools().preview_import(
      portfolio(), "municipality,solution,fact,by,owner,note\n0301,vkp,in_use,2024,Oslo,\n");
  ASSERT_EQ(preview.rows.size(), 1);
  EXPECT_EQ(preview.rows[0].status, "added");
  EXPECT_EQ(preview.rows[0].what, "plans.csv: 0301 · vkp · in_use");
  EXPECT_EQ(preview.rows[0].after, "2024 · Oslo");
  EXPECT_THAT(preview.mistakes, IsEmpty());
  EXPECT_TRUE(tools().check(preview.files).ok());
}

TEST(TableImport, WhatIsWrongStandsAtItsRowAndNothingCanBeSaved) {
  const auto preview = editing::preview_tables(
      portfolio(), "municipality,solution,fact,by\n0301,vkp,in_use,soon\n0301,vkp,in_use,2024\n");
  ASSERT_EQ(preview.rows.size(), 2);
  EXPECT_EQ(preview.rows[0].status, "wrong");
  EXPECT_THAT(preview.rows[0].mistakes.at(0), HasSubstr("'soon' is no date"));
  EXPECT_EQ(preview.rows[1].status, "added");
  EXPECT_THAT(preview.mistakes, IsEmpty());
  EXPECT_THAT(preview.files, IsEmpty());
}

TEST(TableImport, AMistakeOfAnotherFileIsOfTheWhole) {
  const auto preview = editing::preview_tables(portfolio(), "id,name\na,A\n");
  EXPECT_THAT(preview.mistakes, testing::Contains(HasSubstr("adoption.csv")));
  EXPECT_THAT(preview.files, IsEmpty());
}

}  // namespace
}  // namespace varde::app
