#include "sqlite/wal.hpp"

#include <gtest/gtest.h>

#include "sqlite/database.hpp"
#include "sqlite/test_folder.hpp"

namespace varde::sqlite {
namespace {

constexpr std::size_t kFrame = 24 + 4096;

class WalTest : public ::testing::Test {
 protected:
  /// A database that was killed with `commits` commits of one row in its log.
  void make(int commits) {
    const auto session = open(folder_ / "a.db", {});
    execute(*session, "CREATE TABLE a(x TEXT)");
    for (int i = 0; i < commits; ++i) execute(*session, "INSERT INTO a VALUES('row')");
    std::filesystem::copy_file(folder_ / "a.db", path_);
    log_ = testing::content_of(folder_ / "a.db-wal");
    put(log_);
  }
  void put(const std::string& log) { testing::set_content(folder_ / "killed.db-wal", log); }
  long long rows() {
    // Away from the copy that the next damage is done to.
    std::filesystem::remove(folder_ / "killed.db-shm");
    return number(*open(path_, {.mode = Mode::read}), "SELECT count(*) FROM a");
  }

  testing::TestFolder folder_;
  std::filesystem::path path_ = folder_ / "killed.db";
  std::string log_;
};

TEST_F(WalTest, ASoundLogHidesNothing) {
  make(10);
  EXPECT_FALSE(wal_hides_commits(path_));
  EXPECT_EQ(rows(), 10);
}

TEST_F(WalTest, NoLogHidesNothing) {
  EXPECT_FALSE(wal_hides_commits(folder_ / "none.db"));
  make(1);
  for (const auto& log : {std::string(), std::string(20, 'x'), std::string(5'000, '\0')}) {
    put(log);
    EXPECT_FALSE(wal_hides_commits(path_));
  }
}

TEST_F(WalTest, WhereverAByteIsChangedLostCommitsAreNoticed) {
  make(20);
  const auto frames = (log_.size() - 32) / kFrame;
  ASSERT_GE(frames, 20U);
  for (std::size_t at = 0; at < log_.size(); at += at < 64 ? 1 : 211) {
    auto damaged = log_;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    put(damaged);
    const bool in_last_two = at >= 32 + (frames - 2) * kFrame;
    if (wal_hides_commits(path_)) continue;
    const auto left = rows();
    EXPECT_TRUE(left == 20 || (in_last_two && left >= 18))
        << "byte " << at << ": " << left << " rows";
  }
}

TEST_F(WalTest, ACutOffLogLooksLikeAPowerCut) {
  make(5);
  for (const std::size_t missing : {1U, 2'000U, 4'121U}) {
    put(log_.substr(0, log_.size() - missing));
    EXPECT_FALSE(wal_hides_commits(path_)) << missing;
  }
}

TEST_F(WalTest, FramesOfAnEarlierLogAreNoDamage) {
  const auto session = open(folder_ / "a.db", {});
  execute(*session, "CREATE TABLE a(x TEXT)");
  for (int i = 0; i < 20; ++i) execute(*session, "INSERT INTO a VALUES('row')");
  execute(*session, "PRAGMA wal_checkpoint(PASSIVE)");
  for (int i = 0; i < 3; ++i) execute(*session, "INSERT INTO a VALUES('row')");
  EXPECT_GT(std::filesystem::file_size(folder_ / "a.db-wal"), 20 * kFrame)
      << "the old frames are still there";
  EXPECT_FALSE(wal_hides_commits(folder_ / "a.db"));
}

}  // namespace
}  // namespace varde::sqlite
