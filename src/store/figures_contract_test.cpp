#include "store/test_contract.hpp"

namespace varde::store::testing {
namespace {

using std::chrono::hours;

class FiguresContract : public StoreContract {
 protected:
  struct Case {
    std::int64_t received = 0;  ///< seconds into 2026
    std::optional<std::int64_t> taken_after{};
    std::optional<std::int64_t> closed_after{};  ///< after taken
    alarm::SignalKind kind = alarm::SignalKind::alarm;
    std::uint16_t municipality = 1813;
    alarm::AlertCode code = alarm::kSocialAlarm;
    alarm::Outcome outcome = alarm::Outcome::none;
  };
  void add(const Case& c) {
    auto alarm = alarm_numbered(++last_);
    alarm.received_at = at(c.received);
    alarm.kind = c.kind;
    alarm.code = c.code;
    alarm.municipality = {c.municipality};
    alarm.outcome = c.outcome;
    if (c.taken_after)
      alarm.first_taken_at = alarm.received_at + std::chrono::seconds{*c.taken_after};
    if (c.closed_after) {
      alarm.state = alarm::State::closed;
      alarm.closed_at = *alarm.first_taken_at + std::chrono::seconds{*c.closed_after};
    }
    effects_.entry(at(0)).add(engine::AlarmChanged{alarm});
  }
  access::KeyFigures day(std::optional<access::Municipalities> scope = {}) {
    return records().key_figures(at(0), at(86'400), at(86'400), scope);
  }

 private:
  std::uint64_t last_ = 0;
};

TEST_P(FiguresContract, AnEmptyPeriodIsZerosAndEmptyHours) {
  const auto figures = day();
  EXPECT_EQ(figures.alarms + figures.technical + figures.open_now + figures.answered, 0U);
  EXPECT_EQ(figures.answer.p50, 0);
  EXPECT_EQ(figures.answer.within_60_share, 0);
  ASSERT_EQ(figures.by_hour.size(), 24U);
  EXPECT_EQ(figures.by_hour[0].hour, at(0));
  EXPECT_EQ(figures.by_hour[23].hour, at(23 * 3'600));
  EXPECT_TRUE(figures.by_code.empty());
}

TEST_P(FiguresContract, CountsWhatWasReceivedInThePeriod) {
  add({.received = -1});
  add({.received = 0});
  add({.received = 3'599, .code = alarm::kFall});
  add({.received = 3'600,
       .kind = alarm::SignalKind::technical,
       .municipality = 1811,
       .code = {5, 1, 0}});
  add({.received = 86'399, .municipality = 0});
  add({.received = 86'400});
  settle();
  const auto figures = day();
  EXPECT_EQ(figures.alarms, 3U);
  EXPECT_EQ(figures.technical, 1U);
  EXPECT_EQ(figures.open_now, 6U) << "whenever received";
  EXPECT_EQ(figures.by_hour[0].alarms, 2U);
  EXPECT_EQ(figures.by_hour[1].alarms, 0U);
  EXPECT_EQ(figures.by_hour[1].technical, 1U);
  EXPECT_EQ(figures.by_hour[23].alarms, 1U);
  const std::map<alarm::AlertCode, std::uint32_t> codes = {
      {alarm::kSocialAlarm, 2}, {alarm::kFall, 1}, {{5, 1, 0}, 1}};
  EXPECT_EQ(figures.by_code, codes);
  const decltype(figures.by_municipality) places = {
      {{0}, {1, 0}}, {{1811}, {0, 1}}, {{1813}, {2, 0}}};
  EXPECT_EQ(figures.by_municipality, places);
}

TEST_P(FiguresContract, TimesAreByNearestRank) {
  for (const std::int64_t seconds : {10, 20, 30, 40, 50, 60, 61, 180, 181, 500})
    add({.received = seconds,
         .taken_after = seconds,
         .closed_after = 10 * seconds,
         .outcome = alarm::Outcome::advice});
  add({.received = 5});
  add({.received = 5, .taken_after = 9, .kind = alarm::SignalKind::technical});
  settle();
  const auto figures = day();
  EXPECT_EQ(figures.answered, 10U);
  EXPECT_EQ(figures.answer.p50, 50);
  EXPECT_EQ(figures.answer.p90, 181);
  EXPECT_EQ(figures.answer.p99, 500);
  EXPECT_DOUBLE_EQ(figures.answer.within_60_share, 0.6);
  EXPECT_DOUBLE_EQ(figures.answer.within_180_share, 0.8);
  EXPECT_EQ(figures.handling.p50, 500);
  EXPECT_EQ(figures.handling.p99, 5'000);
  EXPECT_DOUBLE_EQ(figures.handling.within_180_share, 0.1);
}

TEST_P(FiguresContract, OutcomesAreOfWhatIsClosed) {
  add({.received = 1, .taken_after = 1, .closed_after = 1, .outcome = alarm::Outcome::real_help});
  add({.received = 2, .taken_after = 1, .closed_after = 1, .outcome = alarm::Outcome::real_help});
  add({.received = 3,
       .taken_after = 1,
       .closed_after = 1,
       .kind = alarm::SignalKind::technical,
       .outcome = alarm::Outcome::technical});
  add({.received = 4, .taken_after = 1, .outcome = alarm::Outcome::advice});
  settle();
  const std::map<alarm::Outcome, std::uint32_t> outcomes = {{alarm::Outcome::real_help, 2},
                                                            {alarm::Outcome::technical, 1}};
  EXPECT_EQ(day().by_outcome, outcomes);
  EXPECT_EQ(day().open_now, 1U);
}

TEST_P(FiguresContract, AScopeSeesItsOwnOnly) {
  add({.received = 1, .taken_after = 1, .municipality = 1811});
  add({.received = 2, .taken_after = 5, .municipality = 1812});
  settle();
  const auto own = day(access::Municipalities{{1812}});
  EXPECT_EQ(own.alarms, 1U);
  EXPECT_EQ(own.open_now, 1U);
  EXPECT_EQ(own.answer.p50, 5);
  EXPECT_EQ(own.by_municipality.size(), 1U);
  EXPECT_EQ(own.by_hour[0].alarms, 1U);
  EXPECT_EQ(day(access::Municipalities{}).alarms, 0U);
}

TEST_P(FiguresContract, HoursEndAtNowAndAreThe31LastDays) {
  const auto young = records().key_figures(at(1'800), at(86'400), at(2 * 3'600), {}).by_hour;
  ASSERT_EQ(young.size(), 3U);
  EXPECT_EQ(young[0].hour, at(0)) << "an hour that the period starts within is shown";
  EXPECT_EQ(young[2].hour, at(7'200)) << "and the one that has just begun";
  const auto year = records().key_figures(at(0), at(365 * 86'400), at(365 * 86'400), {}).by_hour;
  ASSERT_EQ(year.size(), 31U * 24);
  EXPECT_EQ(year.back().hour, at(365 * 86'400 - 3'600));
  EXPECT_TRUE(records().key_figures(at(0), at(3'600), at(-1), {}).by_hour.empty())
      << "nothing of the future";
  EXPECT_TRUE(records().key_figures(at(5), at(5), at(9), {}).by_hour.empty());
}

INSTANTIATE_TEST_SUITE_P(Stores, FiguresContract, stores(), store_name);

}  // namespace
}  // namespace varde::store::testing
