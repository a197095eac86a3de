#include "report/workbook.hpp"

#include <gmock/gmock.h>

namespace varde::report {
namespace {

TEST(Workbook, NamesCells) {
  EXPECT_EQ(cell_name(0, 0), "A1");
  EXPECT_EQ(cell_name(2, 25), "Z3");
  EXPECT_EQ(cell_name(2, 26), "AA3");
  EXPECT_EQ(cell_name(9, 701, true), "$ZZ$10");
  EXPECT_EQ(cell_name(9, 702), "AAA10");
  EXPECT_EQ(range_name(1, 1, 3, 2), "B2:C4");
  EXPECT_EQ(in_sheet("Ola's ark", "A1"), "'Ola''s ark'!A1");
}

TEST(Workbook, IsAZipWithItsSheets) {
  Workbook book("Test", 1'700'000'000);
  auto& sheet = book.sheet("Kostnad: i dag/i morgen, med et langt navn");
  EXPECT_EQ(sheet.name(), "Kostnad- i dag-i morgen, me");
  EXPECT_EQ(book.sheet("Kostnad: i dag/i morgen, med et langt navn").name(),
            "Kostnad- i dag-i morgen, me 2");
  sheet.text(0, 0, "=1+1");
  sheet.money(1, 0, 12'345);
  sheet.formula(2, 0, "SUM(A2:A2)", 123.45, Look::money_sum);
  const auto bytes = book.bytes();
  ASSERT_TRUE(bytes.ok()) << bytes.error().message;
  EXPECT_THAT(*bytes, ::testing::StartsWith("PK\x03\x04"));
}

TEST(Workbook, ThatNobodyTakesLeavesNothing) {
  Workbook book("Test", 0);
  book.sheet("A").text(0, 0, std::string(40'000, 'x'));
  auto moved = std::move(book);
  moved.sheet("B").number(0, 0, 1);
}

}  // namespace
}  // namespace varde::report
