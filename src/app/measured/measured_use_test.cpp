#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "app/demo/past.hpp"
#include "app/files.hpp"
#include "app/measured/follow_up.hpp"
#include "cases/load.hpp"
#include "domain/economy/projection.hpp"
#include "journal/sqlite_journal.hpp"
#include "sqlite/test_folder.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {
namespace {

using ::testing::HasSubstr;

economy::Case helgeland() {
  return std::get<economy::Case>(
      cases::load_case(std::string(VARDE_EXAMPLES) + "/helgeland-2025").value());
}

/// Two days of made-up operation.
struct Measured : ::testing::Test {
  static void SetUpTestSuite() {
    place = new sqlite::testing::TestFolder;
    const DataFolder folder{*place / "data"};
    ASSERT_TRUE(make_private_folder(folder.root));
    auto journal =
        journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
    auto store = store::SqliteStore::open(folder.store(), {});
    ASSERT_TRUE(journal && store);
    demo::Opening opening;
    opening.now = *parse_rfc3339("2026-12-01T12:00:00Z");
    opening.days = 2;
    ASSERT_TRUE(
        demo::open_centre(demo::make_world(demo::kDefaultSeed), opening, **journal, **store));
  }
  static void TearDownTestSuite() { delete place; }

  MeasuredUse read() { return read_measured_use(DataFolder{*place / "data"}).value(); }

  static sqlite::testing::TestFolder* place;
};
sqlite::testing::TestFolder* Measured::place = nullptr;

TEST_F(Measured, CountsEveryAlarmOnceInItsMonth) {
  const auto measured = read();
  std::size_t counted = 0;
  std::set<MonthNumber> months;
  for (const auto& [number, all] : measured.months) {
    for (const auto& [month, use] : all) {
      counted += use.alarms + use.technical;
      months.insert(month);
    }
  }
  EXPECT_THAT(months, ::testing::ElementsAre(month_number(2026, 11), month_number(2026, 12)));
  auto store = store::SqliteStore::open(DataFolder{*place / "data"}.store(),
                                        {.mode = store::SqliteStore::Mode::read, .readers = 1});
  const auto page = (*store)->alarms({}, {"", 100'000});
  std::size_t known = 0;
  for (const auto& one : page.items) known += one.municipality.number != 0 ? 1 : 0;
  EXPECT_FALSE(page.next_cursor);
  EXPECT_EQ(counted, known);
  EXPECT_GT(counted, 100U);
}

TEST_F(Measured, UseBecomesTheCasesUseMarkedAsMeasured) {
  auto input = helgeland();
  const auto measured = read();
  ASSERT_TRUE(use_measured(measured, 2026, input).ok());
  EXPECT_EQ(input.usage_origin.at("users").quality, economy::Quality::measured);
  EXPECT_EQ(input.usage.at("users").at(1833), 1'000 * std::int64_t{measured.users.at(1833)});
  EXPECT_GT(input.usage.at("devices").at(1833), input.usage.at("users").at(1833) / 2);
  // A key by use then shares by what was measured.
  economy::Key key{"use", {{economy::Measure::usage, "alarms", 10'000}}, {}, {}};
  const auto cost = economy::cost_in(input, input.alternatives[0], 2026, &key);
  ASSERT_TRUE(cost.ok());
  EXPECT_EQ(cost->total(), economy::Money::kroner(17'000'000));
  const auto status = use_measured(measured, 1999, input);
  ASSERT_FALSE(status.ok());
  EXPECT_THAT(status.error().message, HasSubstr("no alarm of 1999"));
}

TEST_F(Measured, PlanAndRealityStandSideBySide) {
  const auto run = answers::run_cooperation(helgeland(), {"connect"}, {}).value();
  const auto measured = read();
  const auto json = nlohmann::json::parse(follow_up_json(run, 0, measured));
  ASSERT_EQ(json["months"].size(), 2U);
  const auto& month = json["months"][0];
  EXPECT_EQ(month["month"], "2026-11");
  EXPECT_NEAR(month["as_is_hours"], 29'500.0 / 12, 0.01);
  EXPECT_NEAR(month["planned_hours"], 11'700.0 / 12, 0.01);
  EXPECT_NEAR(month["benefit_hours"].get<double>(),
              29'500.0 / 12 - month["technical_hours"].get<double>(), 1e-6);
  double hours = 0;
  for (const auto& one : json["municipalities"]) hours += one["technical_hours"].get<double>();
  double by_month = 0;
  for (const auto& one : json["months"]) by_month += one["technical_hours"].get<double>();
  EXPECT_NEAR(hours, by_month, 1e-6);
  EXPECT_GT(hours, 0);
  EXPECT_THAT(follow_up_text(run, 0, measured), HasSubstr("2026-11"));
}

TEST(MeasuredFolder, MustBeOneThatHasRun) {
  const auto result = read_measured_use(DataFolder{"/no/such/folder"});
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.error().message, HasSubstr("has no store.db"));
}

}  // namespace
}  // namespace varde::app
