// The simulated disk under plain SQLite: what SQLite promises on a real disk must hold on this one,
// and what a real disk can do to a program this one must be able to do.
#include "vfs.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace varde::sim {
namespace {

class Connection {
 public:
  explicit Connection(const char* synchronous) {
    result_ = sqlite3_open_v2("rows.db", &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    run("PRAGMA journal_mode=WAL");
    run(std::string("PRAGMA synchronous=") + synchronous);
    run("PRAGMA wal_autocheckpoint=8");
    run("CREATE TABLE IF NOT EXISTS rows (n INTEGER PRIMARY KEY, text BLOB)");
  }
  ~Connection() { sqlite3_close(db_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int run(const std::string& sql) {
    if (result_ != SQLITE_OK) return result_;
    return sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
  }
  bool insert(int n) {
    return run("INSERT INTO rows VALUES (" + std::to_string(n) + ", randomblob(700))") == SQLITE_OK;
  }
  // The number of rows, or -1 when they are not 1..count without a gap or the file is damaged.
  int count() {
    int rows = -1;
    const auto first = [](void* out, int, char** values, char**) {
      *static_cast<int*>(out) = std::stoi(values[0]);
      return 0;
    };
    sqlite3_exec(db_, "SELECT iif(count(*) = coalesce(max(n), 0), count(*), -1) FROM rows", first,
                 &rows, nullptr);
    int sound = 0;
    const auto is_ok = [](void* out, int, char** values, char**) {
      *static_cast<int*>(out) += std::string_view(values[0]) == "ok" ? 1 : 2;
      return 0;
    };
    sqlite3_exec(db_, "PRAGMA integrity_check", is_ok, &sound, nullptr);
    return sound == 1 ? rows : -1;
  }

 private:
  sqlite3* db_ = nullptr;
  int result_ = SQLITE_OK;
};

TEST(SimulatedDisk, WhatSqliteHasCommittedSurvivesAPowerCutAtAnyOperation) {
  SimulatedFiles files;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    auto disk = std::make_shared<Disk>(seed);
    Random random(seed);
    int committed = 0;
    for (int life = 0; life < 4; ++life) {
      files.mount(disk);
      disk->crash_after(random.between(1, 120));
      {
        Connection connection("FULL");
        const int found = connection.count();
        if (found >= 0) {
          EXPECT_GE(found, committed) << "seed " << seed;
          committed = found;
        }
        while (connection.insert(committed + 1)) ++committed;
      }
      disk = disk->after_crash(static_cast<Disk::Loss>(random.below(3)));
    }
    files.mount(disk);
    EXPECT_GE(Connection("FULL").count(), committed) << "seed " << seed;
  }
}

TEST(SimulatedDisk, LosesWhatWasNotSynced) {
  SimulatedFiles files;
  auto disk = std::make_shared<Disk>(7);
  files.mount(disk);
  {
    Connection connection("OFF");
    ASSERT_TRUE(connection.insert(1));
    disk->kill();
  }
  files.mount(disk->after_crash(Disk::Loss::all));
  EXPECT_LE(Connection("OFF").count(), 0);
}

TEST(SimulatedDisk, LosesWhatALyingDiskCalledSynced) {
  SimulatedFiles files;
  auto disk = std::make_shared<Disk>(7);
  files.mount(disk);
  {
    Connection connection("FULL");
    ASSERT_TRUE(connection.insert(1));
    disk->set_lying(true);
    ASSERT_TRUE(connection.insert(2));
    disk->kill();
  }
  files.mount(disk->after_crash(Disk::Loss::all));
  EXPECT_EQ(Connection("FULL").count(), 1);
}

TEST(SimulatedDisk, KeepsEverythingWhenOnlyTheProcessDies) {
  SimulatedFiles files;
  auto disk = std::make_shared<Disk>(7);
  files.mount(disk);
  {
    Connection connection("OFF");
    for (int n = 1; n <= 20; ++n) ASSERT_TRUE(connection.insert(n));
    disk->kill();
  }
  files.mount(disk->after_crash(Disk::Loss::nothing));
  EXPECT_EQ(Connection("OFF").count(), 20);
}

TEST(SimulatedDisk, AFullDiskRefusesAndLaterServesAgain) {
  SimulatedFiles files;
  auto disk = std::make_shared<Disk>(7);
  files.mount(disk);
  Connection connection("FULL");
  ASSERT_TRUE(connection.insert(1));
  disk->set_full(true);
  int refused = 2;
  while (connection.insert(refused) && refused < 100) ++refused;
  ASSERT_LT(refused, 100);
  disk->set_full(false);
  EXPECT_TRUE(connection.insert(refused));
  EXPECT_EQ(connection.count(), refused);
}

TEST(SimulatedDisk, AFailedSyncCommitsNothingThatIsLostLater) {
  SimulatedFiles files;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    auto disk = std::make_shared<Disk>(seed);
    files.mount(disk);
    int committed = 0;
    {
      Connection connection("FULL");
      for (int n = 1; n <= 30; ++n) {
        if (disk->random().chance(20)) disk->fail_syncs(1);
        if (connection.insert(committed + 1)) ++committed;
      }
      disk->kill();
    }
    files.mount(disk->after_crash(Disk::Loss::all));
    EXPECT_GE(Connection("FULL").count(), committed) << "seed " << seed;
  }
}

TEST(SimulatedDisk, TwoConnectionsReadAndWriteTogether) {
  SimulatedFiles files;
  files.mount(std::make_shared<Disk>(7));
  Connection writer("FULL");
  Connection reader("FULL");
  ASSERT_TRUE(writer.insert(1));
  EXPECT_EQ(reader.count(), 1);
  ASSERT_EQ(writer.run("BEGIN IMMEDIATE"), SQLITE_OK);
  ASSERT_TRUE(writer.insert(2));
  EXPECT_EQ(reader.count(), 1);
  EXPECT_FALSE(reader.insert(2));
  ASSERT_EQ(writer.run("COMMIT"), SQLITE_OK);
  EXPECT_EQ(reader.count(), 2);
}

}  // namespace
}  // namespace varde::sim
