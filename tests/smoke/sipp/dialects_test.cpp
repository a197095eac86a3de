#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "intake/scaip/auth.hpp"
#include "intake/scaip/test_world.hpp"

// The device dialects in this folder against the server alone, with sipp as an independent SIP
// stack.
namespace varde::scaip {
namespace {

using namespace testing;

struct Dialect {
  const char* name;
  const char* transport;
  bool digest;
};
class Dialects : public ::testing::TestWithParam<Dialect> {};

INSTANTIATE_TEST_SUITE_P(
    Sipp, Dialects,
    ::testing::Values(Dialect{"essence", "udp", true}, Dialect{"essence", "tcp", true},
                      Dialect{"possum", "udp", false}, Dialect{"telealarm", "udp", true},
                      Dialect{"doro", "udp", false}, Dialect{"doro", "tcp", false},
                      Dialect{"climax", "udp", true}, Dialect{"climax", "udp", false},
                      Dialect{"mrs_in_reply", "udp", false}),
    [](const auto& test) {
      return std::string(test.param.name) + "_" + test.param.transport +
             (test.param.digest ? "_digest" : "");
    });

TEST_P(Dialects, GetTheirAnswer) {
  const auto& dialect = GetParam();
  FakeInbox inbox;
  FakeDirectory directory;
  auto& device = directory.devices["scaip:90000001"];
  if (dialect.digest) device.ha1 = digest_ha1("90000001", "varde", "secret");
  device.mrs_in_reply = std::string_view(dialect.name) == "mrs_in_reply";
  Config config;
  config.listeners = {{Wire::udp, "127.0.0.1", 0}, {Wire::tcp, "127.0.0.1", 0}};
  config.call_target = {"+4775000000", "sip:alarm@centre.example"};
  Server server(config, inbox, directory, clock_now, random_from(1));
  ASSERT_TRUE(server.start().ok());
  const auto port = server.ports()[std::string_view(dialect.transport) == "tcp" ? 1 : 0];
  const auto command = std::string(VARDE_SIPP_FOLDER "/run 127.0.0.1 ") + std::to_string(port) +
                       " --transport " + dialect.transport + " --password secret " + dialect.name;
  EXPECT_EQ(std::system(command.c_str()), 0);
  ASSERT_EQ(inbox.submissions().size(), 1U);
  const auto signal = inbox.signals()[0];
  EXPECT_EQ(signal.address, "scaip:90000001");
  EXPECT_TRUE(signal.understood);
  EXPECT_EQ(server.counters().challenged, dialect.digest ? 1U : 0U);
}

TEST(Runner, FailsWhenNobodyAnswers) {
  EXPECT_NE(std::system(VARDE_SIPP_FOLDER "/run 127.0.0.1 9 possum >/dev/null"), 0);
}

}  // namespace
}  // namespace varde::scaip
