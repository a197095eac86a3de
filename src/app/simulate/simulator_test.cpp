#include "app/simulate/simulator.hpp"

#include <gtest/gtest.h>

#include "app/demo/world.hpp"

namespace varde::app::simulate {
namespace {

TEST(Target, ReadsAddressPortAndTransport) {
  const auto plain = parse_target("sip:127.0.0.1:5060");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->host, "127.0.0.1");
  EXPECT_EQ(plain->port, 5060);
  EXPECT_EQ(plain->wire, scaip::Wire::udp);
  EXPECT_EQ(parse_target("sip:[::1]:5061;transport=tls")->wire, scaip::Wire::tls);
  EXPECT_EQ(parse_target("sip:10.0.0.1:5060;transport=tcp")->wire, scaip::Wire::tcp);
  for (const char* wrong : {"", "sip:", "sip:host", "sip:host:0", "http://a:1", "sip:a:1;x=y"})
    EXPECT_FALSE(parse_target(wrong)) << wrong;
}

TEST(Outage, StrikesASmallMunicipalityWhenAsked) {
  const auto fleet = demo::make_world(demo::kDefaultSeed).fleet;
  const Instant start = *parse_rfc3339("2026-11-02T00:00:00Z");
  Settings settings;
  settings.outage_after = std::chrono::minutes{7};
  const auto outage = choose_outage(fleet, settings, start);
  EXPECT_EQ(outage.from, start + std::chrono::minutes{7});
  EXPECT_NE(outage.municipality.number, 1833);
  settings.outage_after.reset();
  EXPECT_GE(choose_outage(fleet, settings, start).from, start + std::chrono::minutes{30});
}

/// Nobody answers: nothing is lost yet, everything waits to be sent again, and the end is clean.
TEST(Simulator, KeepsWhatNobodyTakes) {
  Settings settings;
  settings.scaip.port = 9;
  settings.scaip.mrs_timeout = Duration{200};
  settings.http = "http://127.0.0.1:9";
  settings.speed = 3'600;
  Simulator simulator{settings, *parse_rfc3339("2026-11-02T07:00:00Z")};
  ASSERT_TRUE(simulator.start());
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds{500};
  while (std::chrono::steady_clock::now() < end) {
    simulator.step();
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  simulator.stop();
  EXPECT_GT(simulator.deliveries().tally().sent, 0U);
  EXPECT_EQ(simulator.deliveries().tally().acknowledged, 0U);
}

}  // namespace
}  // namespace varde::app::simulate
