#include <gtest/gtest.h>

#include "intake/scaip/auth.hpp"
#include "intake/scaip/server_fixture.hpp"

namespace varde::scaip {
namespace {

using namespace testing;

class ScaipDigest : public ScaipServer {
 protected:
  ScaipDigest() { directory.devices["scaip:17"].ha1 = digest_ha1("17", "varde", "secret"); }

  static std::string authorization(const std::string& unauthorized, const std::string& password) {
    DigestFields fields;
    const auto at = unauthorized.find("Digest ");
    EXPECT_TRUE(read_digest(unauthorized.substr(at, unauthorized.find("\r\n", at) - at), fields))
        << unauthorized;
    fields.uri = "sip:alarm@centre.example";
    fields.qop.clear();
    const auto response =
        digest_response(digest_ha1("17", fields.realm, password), fields, "MESSAGE");
    return "Authorization: Digest username=\"17\",realm=\"" + fields.realm + "\",nonce=\"" +
           fields.nonce + "\",uri=\"" + fields.uri + "\",response=\"" + response + "\"\r\n";
  }
};

TEST_F(ScaipDigest, TheDeviceProvesItselfWhenAsked) {
  start(fast_clock(50));
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  const auto unauthorized = device.receive();
  EXPECT_TRUE(has(unauthorized, "SIP/2.0 401 ")) << unauthorized;
  EXPECT_TRUE(inbox.submissions().empty());
  device.send(sip_message("17", "b", mrq("17", "R1"), authorization(unauthorized, "secret")));
  EXPECT_TRUE(has(device.receive(), "200 OK"));
  EXPECT_TRUE(has(device.receive(), "<snu>0</snu>"));
  EXPECT_EQ(counters().challenged, 1U);
  std::this_thread::sleep_for(std::chrono::milliseconds(400));  // 20 s of the server's
  EXPECT_EQ(inbox.submissions().size(), 1U) << "nothing is kept beside it";
}

TEST_F(ScaipDigest, WrongCredentialsAreAskedAgainAndTheMessageKeptOnceAMinute) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  const auto unauthorized = device.receive();
  for (const auto* branch : {"b", "c", "d"}) {
    device.send(sip_message("17", branch, mrq("17", "R1"), authorization(unauthorized, "guess")));
    EXPECT_TRUE(has(device.receive(), "SIP/2.0 401 "));
  }
  EXPECT_EQ(counters().wrong_credentials, 3U);
  const auto signals = inbox.signals();
  ASSERT_EQ(signals.size(), 1U);
  EXPECT_FALSE(signals[0].understood);
  EXPECT_EQ(signals[0].address, "scaip:17");
  EXPECT_EQ(signals[0].raw_code, "auth=failed");
}

TEST_F(ScaipDigest, ADeviceThatNeverProvesItselfIsHeardAllTheSame) {
  start(fast_clock(50));
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "H", "<mty>PI</mty>")));
  device.send(sip_message("17", "b", mrq("17", "R1")));
  EXPECT_TRUE(has(device.receive(), "SIP/2.0 401 "));
  EXPECT_TRUE(inbox.submissions().empty());
  ASSERT_TRUE(eventually([&] { return !inbox.submissions().empty(); }));
  EXPECT_EQ(inbox.signals()[0].raw_code, "auth=missing");
  EXPECT_EQ(inbox.signals()[0].address, "scaip:17");
  EXPECT_TRUE(has(inbox.submissions()[0].attachment, "<ref>R1</ref>"));
}

// Heard on the way and put before a heartbeat, they would hide that the device is silent.
TEST_F(ScaipDigest, CredentialsThatWereUsedDoNotCarryAnotherMessage) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  const auto proof = authorization(device.receive(), "secret");
  device.send(sip_message("17", "b", mrq("17", "R1"), proof));
  EXPECT_TRUE(has(device.receive(), "200 OK"));
  EXPECT_TRUE(has(device.receive(), "<snu>0</snu>"));
  ASSERT_EQ(inbox.signals().size(), 1U);

  Peer other(SOCK_DGRAM, server->ports()[0]);
  other.send(sip_message("17", "c", mrq("17", "R2", "<mty>PI</mty>"), proof));
  const auto again = other.receive();
  EXPECT_TRUE(has(again, "SIP/2.0 401 ")) << again;
  EXPECT_TRUE(has(again, "stale=true"));
  EXPECT_EQ(inbox.signals().size(), 1U);

  device.send(sip_message("17", "d", mrq("17", "R1"), proof));
  EXPECT_TRUE(has(device.receive(), "200 OK")) << "the same message, sent again";
}

TEST_F(ScaipDigest, AnUnknownDeviceIsHeardWithoutProof) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("4711", "a", mrq("4711", "R1")));
  EXPECT_TRUE(has(device.receive(), "200 OK"));
  EXPECT_EQ(inbox.signals().at(0).address, "scaip:4711");
  EXPECT_EQ(counters().strangers, 1U);
}

TEST_F(ScaipDigest, DeviceIdAloneIsEnoughWhereSoConfigured) {
  config.authentication = Config::Authentication::device_id;
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  EXPECT_TRUE(has(device.receive(), "200 OK"));
}

TEST_F(ScaipDigest, ARegistrationMustBeProvedToo) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  auto bytes = sip_message("17", "a", "", "Contact: <sip:17@127.0.0.1>\r\n");
  bytes.replace(0, 7, "REGISTER");
  device.send(bytes);
  EXPECT_TRUE(has(device.receive(), "SIP/2.0 401 "));
}

}  // namespace
}  // namespace varde::scaip
