#include "sqlite/backup.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sqlite/database.hpp"
#include "sqlite/test_folder.hpp"

namespace varde::sqlite {
namespace {

using ::testing::HasSubstr;

class BackupTest : public ::testing::Test {
 protected:
  void SetUp() override {
    execute(*writer_, "CREATE TABLE a(x INTEGER PRIMARY KEY, y TEXT)");
    add(2'000);
  }

  void add(int rows) {
    const Transaction transaction(*writer_, Mode::write);
    for (int i = 0; i < rows; ++i)
      execute(*writer_, "INSERT INTO a(y) VALUES('" + std::string(2'000, 'y') + "')");
    execute(*writer_, "COMMIT");
  }

  testing::TestFolder folder_;
  std::unique_ptr<Session> writer_ = open(folder_ / "a.db", {});
};

TEST_F(BackupTest, IsTheStateAtItsStartAlthoughTheWriterGoesOn) {
  int steps = 0;
  const auto done = backup_database(folder_ / "a.db", folder_ / "b.db",
                                    [&](std::uint64_t copied, std::uint64_t total) {
                                      EXPECT_LE(copied, total);
                                      EXPECT_GT(total, 2'000U * 2'000U);
                                      ++steps;
                                      add(1);
                                    });
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_GE(steps, 2) << "one step proves nothing";
  EXPECT_LE(steps, 10) << "the copy was started anew";

  const auto copy = open(folder_ / "b.db", {.mode = Mode::read});
  EXPECT_EQ(number(*copy, "SELECT count(*) FROM a"), 2'000);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "b.db.partial"));
}

TEST_F(BackupTest, NeverOverwrites) {
  testing::set_content(folder_ / "b.db", "mine");
  const auto refused = backup_database(folder_ / "a.db", folder_ / "b.db", {});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("exists"));
  EXPECT_EQ(testing::content_of(folder_ / "b.db"), "mine");
}

TEST_F(BackupTest, ReplacesTheRestOfABrokenOne) {
  testing::set_content(folder_ / "b.db.partial", "half a copy");
  EXPECT_TRUE(backup_database(folder_ / "a.db", folder_ / "b.db", {}));
}

TEST_F(BackupTest, WithoutASourceThereIsAnErrorAndNoFile) {
  const auto refused = backup_database(folder_ / "none.db", folder_ / "b.db", {});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("none.db"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "b.db"));
}

TEST_F(BackupTest, OfWhatHidesCommitsIsRefused) {
  for (int i = 0; i < 3; ++i) add(1);
  auto log = testing::content_of(folder_ / "a.db-wal");
  log[log.size() / 2] = static_cast<char>(log[log.size() / 2] ^ 1);
  std::filesystem::copy_file(folder_ / "a.db", folder_ / "killed.db");
  testing::set_content(folder_ / "killed.db-wal", log);
  const auto refused = backup_database(folder_ / "killed.db", folder_ / "b.db", {});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("write-ahead log is damaged"));
}

}  // namespace
}  // namespace varde::sqlite
