#include "app/measured/arrivals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answers/staffing/run.hpp"
#include "app/demo/past.hpp"
#include "app/files.hpp"
#include "journal/sqlite_journal.hpp"
#include "sqlite/test_folder.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {
namespace {

using testing::HasSubstr;

/// A folder with some days of made-up operation.
void make_past(const DataFolder& folder, int days) {
  ASSERT_TRUE(make_private_folder(folder.root));
  auto journal =
      journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
  auto store = store::SqliteStore::open(folder.store(), {});
  ASSERT_TRUE(journal && store);
  demo::Opening opening;
  opening.now = *parse_rfc3339("2026-11-20T12:00:00Z");
  opening.days = days;
  const auto world = demo::make_world(demo::kDefaultSeed);
  ASSERT_TRUE(demo::open_centre(world, opening, **journal, **store));
}

TEST(MeasuredArrivals, ReadsArrivalsAndHandlingOfAFolder) {
  sqlite::testing::TestFolder place;
  const DataFolder folder{place / "data"};
  make_past(folder, 8);
  const auto measured = read_measured(folder);
  ASSERT_TRUE(measured) << measured.error().message;
  EXPECT_GT(measured->days, 7);
  EXPECT_LT(measured->days, 9);
  MeasuredPeriod period{*parse_rfc3339("2026-11-12T00:00:00Z"),
                        *parse_rfc3339("2026-11-20T00:00:00Z")};
  const auto part = read_measured(folder, period);
  ASSERT_TRUE(part) << part.error().message;
  EXPECT_LT(part->alarms.size(), measured->alarms.size());
  period.from = *period.to - std::chrono::hours{24};
  EXPECT_FALSE(read_measured(folder, period)) << "a day is too little";
  std::size_t handled = 0;
  for (const auto& one : measured->alarms) handled += one.handling_s > 0 ? 1 : 0;
  EXPECT_GT(handled, measured->alarms.size() / 2);

  const auto files = cases::read_folder(std::string(VARDE_EXAMPLES) + "/helgeland-2025");
  ASSERT_TRUE(files);
  answers::StaffingRequest request;
  request.measured = *measured;
  request.run.years = 2;
  request.alternatives = {"2-2-2"};
  const auto run = answers::run_staffing(*files, request);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->measured_days, measured->days);
}

TEST(MeasuredArrivals, LessThanAWeekIsTooLittle) {
  sqlite::testing::TestFolder place;
  const DataFolder folder{place / "data"};
  make_past(folder, 1);
  const auto measured = read_measured(folder);
  ASSERT_FALSE(measured);
  EXPECT_THAT(measured.error().message, HasSubstr("at least a week is needed"));
  EXPECT_THAT(read_measured(DataFolder{place / "none"}).error().message,
              HasSubstr("has no store.db"));
}

staffing::StaffingCase two_kinds() {
  staffing::StaffingCase input;
  staffing::Kind fall, alarm, technical;
  fall.name = "fall";
  alarm.name = "alarm";
  technical.name = "technical";
  technical.technical = true;
  input.demand.kinds = {fall, alarm, technical};
  input.codes = {{"4.1"}, {}, {}};
  input.numbers = {{"kind.fall.per_user_month", 1, {}, {}, {}}, {"users", 5, {}, {}, {}}};
  return input;
}

TEST(MeasuredArrivals, ReplacesWhatTheCaseAssumed) {
  auto input = two_kinds();
  answers::Measured measured;
  measured.days = 10;
  measured.folder = "demo";
  for (int i = 0; i < 20; ++i) measured.alarms.push_back({false, "4.1", 33, 100.0 + i, 5});
  measured.alarms.push_back({false, "3", 0, 0, -1});
  measured.alarms.push_back({true, "9.2", 167, 40, 10});
  ASSERT_TRUE(answers::use_measured(measured, input));
  const auto& fall = input.demand.kinds[0];
  EXPECT_DOUBLE_EQ(fall.per_year, 730);
  EXPECT_DOUBLE_EQ(fall.profile[33], 1);
  EXPECT_DOUBLE_EQ(fall.handling.mean_s, 109.5);
  EXPECT_DOUBLE_EQ(input.demand.kinds[1].per_year, 36.5);
  EXPECT_DOUBLE_EQ(input.demand.kinds[2].profile[167], 1);
  for (const auto& one : input.numbers) {
    EXPECT_EQ(one.origin.quality == economy::Quality::measured, one.name != "users") << one.name;
  }
}

TEST(MeasuredArrivals, AnAlarmThatFitsNoKindIsAnError) {
  auto input = two_kinds();
  input.demand.kinds.resize(1);
  input.codes.resize(1);
  answers::Measured measured;
  measured.days = 10;
  measured.alarms.push_back({true, "9.2", 0, 0, -1});
  EXPECT_THAT(answers::use_measured(measured, input).error().message, HasSubstr("9.2 fit no kind"));
}

}  // namespace
}  // namespace varde::app
