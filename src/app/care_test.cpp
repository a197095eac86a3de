#include <fstream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/backup.hpp"
#include "app/demo/past.hpp"
#include "app/files.hpp"
#include "app/verify.hpp"
#include "journal/sqlite_journal.hpp"
#include "sqlite/database.hpp"
#include "sqlite/test_folder.hpp"
#include "store/sqlite_store.hpp"
#include "versions/sqlite_cases.hpp"

namespace varde::app {
namespace {

using sqlite::testing::TestFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Progress kSilent = [](std::uint64_t, std::uint64_t) {};

/// A folder with a day of made-up operation.
struct Care : ::testing::Test {
  TestFolder place;
  DataFolder folder{place / "data"};
  std::uint64_t entries = 0;

  void SetUp() override {
    ASSERT_TRUE(make_private_folder(folder.root));
    auto journal =
        journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
    auto store = store::SqliteStore::open(folder.store(), {});
    ASSERT_TRUE(journal && store);
    demo::Opening opening;
    opening.now = *parse_rfc3339("2026-11-20T12:00:00Z");
    opening.days = 1;
    const auto world = demo::make_world(demo::kDefaultSeed);
    ASSERT_TRUE(demo::open_centre(world, opening, **journal, **store));
    entries = (*journal)->last();
  }

  void change(const std::filesystem::path& file, const std::string& sql) {
    const auto session = sqlite::open(file, {});
    sqlite::execute(*session, sql);
  }
};

TEST_F(Care, VerifyFindsNothingWrong) {
  const auto found = verify_folder(folder, kSilent);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->entries, entries);
  EXPECT_GT(found->attachments, 0U);
  EXPECT_THAT(found->faults, IsEmpty());
}

TEST_F(Care, VerifyNamesAReadModelThatWasChanged) {
  change(folder.store(),
         "UPDATE alarm SET priority = 5 WHERE rowid = (SELECT min(rowid) FROM alarm)");
  const auto found = verify_folder(folder, kSilent);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->faults.size(), 1U);
  EXPECT_THAT(found->faults[0], HasSubstr("store: alarm "));
}

TEST_F(Care, VerifyNamesTheEntryOfAChangedByte) {
  change(folder.journal(),
         "UPDATE page SET bytes = CAST(substr(bytes, 1, 20) || x'00' || substr(bytes, 22) AS "
         "BLOB) WHERE first_position = (SELECT max(first_position) FROM page)");
  const auto found = verify_folder(folder, kSilent);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->faults.size(), 1U);
  EXPECT_THAT(found->faults[0], HasSubstr("entry "));
}

TEST_F(Care, VerifySeesAJournalThatWasCutOff) {
  change(folder.journal(),
         "DELETE FROM page WHERE first_position = (SELECT max(first_position) FROM page)");
  const auto found = verify_folder(folder, kSilent);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->faults.size(), 1U);
  EXPECT_THAT(found->faults[0], HasSubstr("does not exist"));
}

TEST_F(Care, VerifySaysThatTheStoreIsGone) {
  std::filesystem::remove(folder.store());
  const auto found = verify_folder(folder, kSilent);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->faults.size(), 1U);
  EXPECT_THAT(found->faults[0], HasSubstr("store: is not there"));
}

TEST_F(Care, VerifyOfNothingIsAnError) {
  EXPECT_FALSE(verify_folder({place / "nothing"}, kSilent));
}

TEST_F(Care, ABackupIsWholeAndComesBack) {
  ASSERT_TRUE(write_private_file(folder.demo_marker(), "ready\n"));
  ASSERT_TRUE(write_private_file(folder.keys() / "reader", "key\n"));
  const DataFolder copy{place / "copy"};
  const auto made = backup_folder(folder, copy, kSilent);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(*made, entries);

  const DataFolder back{place / "back"};
  const auto restored = restore_folder(copy, back, false, kSilent);
  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(*restored, entries);
  EXPECT_TRUE(back.is_demo());
  EXPECT_EQ(read_secret_file(back.keys() / "reader").value(), "key");
  EXPECT_THAT(verify_folder(back, kSilent)->faults, IsEmpty());
}

TEST_F(Care, SteeringsCasesComeAlong) {
  steering::Version first;
  first.id = steering::VersionId{Ulid{1, 1}};
  first.of = steering::CaseId{Ulid{2, 2}};
  const steering::Files files{{"case.toml", "kind = \"growth\"\n"}};
  const auto open_cases = [](const DataFolder& where) {
    return std::move(versions::SqliteCases::open(where.cases())).value();
  };
  ASSERT_TRUE(open_cases(folder)->add("growth", "Growth", first, files));
  const DataFolder copy{place / "copy"};
  const DataFolder back{place / "back"};
  ASSERT_TRUE(backup_folder(folder, copy, kSilent));
  ASSERT_TRUE(restore_folder(copy, back, false, kSilent));
  EXPECT_EQ(open_cases(back)->files(first.id), files);
  // A copy without cases leaves none behind.
  std::filesystem::remove(copy.cases());
  ASSERT_TRUE(restore_folder(copy, back, true, kSilent));
  EXPECT_FALSE(std::filesystem::exists(back.cases()));
}

TEST_F(Care, ABackupWorksWhileTheFolderIsInUse) {
  const auto journal =
      journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
  const auto store = store::SqliteStore::open(folder.store(), {});
  ASSERT_TRUE(journal && store);
  EXPECT_TRUE(backup_folder(folder, {place / "copy"}, kSilent));
}

TEST_F(Care, ABackupNeedsAnEmptyFolder) {
  ASSERT_TRUE(write_private_file(place / "full/x", "x"));
  const auto made = backup_folder(folder, {place / "full"}, kSilent);
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message, HasSubstr("not empty"));
}

TEST_F(Care, RestoreRefusesToReplaceUnlessForced) {
  const DataFolder copy{place / "copy"};
  ASSERT_TRUE(backup_folder(folder, copy, kSilent));
  const auto refused = restore_folder(copy, folder, false, kSilent);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("--force"));
  EXPECT_TRUE(restore_folder(copy, folder, true, kSilent));
  EXPECT_THAT(verify_folder(folder, kSilent)->faults, IsEmpty());
}

TEST_F(Care, RestoreRefusesAFolderInUseAndADamagedCopy) {
  const DataFolder copy{place / "copy"};
  ASSERT_TRUE(backup_folder(folder, copy, kSilent));
  {
    const auto journal =
        journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
    ASSERT_TRUE(journal);
    const auto refused = restore_folder(copy, folder, true, kSilent);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("another process"));
  }
  change(copy.store(), "DELETE FROM alarm");
  EXPECT_FALSE(restore_folder(copy, {place / "back"}, false, kSilent));
  EXPECT_FALSE(DataFolder{place / "back"}.has_data());
}

}  // namespace
}  // namespace varde::app
