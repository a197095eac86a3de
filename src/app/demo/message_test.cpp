#include "app/demo/message.hpp"

#include <gtest/gtest.h>

#include "app/demo/world.hpp"

namespace varde::app::demo {
namespace {

using alarm::SignalKind;

/// What becomes of everything that a fleet says in a month, with an outage.
TEST(Message, EveryEventOfTheFleetIsUnderstoodAsWhatItIs) {
  const Fleet fleet = make_world(kDefaultSeed).fleet;
  const Instant start = *parse_rfc3339("2026-11-02T00:00:00Z");
  FleetModel model{fleet, 1, start};
  model.add_outage({{1813}, start + std::chrono::hours{1}, std::chrono::hours{1}});
  std::uint64_t number = 0;
  for (const auto& event : model.advance(start + std::chrono::days{30})) {
    const auto signal = signal_of(event, fleet[event.device], SignalId{}, ++number);
    EXPECT_EQ(signal.address, fleet[event.device].device.address);
    EXPECT_TRUE(signal.understood);
    switch (event.what) {
      case What::heartbeat:
        EXPECT_EQ(signal.kind, SignalKind::heartbeat);
        break;
      case What::withdrawal:
        EXPECT_EQ(signal.kind, SignalKind::reset);
        break;
      case What::battery_low:
      case What::battery_ok:
      case What::mains_failed:
      case What::mains_ok:
      case What::network_lost:
      case What::network_ok:
        EXPECT_EQ(signal.kind, SignalKind::technical);
        EXPECT_NE(signal.condition, alarm::Condition::none);
        break;
      default:
        EXPECT_EQ(signal.kind, SignalKind::alarm);
    }
    if (event.what == What::fall) {
      EXPECT_EQ(signal.code, alarm::kFall);
    }
    if (event.what == What::pendant) {
      EXPECT_EQ(signal.code, alarm::kSocialAlarm);
    }
  }
  EXPECT_GT(number, 5'000U);
}

}  // namespace
}  // namespace varde::app::demo
