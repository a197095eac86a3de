#include "app/demo/fleet_model.hpp"

#include <map>

#include <gtest/gtest.h>

#include "app/demo/world.hpp"

namespace varde::app::demo {
namespace {

using namespace std::chrono_literals;

const Instant kStart = *parse_rfc3339("2026-11-02T00:00:00Z");

const Fleet& fleet() {
  static const Fleet made = make_world(kDefaultSeed).fleet;
  return made;
}

std::vector<Event> thirty_days(std::uint64_t seed) {
  FleetModel model{fleet(), seed, kStart};
  return model.advance(kStart + std::chrono::days{30});
}

std::map<What, int> count(const std::vector<Event>& events) {
  std::map<What, int> by_what;
  for (const auto& event : events)
    if (!event.repeat) ++by_what[event.what];
  return by_what;
}

TEST(FleetModel, GivesTwoToThreeAlarmsForEachUserAndMonth) {
  auto by_what = count(thirty_days(1));
  const int alarms = by_what[What::pendant] + by_what[What::false_press] + by_what[What::fall] +
                     by_what[What::smoke] + by_what[What::door] + by_what[What::not_taken] +
                     by_what[What::wandering];
  const double per_user = alarms / 2'200.0;
  EXPECT_GT(per_user, 2.0);
  EXPECT_LT(per_user, 3.0);
}

TEST(FleetModel, PeaksInTheMorningAndRestsAtNight) {
  double morning = 0;
  double night = 0;
  double all = 0;
  for (const auto& event : thirty_days(1)) {
    if (event.what != What::pendant) continue;
    const int hour = to_norwegian_time(event.at).minute_of_day / 60;
    if (hour >= 8 && hour < 11) ++morning;
    if (hour < 5) ++night;
    ++all;
  }
  EXPECT_GT(morning / 3, 1.5 * all / 24);
  EXPECT_LT(night / 5, 0.55 * all / 24);
}

TEST(FleetModel, IsInOrderAndTheSameForTheSameSeed) {
  const auto events = thirty_days(3);
  const auto again = thirty_days(3);
  ASSERT_EQ(events.size(), again.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].at, again[i].at);
    EXPECT_EQ(events[i].device, again[i].device);
    EXPECT_LE(events[i > 0 ? i - 1 : i].at, events[i].at);
  }
  EXPECT_NE(thirty_days(4).size(), events.size());
}

TEST(FleetModel, SmallStepsGiveWhatOneLongStepGives) {
  FleetModel model{fleet(), 5, kStart};
  std::size_t steps = 0;
  for (Instant at = kStart; at < kStart + 24h; at += 10min)
    steps += model.advance(at + 10min).size();
  FleetModel whole{fleet(), 5, kStart};
  EXPECT_EQ(whole.advance(kStart + 24h).size(), steps);
}

TEST(FleetModel, FaultsComeInOrderAgainAndFalsePressesAreMostlyWithdrawn) {
  auto by_what = count(thirty_days(1));
  EXPECT_GT(by_what[What::battery_low], 50);
  EXPECT_NEAR(by_what[What::battery_ok], by_what[What::battery_low],
              by_what[What::battery_low] * 0.3);
  EXPECT_NEAR(by_what[What::network_ok], by_what[What::network_lost], 10);
  EXPECT_NEAR(by_what[What::withdrawal], by_what[What::false_press] * 0.8,
              by_what[What::false_press] * 0.1);
}

TEST(FleetModel, SupervisedDevicesProveThatTheyLive) {
  FleetModel model{fleet(), 1, kStart};
  std::map<std::size_t, int> beats;
  for (const auto& event : model.advance(kStart + 3h))
    if (event.what == What::heartbeat) ++beats[event.device];
  std::size_t supervised = 0;
  for (const auto& one : fleet()) supervised += one.device.silence_limit ? 1 : 0;
  EXPECT_EQ(beats.size(), supervised);
  for (const auto& [device, times] : beats) EXPECT_GE(times, 6) << device;
}

TEST(FleetModel, AnOutageStrikesEveryHubOfTheMunicipalityAndEnds) {
  FleetModel model{fleet(), 1, kStart};
  model.add_outage({{1813}, kStart + 1h, 90min});
  std::map<std::size_t, int> failed;
  std::map<std::size_t, int> back;
  for (const auto& event : model.advance(kStart + 12h)) {
    if (event.what == What::mains_failed) ++failed[event.device];
    if (event.what == What::mains_ok) ++back[event.device];
  }
  std::size_t hubs = 0;
  for (const auto& one : fleet())
    hubs += one.kind == DeviceKind::hub && one.device.municipality.number == 1813 ? 1 : 0;
  EXPECT_EQ(failed.size(), hubs);
  EXPECT_EQ(back.size(), hubs);
}

}  // namespace
}  // namespace varde::app::demo
