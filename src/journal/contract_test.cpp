#include <functional>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "journal/memory_journal.hpp"
#include "journal/sqlite_journal.hpp"
#include "journal/test_entries.hpp"
#include "sqlite/test_folder.hpp"

// What every journal does, run on all of them.
namespace varde::journal {
namespace {

using testing::Group;
using ::testing::HasSubstr;
using testing::next_group;
using testing::read_all;
using testing::seen_in;

/// A journal of one kind. reopen() may close it and open it again: what was there must be there.
class Subject {
 public:
  virtual ~Subject() = default;
  virtual engine::Journal& journal() = 0;
  virtual Status erase(engine::Position position) = 0;
  virtual void reopen() = 0;
};

class MemorySubject : public Subject {
 public:
  engine::Journal& journal() override { return journal_; }
  Status erase(engine::Position position) override { return journal_.erase_attachment(position); }
  void reopen() override {}

 private:
  MemoryJournal journal_;
};

class SqliteSubject : public Subject {
 public:
  SqliteSubject() { reopen(); }
  engine::Journal& journal() override { return *journal_; }
  Status erase(engine::Position position) override { return journal_->erase_attachment(position); }
  void reopen() override {
    journal_.reset();
    auto opened = SqliteJournal::open(folder_ / "journal.db", SqliteJournal::Mode::write);
    if (!opened) throw std::runtime_error(opened.error().message);
    journal_ = std::move(opened).value();
  }

 private:
  sqlite::testing::TestFolder folder_;
  std::unique_ptr<SqliteJournal> journal_;
};

struct Kind {
  const char* name;
  std::function<std::unique_ptr<Subject>()> make;
};

class JournalContract : public ::testing::TestWithParam<Kind> {
 protected:
  engine::Journal& journal() { return subject_->journal(); }
  std::unique_ptr<Subject> subject_ = GetParam().make();
};

TEST_P(JournalContract, StartsEmpty) {
  EXPECT_EQ(journal().last(), 0U);
  EXPECT_EQ(journal().last_time(), Instant{});
  EXPECT_TRUE(read_all(journal()).empty());
}

TEST_P(JournalContract, GivesBackWhatWasAppendedInOrder) {
  std::vector<testing::Seen> expected;
  for (const std::size_t size : {1U, 3U, 1U, 200U}) {
    const Group group = next_group(journal(), size);
    ASSERT_TRUE(group.append_to(journal()));
    for (auto& seen : seen_in(group)) expected.push_back(std::move(seen));
    EXPECT_EQ(journal().last(), group.entries.back().position);
    EXPECT_EQ(journal().last_time(), group.entries.back().time);
  }
  EXPECT_EQ(read_all(journal()), expected);
  subject_->reopen();
  EXPECT_EQ(read_all(journal()), expected);
  EXPECT_EQ(journal().last(), 205U);
  EXPECT_EQ(journal().last_time(), Instant{Duration{1'700'000'000'205}});
}

TEST_P(JournalContract, ReadsFromAnyPositionAndStopsWhenTold) {
  ASSERT_TRUE(next_group(journal(), 5).append_to(journal()));
  ASSERT_TRUE(next_group(journal(), 5).append_to(journal()));
  const auto all = read_all(journal());
  for (engine::Position from = 0; from <= 12; ++from) {
    const auto first = std::min<std::size_t>(from == 0 ? 0 : from - 1, all.size());
    EXPECT_EQ(read_all(journal(), from),
              std::vector(all.begin() + static_cast<long>(first), all.end()));
  }
  int visits = 0;
  ASSERT_TRUE(
      journal().read(4, [&](const engine::Entry&, std::string_view) { return ++visits < 3; }));
  EXPECT_EQ(visits, 3);
}

TEST_P(JournalContract, AttachmentsMayHoldAnyBytes) {
  Group group;
  group.add(1, std::string_view("\0 \xFF\xFE ' \n", 8));
  group.add(2);
  group.add(3, std::string(100'000, '\0'));
  ASSERT_TRUE(group.append_to(journal()));
  subject_->reopen();
  EXPECT_EQ(read_all(journal()), seen_in(group));
}

TEST_P(JournalContract, ErasingTakesTheWordsAndLeavesTheEntry) {
  Group group = next_group(journal(), 7);
  ASSERT_TRUE(group.append_to(journal()));
  ASSERT_TRUE(subject_->erase(3));
  subject_->reopen();
  group.attachments[2].clear();
  EXPECT_EQ(read_all(journal()), seen_in(group));
  EXPECT_TRUE(next_group(journal(), 2).append_to(journal()));
  for (const engine::Position none : {3U, 4U, 0U, 99U}) {
    const auto refused = subject_->erase(none);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("entry " + std::to_string(none)));
  }
}

TEST_P(JournalContract, AnyGroupsComeBackWhole) {
  EXPECT_TRUE(rc::check([&] {
    subject_ = GetParam().make();
    std::vector<testing::Seen> expected;
    const auto sizes = *rc::gen::resize(
        10, rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 40)));
    for (const auto size : sizes) {
      const Group group = next_group(journal(), size);
      RC_ASSERT(group.append_to(journal()).ok());
      for (auto& seen : seen_in(group)) expected.push_back(std::move(seen));
      if (*rc::gen::inRange(0, 8) == 0) subject_->reopen();
    }
    RC_ASSERT(read_all(journal()) == expected);
  }));
}

INSTANTIATE_TEST_SUITE_P(
    Journals, JournalContract,
    ::testing::Values(Kind{"Memory", [] { return std::make_unique<MemorySubject>(); }},
                      Kind{"Sqlite", [] { return std::make_unique<SqliteSubject>(); }}),
    [](const auto& kind) { return kind.param.name; });

}  // namespace
}  // namespace varde::journal
