#include "journal/sqlite_journal.hpp"

#include <csignal>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "journal/test_entries.hpp"
#include "journal/verify.hpp"
#include "sqlite/backup.hpp"
#include "sqlite/database.hpp"
#include "sqlite/test_folder.hpp"

namespace varde::journal {
namespace {

using testing::Group;
using ::testing::HasSubstr;
using testing::next_group;
using testing::read_all;
using Mode = SqliteJournal::Mode;

/// While it lives no file of this process grows beyond `bytes`: writes fail as on a broken or full
/// disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    previous_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &previous_);
    const rlimit limit{bytes, previous_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &previous_);
    std::signal(SIGXFSZ, previous_handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit previous_{};
  void (*previous_handler_)(int);
};

class SqliteJournalTest : public ::testing::Test {
 protected:
  std::unique_ptr<SqliteJournal> open(Mode mode = Mode::write) {
    auto opened = SqliteJournal::open(path_, mode);
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::move(opened).value();
  }
  std::string refusal(Mode mode) {
    const auto opened = SqliteJournal::open(path_, mode);
    return opened ? "" : opened.error().message;
  }

  sqlite::testing::TestFolder folder_;
  std::filesystem::path path_ = folder_ / "journal.db";
};

TEST_F(SqliteJournalTest, ASecondWriterIsRefusedUntilTheFirstIsGone) {
  auto first = open();
  EXPECT_THAT(refusal(Mode::write), HasSubstr("another process has it open for writing"));
  EXPECT_THAT(refusal(Mode::write), HasSubstr("journal.db"));
  ASSERT_TRUE(next_group(*first, 1).append_to(*first));
  first.reset();
  EXPECT_EQ(refusal(Mode::write), "");
}

TEST_F(SqliteJournalTest, ReadersSeeWhatTheWriterHasCommitted) {
  auto writer = open();
  ASSERT_TRUE(next_group(*writer, 4).append_to(*writer));
  const auto reader = open(Mode::read);
  EXPECT_EQ(reader->last(), 4U);
  ASSERT_TRUE(next_group(*writer, 2).append_to(*writer));
  EXPECT_EQ(read_all(*reader), read_all(*writer));
  const auto refused = next_group(*reader, 1).append_to(*reader);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("reading only"));
  EXPECT_FALSE(reader->erase_attachment(3));
  EXPECT_FALSE(reader->checkpoint());
}

TEST_F(SqliteJournalTest, ThereIsNothingToReadBeforeThereIsAJournal) {
  EXPECT_THAT(refusal(Mode::read), HasSubstr("unable to open"));
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(SqliteJournalTest, ANewerSchemaIsRefusedNamingBothVersions) {
  open();
  const auto session = sqlite::open(path_, {});
  sqlite::execute(*session,
                  "INSERT INTO migration(number, name, checksum) VALUES(2, '0002_future', 'x')");
  for (const auto mode : {Mode::write, Mode::read}) {
    EXPECT_THAT(refusal(mode), HasSubstr("schema version 2"));
    EXPECT_THAT(refusal(mode), HasSubstr("up to 1"));
  }
}

TEST_F(SqliteJournalTest, AnAppendThatFailsLeavesNothingAndTheJournalGoesOn) {
  auto journal = open();
  ASSERT_TRUE(next_group(*journal, 3).append_to(*journal));
  const auto before = read_all(*journal);
  {
    const FileSizeLimit limit(64 * 1024);
    for (int i = 0; i < 3; ++i) {
      Group group = next_group(*journal, 1'000);
      const auto failed = group.append_to(*journal);
      ASSERT_FALSE(failed);
      EXPECT_THAT(failed.error().message, HasSubstr("journal.db"));
      EXPECT_EQ(journal->last(), 3U);
    }
  }
  EXPECT_EQ(read_all(*journal), before);
  ASSERT_TRUE(next_group(*journal, 1'000).append_to(*journal));
  EXPECT_EQ(read_all(*journal).size(), 1'003U);
  journal.reset();
  EXPECT_EQ(open()->last(), 1'003U);
  EXPECT_TRUE(verify(path_)->ok());
}

TEST_F(SqliteJournalTest, ALockedDatabaseFailsTheAppendAndNothingElse) {
  auto journal = open();
  const auto other = sqlite::open(path_, {});
  {
    const sqlite::Transaction blocking(*other, sqlite::Mode::write);
    const auto failed = next_group(*journal, 1).append_to(*journal);
    ASSERT_FALSE(failed);
    EXPECT_THAT(failed.error().message, HasSubstr("locked"));
  }
  EXPECT_TRUE(next_group(*journal, 1).append_to(*journal));
}

TEST_F(SqliteJournalTest, ErasedWordsAreNotInTheFilesAnyMore) {
  auto journal = open();
  Group group;
  group.add(1, "the very secret words");
  ASSERT_TRUE(group.append_to(*journal));
  ASSERT_TRUE(journal->checkpoint());
  EXPECT_THAT(sqlite::testing::content_of(path_), HasSubstr("very secret"));
  ASSERT_TRUE(journal->erase_attachment(1));
  journal.reset();
  EXPECT_THAT(sqlite::testing::content_of(path_), ::testing::Not(HasSubstr("very secret")));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "journal.db-wal"));
}

TEST_F(SqliteJournalTest, ACheckpointFromAnotherThreadLetsTheLogStartAnew) {
  auto journal = open();
  ASSERT_TRUE(next_group(*journal, 1'000).append_to(*journal));
  const auto grown = journal->wal_bytes();
  EXPECT_GT(grown, 100'000U);
  std::thread([&] { EXPECT_TRUE(journal->checkpoint()); }).join();
  ASSERT_TRUE(next_group(*journal, 1).append_to(*journal));
  EXPECT_LT(journal->wal_bytes(), grown / 4);
}

TEST_F(SqliteJournalTest, TheLogIsBoundedThoughNobodyCheckpoints) {
  auto journal = open();
  std::uint64_t most = 0;
  for (engine::Position position = 1; position <= 12; ++position) {
    Group group;
    group.add(position, std::string(8 * 1024 * 1024, 'x'));
    ASSERT_TRUE(group.append_to(*journal));
    most = std::max(most, journal->wal_bytes());
  }
  EXPECT_LE(most, 80U * 1024 * 1024);
  EXPECT_GE(most, 64U * 1024 * 1024);
}

TEST_F(SqliteJournalTest, CanBeBackedUpWhileItIsWritten) {
  auto journal = open();
  ASSERT_TRUE(next_group(*journal, 5'000).append_to(*journal));
  ASSERT_TRUE(
      sqlite::backup_database(path_, folder_ / "copy.db", [&](std::uint64_t, std::uint64_t) {
        EXPECT_TRUE(next_group(*journal, 1).append_to(*journal));
      }));
  const auto copy = verify(folder_ / "copy.db");
  ASSERT_TRUE(copy && copy->ok());
  EXPECT_EQ(copy->entries, 5'000U);
}

TEST_F(SqliteJournalTest, AJournalThatEndsInDamageIsNotOpened) {
  auto journal = open();
  ASSERT_TRUE(next_group(*journal, 2).append_to(*journal));
  ASSERT_TRUE(next_group(*journal, 1).append_to(*journal));
  journal.reset();
  auto session = sqlite::open(path_, {});
  sqlite::execute(*session, "UPDATE page SET hash = zeroblob(32) WHERE first_position = 3");
  session.reset();
  EXPECT_THAT(refusal(Mode::write), HasSubstr("entry 3"));
}

TEST_F(SqliteJournalTest, ReadingNamesTheEntryThatCannotBeRead) {
  auto journal = open();
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(next_group(*journal, 2).append_to(*journal));
  const auto session = sqlite::open(path_, {});
  sqlite::execute(*session, "DELETE FROM page WHERE first_position = 5");
  const auto seen = read_all(*journal);
  ASSERT_EQ(seen.size(), 5U);
  EXPECT_EQ(seen.back().position, 0U);
  EXPECT_THAT(seen.back().bytes, HasSubstr("entry 5: is missing"));
}

}  // namespace
}  // namespace varde::journal
