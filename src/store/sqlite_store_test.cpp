#include "store/sqlite_store.hpp"

#include <thread>

#include "sqlite/backup.hpp"
#include "sqlite/database.hpp"
#include "store/test_contract.hpp"

namespace varde::store::testing {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;

class SqliteStoreTest : public ::testing::Test {
 protected:
  void add_alarms(SqliteStore& store, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
      auto alarm = alarm_numbered(effects_.position() + 1);
      alarm.priority = static_cast<std::uint8_t>(1 + i % 3);
      effects_.entry(at(0)).add(engine::AlarmChanged{alarm});
      effects_.add(engine::AlarmLogged{alarm.id, alarm::Step::received, {}, {}, {}, 0},
                   "the words");
    }
    const auto done = effects_.apply_to(store);
    ASSERT_TRUE(done) << done.error().message;
  }
  std::string refusal(SqliteStore::Options options = {}) {
    const auto opened = SqliteStore::open(path_, options);
    return opened ? "" : opened.error().message;
  }
  /// How SQLite would run a query.
  std::vector<std::string> plan_of(const std::string& query) {
    const auto session = sqlite::open(path_, {.mode = sqlite::Mode::read});
    std::vector<std::string> steps;
    int ignored = 0;
    std::string step;
    soci::statement statement =
        (session->prepare << "EXPLAIN QUERY PLAN " + query, soci::into(ignored),
         soci::into(ignored), soci::into(ignored), soci::into(step));
    statement.execute();
    while (statement.fetch()) steps.push_back(step);
    return steps;
  }

  sqlite::testing::TestFolder folder_;
  std::filesystem::path path_ = folder_ / "store.db";
  Effects effects_;
};

TEST_F(SqliteStoreTest, ANewerSchemaIsRefusedNamingBothVersions) {
  open_store(path_);
  sqlite::execute(*sqlite::open(path_, {}),
                  "INSERT INTO migration(number, name, checksum) VALUES(9, '0009_future', 'x')");
  for (const auto mode : {SqliteStore::Mode::write, SqliteStore::Mode::read}) {
    EXPECT_THAT(refusal({.mode = mode}), HasSubstr("schema version 4"));
    EXPECT_THAT(refusal({.mode = mode}), HasSubstr("up to 3"));
  }
}

TEST_F(SqliteStoreTest, OpenForReadingChangesNothing) {
  EXPECT_THAT(refusal({.mode = SqliteStore::Mode::read}), HasSubstr("store.db"));
  const auto writer = open_store(path_);
  add_alarms(*writer, 2);
  const auto reader = open_store(path_, {.mode = SqliteStore::Mode::read});
  EXPECT_EQ(reader->position(), 2U);
  EXPECT_EQ(reader->alarms({}, {}).items.size(), 2U);
  EXPECT_EQ(reader->dump_read_models(), writer->dump_read_models());
  const auto refused = reader->put_account({});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("reading only"));
}

TEST_F(SqliteStoreTest, EffectsAndPositionAreOneTransaction) {
  const auto store = open_store(path_);
  add_alarms(*store, 1);
  sqlite::execute(
      *sqlite::open(path_, {}),
      "CREATE TRIGGER no_more BEFORE INSERT ON alarm BEGIN SELECT RAISE(ABORT, 'no more'); END");
  const auto before = store->dump_read_models();
  effects_.entry(at(5)).add(engine::AlarmLogged{id<AlarmId>(1), alarm::Step::note, {}, {}, {}, 0},
                            "secret words");
  effects_.add(engine::AlarmChanged{alarm_numbered(9)});
  Effects again = effects_;
  const auto failed = effects_.apply_to(*store);
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.error().message, HasSubstr("no more"));
  EXPECT_THAT(failed.error().message, Not(HasSubstr("secret")))
      << "an error is logged, words are not";
  EXPECT_EQ(store->position(), 1U);
  EXPECT_EQ(store->dump_read_models(), before);

  sqlite::execute(*sqlite::open(path_, {}), "DROP TRIGGER no_more");
  ASSERT_TRUE(again.apply_to(*store));
  EXPECT_EQ(store->position(), 2U);
  EXPECT_TRUE(store->alarm(id<AlarmId>(9)));
}

TEST_F(SqliteStoreTest, TheSumsTellOneChangedCell) {
  const auto store = open_store(path_);
  add_alarms(*store, 3);
  const auto before = store->dump_read_models();
  sqlite::execute(*sqlite::open(path_, {}),
                  "UPDATE alarm SET repeats = repeats + 1 WHERE id = (SELECT max(id) FROM alarm)");
  const auto after = store->dump_read_models();
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].rows, before[i].rows);
    EXPECT_EQ(after[i] == before[i], after[i].table != "alarm");
  }
}

TEST_F(SqliteStoreTest, ReadersAndTheWriterDoNotWaitForEachOther) {
  const auto store = open_store(path_, {.readers = 2});
  add_alarms(*store, 200);
  std::atomic<bool> stop = false;
  std::atomic<int> reads = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      while (!stop) {
        // Two alarms are applied at a time, so that a reader that saw half a transaction would see
        // an odd number.
        EXPECT_EQ(store->key_figures(at(0), at(10'000'000), at(0), {}).open_now % 2, 0U);
        ++reads;
      }
    });
  }
  for (int i = 0; i < 100; ++i) add_alarms(*store, 2);
  stop = true;
  for (auto& reader : readers) reader.join();
  EXPECT_GT(reads, 4);
  EXPECT_EQ(
      store->alarms({.which = access::AlarmFilter::Which::open}, {.cursor = {}, .limit = 1'000})
          .items.size(),
      400U);
}

TEST_F(SqliteStoreTest, ABackupIsAStore) {
  const auto store = open_store(path_);
  add_alarms(*store, 50);
  ASSERT_TRUE(store->put_account({.actor = {}, .login = "natt", .password_hash = ""}));
  ASSERT_TRUE(sqlite::backup_database(path_, folder_ / "copy.db", {}));
  const auto copy = open_store(folder_ / "copy.db");
  EXPECT_EQ(copy->position(), store->position());
  EXPECT_EQ(copy->dump_read_models(), store->dump_read_models());
  EXPECT_TRUE(copy->account("natt"));
}

/// What a console asks for all the time must not grow with what is in the store.
TEST_F(SqliteStoreTest, TheCommonQueriesUseTheirIndex) {
  open_store(path_);
  const std::string open_page =
      "SELECT * FROM alarm WHERE state <> 8 AND municipality IN (1811, 1813) AND "
      "(priority, received_at, id) > (1, 2, '3') ORDER BY priority, received_at, id LIMIT 51";
  const std::pair<std::string, std::string> expected[] = {
      {open_page, "alarm_open ((priority,received_at,id)>(?,?,?))"},
      {"SELECT count(*) FROM alarm WHERE state <> 8 AND device = '1'", "alarm_open_device"},
      {"SELECT count(*) FROM alarm WHERE state <> 8 AND person = '1'", "alarm_open_person"},
      {"SELECT * FROM alarm WHERE home = '1' ORDER BY received_at DESC, id DESC LIMIT 51",
       "alarm_home"},
      {"SELECT * FROM alarm WHERE (received_at, id) < (5, '3') ORDER BY received_at DESC, id DESC "
       "LIMIT 51",
       "alarm_received"},
      {"SELECT received_at / 3600000, sum(kind = 0) FROM alarm WHERE received_at >= 1 AND "
       "received_at < 9 GROUP BY 1",
       "COVERING INDEX alarm_received"},
      {"SELECT * FROM device WHERE battery = 1 ORDER BY address, id LIMIT 51", "device_battery"},
      {"SELECT * FROM outbox WHERE next_attempt_at <= 5 ORDER BY next_attempt_at, id LIMIT 10",
       "outbox_due"},
      {"SELECT * FROM access WHERE person = '1' ORDER BY position DESC LIMIT 10", "access_person"},
  };
  for (const auto& [query, index] : expected) {
    const auto plan = plan_of(query);
    EXPECT_THAT(plan, ::testing::Contains(HasSubstr(index))) << query;
    if (query.find("GROUP BY") == std::string::npos) {
      EXPECT_THAT(plan, Each(Not(HasSubstr("TEMP B-TREE")))) << query;
    }
  }
}

}  // namespace
}  // namespace varde::store::testing
