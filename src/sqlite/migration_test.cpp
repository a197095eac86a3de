#include "sqlite/migration.hpp"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sqlite/test_folder.hpp"

namespace varde::sqlite {
namespace {

using ::testing::HasSubstr;

constexpr Migration kFirst{1, "0001_first", "CREATE TABLE a(x INTEGER); INSERT INTO a VALUES(7);"};
constexpr Migration kSecond{2, "0002_second",
                            "ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 8;"};
constexpr Migration kBroken{2, "0002_broken",
                            "CREATE TABLE b(x INTEGER); CREATE TABLE b(x INTEGER);"};
constexpr std::array kOne{kFirst};
constexpr std::array kBoth{kFirst, kSecond};

class MigrationTest : public ::testing::Test {
 protected:
  testing::TestFolder folder_;
  std::unique_ptr<Session> session_ = open(folder_ / "a.db", {});
};

TEST_F(MigrationTest, RunsWhatHasNotRunYet) {
  ASSERT_TRUE(migrate(*session_, kOne));
  EXPECT_EQ(number(*session_, "SELECT x FROM a"), 7);
  ASSERT_TRUE(migrate(*session_, kBoth));
  EXPECT_EQ(number(*session_, "SELECT count(*) FROM a"), 1);
  EXPECT_EQ(number(*session_, "SELECT y FROM a"), 8);
  ASSERT_TRUE(migrate(*session_, kBoth));
  EXPECT_TRUE(check_schema(*session_, kBoth));
}

TEST_F(MigrationTest, ANewerSchemaIsRefusedNamingBothVersions) {
  ASSERT_TRUE(migrate(*session_, kBoth));
  for (const auto& refused : {migrate(*session_, kOne), check_schema(*session_, kOne)}) {
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("schema version 2"));
    EXPECT_THAT(refused.error().message, HasSubstr("up to 1"));
  }
}

TEST_F(MigrationTest, AnOlderSchemaIsNotReadAsIfItWereNew) {
  ASSERT_TRUE(migrate(*session_, kOne));
  const auto refused = check_schema(*session_, kBoth);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("needs 2"));
}

TEST_F(MigrationTest, AnEditedMigrationIsRefusedByName) {
  ASSERT_TRUE(migrate(*session_, kOne));
  constexpr std::array kEdited{Migration{1, "0001_first", "CREATE TABLE a(x TEXT);"}, kSecond};
  const auto refused = migrate(*session_, kEdited);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("0001_first"));
}

TEST_F(MigrationTest, AFailingMigrationLeavesNothing) {
  constexpr std::array kBad{kFirst, kBroken};
  ASSERT_FALSE(migrate(*session_, kBad));
  EXPECT_EQ(number(*session_, "SELECT count(*) FROM sqlite_master"), 0);
  EXPECT_TRUE(migrate(*session_, kBoth));
}

TEST_F(MigrationTest, AFileThatIsNoDatabaseIsAnErrorNotACrash) {
  testing::set_content(folder_ / "text.db", std::string(5'000, 'x'));
  const auto opened = guarded("text.db", [&] {
    open(folder_ / "text.db", {});
    return Done{};
  });
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("not a database"));
}

TEST_F(MigrationTest, AFolderMayHaveAnyName) {
  const auto odd = folder_ / "a b?c#d%20=";
  std::filesystem::create_directories(odd);
  open(odd / "x.db", {});
  EXPECT_TRUE(std::filesystem::exists(odd / "x.db"));
}

TEST_F(MigrationTest, ReadingDoesNotMakeAFile) {
  EXPECT_FALSE(guarded("none", [&] {
    open(folder_ / "none.db", {.mode = Mode::read});
    return Done{};
  }));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "none.db"));
}

}  // namespace
}  // namespace varde::sqlite
