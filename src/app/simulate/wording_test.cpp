#include "app/simulate/wording.hpp"

#include <gtest/gtest.h>

#include "app/demo/world.hpp"
#include "intake/http/signal_reader.hpp"
#include "intake/scaip/mrq.hpp"
#include "intake/scaip/signal.hpp"

namespace varde::app::simulate {
namespace {

/// What intake reads is what the fleet meant.
TEST(Wording, EveryEventIsReadBackAsItself) {
  const auto fleet = demo::make_world(demo::kDefaultSeed).fleet;
  const Instant start = *parse_rfc3339("2026-11-02T00:00:00Z");
  demo::FleetModel model{fleet, 1, start};
  model.add_outage({{1813}, start + std::chrono::hours{1}, std::chrono::hours{1}});
  int scaip = 0;
  int http = 0;
  for (const auto& event : model.advance(start + std::chrono::days{10})) {
    const auto& device = fleet[event.device];
    const auto meant = demo::signal_of(event, device, SignalId{}, 1);
    alarm::Signal read;
    if (device.speaks_scaip()) {
      const auto parsed = scaip::parse_mrq(mrq(event, device, "abc1"));
      ASSERT_TRUE(parsed.understood());
      EXPECT_EQ(parsed.mrq.ref, "abc1");
      read = std::get<alarm::Signal>(scaip::to_submission(parsed.mrq).body);
      ++scaip;
    } else {
      const std::string json = signal_json(event, device, "abc1", event.at);
      const auto body = http::read_signals(json, {"sender", "", [] { return SignalId{}; }});
      ASSERT_TRUE(body) << json;
      ASSERT_TRUE(std::holds_alternative<http::ReadSignal>(body->items.at(0))) << json;
      read = std::get<http::ReadSignal>(body->items[0]).signal;
      EXPECT_EQ(read.device_time, event.at);
      ++http;
    }
    EXPECT_TRUE(read.understood);
    EXPECT_EQ(read.address, meant.address);
    EXPECT_EQ(read.kind, meant.kind);
    EXPECT_EQ(read.code, meant.code);
    EXPECT_EQ(read.condition, meant.condition);
    EXPECT_EQ(read.location, meant.location);
  }
  EXPECT_GT(scaip, 1'000);
  EXPECT_GT(http, 100);
}

}  // namespace
}  // namespace varde::app::simulate
