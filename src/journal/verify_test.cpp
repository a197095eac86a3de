#include "journal/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "journal/sqlite_journal.hpp"
#include "journal/test_entries.hpp"
#include "sqlite/database.hpp"
#include "sqlite/test_folder.hpp"

namespace varde::journal {
namespace {

using testing::Group;
using ::testing::HasSubstr;
using testing::next_group;

class VerifyTest : public ::testing::Test {
 protected:
  /// A closed journal of `commits` commits of `size` entries, and the bytes of its file.
  void make(int commits, std::size_t size) {
    auto journal = std::move(SqliteJournal::open(path_, SqliteJournal::Mode::write)).value();
    for (int i = 0; i < commits; ++i) {
      const auto group = next_group(*journal, size);
      ASSERT_TRUE(group.append_to(*journal));
      for (const auto& entry : group.entries) entries_.push_back(testing::bytes_of(entry));
    }
    journal.reset();
    good_ = sqlite::testing::content_of(path_);
  }

  void change(const std::string& sql) { sqlite::execute(*sqlite::open(path_, {}), sql); }

  Fault fault() {
    const auto result = verify(path_);
    if (!result) return {0, result.error().message};
    return result->fault.value_or(Fault{0, "ok"});
  }

  sqlite::testing::TestFolder folder_;
  std::filesystem::path path_ = folder_ / "journal.db";
  std::string good_;
  std::vector<std::string> entries_;
};

TEST_F(VerifyTest, AGoodJournal) {
  make(10, 7);
  const auto result = verify(path_);
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->ok());
  EXPECT_EQ(result->entries, 70U);
  EXPECT_EQ(result->attachments, 23U);
  EXPECT_EQ(result->erased, 0U);
  Sha256 head{};
  for (const auto& bytes : entries_)
    head = sha256({reinterpret_cast<const char*>(head.data()), head.size()}, bytes);
  EXPECT_EQ(result->head, head);
}

TEST_F(VerifyTest, AnEmptyJournalIsGood) {
  make(0, 0);
  const auto result = verify(path_);
  ASSERT_TRUE(result && result->ok());
  EXPECT_EQ(result->entries, 0U);
}

TEST_F(VerifyTest, RunsBesideAWriter) {
  const auto journal = std::move(SqliteJournal::open(path_, SqliteJournal::Mode::write)).value();
  ASSERT_TRUE(next_group(*journal, 3).append_to(*journal));
  EXPECT_EQ(verify(path_)->entries, 3U);
}

TEST_F(VerifyTest, WithoutAJournalThereIsAnError) {
  const auto none = verify(folder_ / "none.db");
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, HasSubstr("none.db"));
}

TEST_F(VerifyTest, AnErasedAttachmentIsNoFaultButALostOrChangedOneIs) {
  make(2, 6);
  change("UPDATE attachment SET bytes = NULL WHERE position = 3");
  EXPECT_EQ(fault().what, "ok");
  EXPECT_EQ(verify(path_)->erased, 1U);
  change("UPDATE attachment SET bytes = CAST('other words' AS BLOB) WHERE position = 9");
  EXPECT_EQ(to_string(fault()), "entry 9: has a changed attachment");
  change("DELETE FROM attachment WHERE position = 6");
  EXPECT_EQ(to_string(fault()), "entry 6: has lost its attachment");
  change("INSERT INTO attachment VALUES(4, x'00')");
  EXPECT_EQ(to_string(fault()), "entry 4: has an attachment that it does not name");
}

TEST_F(VerifyTest, AnAttachmentWithoutEntryIsAFault) {
  make(1, 4);
  change("INSERT INTO attachment VALUES(77, x'00')");
  EXPECT_EQ(fault().position, 77U);
}

TEST_F(VerifyTest, ATakenOutCommitIsNamed) {
  make(5, 2);
  change("DELETE FROM page WHERE first_position = 5");
  EXPECT_EQ(to_string(fault()), "entry 5: is missing; entry 7 follows");
  change("DELETE FROM page WHERE first_position = 1");
  EXPECT_EQ(to_string(fault()), "entry 1: is missing; entry 3 follows");
}

TEST_F(VerifyTest, ExchangedCommitsAreNamed) {
  make(3, 1);
  change("UPDATE page SET first_position = first_position + 10 WHERE first_position >= 2");
  change(
      "UPDATE page SET first_position = 25 - first_position - 10 WHERE first_position > 10; "
      "UPDATE page SET first_position = 5 - first_position WHERE first_position > 3");
  EXPECT_NE(fault().what, "ok");
}

/// Every byte of the file in turn, or as many as fit the time, spread evenly.
TEST_F(VerifyTest, WhereverOneByteIsChangedNoEntryIsChangedUnnoticed) {
  make(60, 3);
  std::size_t harmless = 0;
  std::size_t noticed = 0;
  for (std::size_t at = 100; at < good_.size(); at += 37) {
    auto damaged = good_;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    sqlite::testing::set_content(path_, damaged);
    const auto result = verify(path_);
    if (!result || !result->ok()) {
      ++noticed;
      if (result) {
        EXPECT_LE(result->fault->position, 181U)
            << "byte " << at << ": " << to_string(*result->fault);
      }
      continue;
    }
    ++harmless;
    EXPECT_EQ(result->entries, 180U) << "byte " << at;
    const auto journal = std::move(SqliteJournal::open(path_, SqliteJournal::Mode::read)).value();
    std::vector<std::string> seen;
    const auto read = journal->read(1, [&](const engine::Entry& entry, std::string_view) {
      seen.push_back(testing::bytes_of(entry));
      return true;
    });
    EXPECT_TRUE(read.ok()) << "byte " << at;
    EXPECT_EQ(seen, entries_) << "byte " << at;
  }
  EXPECT_GT(noticed, harmless) << "most of the file is entries";
}

TEST_F(VerifyTest, AChangedByteInsideAnEntryNamesThatEntry) {
  make(60, 3);
  std::size_t tried = 0;
  for (std::size_t i = 0; i < entries_.size(); i += 7) {
    const auto at = good_.find(entries_[i]);
    if (at == std::string::npos) continue;  // across an overflow page
    for (std::size_t offset = 0; offset < entries_[i].size(); offset += 11) {
      auto damaged = good_;
      damaged[at + offset] = static_cast<char>(damaged[at + offset] ^ 0x40);
      sqlite::testing::set_content(path_, damaged);
      EXPECT_EQ(fault().position, i + 1);
      ++tried;
    }
  }
  EXPECT_GT(tried, 50U);
}

TEST_F(VerifyTest, ADestroyedDatabasePageIsToldAsTheEntriesItHides) {
  make(200, 3);
  const auto at = good_.find(entries_[300]) / 4096 * 4096;
  auto damaged = good_;
  damaged.replace(at, 4096, std::string(4096, '\xAA'));
  sqlite::testing::set_content(path_, damaged);
  const auto found = fault();
  EXPECT_TRUE(found.unreadable);
  EXPECT_LE(found.position, 301U);
  EXPECT_GT(found.position, 280U);
  EXPECT_THAT(found.what, HasSubstr("hidden with it: entries up to 3"));
}

/// A journal whose process was killed keeps its newest entries in the write-ahead log.
TEST_F(VerifyTest, WhereverAByteOfTheLogIsChangedLostEntriesAreNoticed) {
  const auto live = folder_ / "live.db";
  const auto journal = std::move(SqliteJournal::open(live, SqliteJournal::Mode::write)).value();
  for (int i = 0; i < 30; ++i) ASSERT_TRUE(next_group(*journal, 1).append_to(*journal));
  std::filesystem::copy_file(live, path_);
  const auto log = sqlite::testing::content_of(folder_ / "live.db-wal");
  int noticed = 0;
  for (std::size_t at = 0; at < log.size(); at += 307) {
    auto damaged = log;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    sqlite::testing::set_content(folder_ / "journal.db-wal", damaged);
    std::filesystem::remove(folder_ / "journal.db-shm");
    const auto result = verify(path_);
    const bool ok = result && result->ok();
    noticed += ok ? 0 : 1;
    // In the last commits it cannot be told from a power cut in the middle of one.
    const bool near_end = at + 5 * 4'120 >= log.size();
    EXPECT_TRUE(!ok || result->entries == 30 || near_end) << "byte " << at;
  }
  EXPECT_GT(noticed, 50);
}

TEST_F(VerifyTest, AJournalThatHidesCommitsIsNotOpenedForWriting) {
  const auto live = folder_ / "live.db";
  const auto journal = std::move(SqliteJournal::open(live, SqliteJournal::Mode::write)).value();
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(next_group(*journal, 1).append_to(*journal));
  std::filesystem::copy_file(live, path_);
  auto log = sqlite::testing::content_of(folder_ / "live.db-wal");
  log[log.size() / 2] = static_cast<char>(log[log.size() / 2] ^ 4);
  sqlite::testing::set_content(folder_ / "journal.db-wal", log);
  const auto opened = SqliteJournal::open(path_, SqliteJournal::Mode::write);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("write-ahead log is damaged"));
  EXPECT_EQ(sqlite::testing::content_of(folder_ / "journal.db-wal"), log) << "left as it was";
}

}  // namespace
}  // namespace varde::journal
