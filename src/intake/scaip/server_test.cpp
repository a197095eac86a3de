#include "intake/scaip/server.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "intake/scaip/client.hpp"
#include "intake/scaip/server_fixture.hpp"

namespace varde::scaip {
namespace {

using engine::Inbox;
using engine::Receipt;
using namespace testing;

TEST_F(ScaipServer, AnswersWhenDurableThenSendsTheMrsAsAMessageOfItsOwn) {
  inbox.hold();
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  ASSERT_TRUE(eventually([&] { return inbox.submissions().size() == 1; }));
  EXPECT_EQ(device.receive(150), "") << "nothing may leave before the commit";
  inbox.release();

  const auto ok = device.receive();
  EXPECT_TRUE(has(ok, "SIP/2.0 200 OK\r\n")) << ok;
  EXPECT_TRUE(has(ok, "Content-Length: 0\r\n\r\n")) << ok;
  EXPECT_TRUE(has(ok, ";rport=" + std::to_string(device.port()))) << ok;
  const auto request = device.receive();
  EXPECT_TRUE(has(request, "MESSAGE sip:17@127.0.0.1:")) << request;
  EXPECT_TRUE(has(request, "Content-Type: application/scaip+xml\r\n")) << request;
  EXPECT_TRUE(has(request, "From: <sip:alarm@centre.example>")) << request;
  EXPECT_TRUE(has(request,
                  "<mrs><ref>R1</ref><snu>0</snu><mre>1</mre><cre>62</cre>"
                  "<tnu>sip:alarm@centre.example</tnu></mrs>"))
      << request;
  acknowledge(device, request);
  EXPECT_TRUE(eventually([&] { return counters().mrs_sent == 1; }));
  EXPECT_EQ(counters().accepted, 1U);
  EXPECT_EQ(inbox.signals().at(0).address, "scaip:17");
  EXPECT_FALSE(inbox.signals().at(0).id.is_nil());
}

TEST_F(ScaipServer, TheMrsIsSentAgainUntilItIsAnswered) {
  start(fast_clock(10));
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  EXPECT_TRUE(has(device.receive(), "200 OK"));
  const auto first = device.receive();
  EXPECT_EQ(device.receive(), first);
  EXPECT_EQ(device.receive(), first);
  acknowledge(device, first);
  EXPECT_TRUE(eventually([&] { return counters().mrs_sent == 1; }));
  while (device.receive(0) == first) continue;  // sent before the answer came
  EXPECT_EQ(device.receive(500), "");
}

TEST_F(ScaipServer, AnMrsThatNobodyAnswersIsGivenUpAndCounted) {
  start(fast_clock(100));
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  EXPECT_TRUE(has(device.receive(), "200 OK"));
  EXPECT_TRUE(eventually([&] { return counters().mrs_failed == 1; }));
  EXPECT_EQ(counters().mrs_sent, 0U);
}

TEST_F(ScaipServer, ARetransmissionBeforeTheCommitIsOneMessage) {
  inbox.hold();
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  for (int i = 0; i < 3; ++i) device.send(sip_message("17", "a", mrq("17", "R1")));
  device.send(
      sip_message("17", "b", mrq("17", "R1")));  // the device's own repeat, a new transaction
  ASSERT_TRUE(eventually([&] { return counters().retransmitted == 3; }));
  EXPECT_EQ(inbox.submissions().size(), 1U);
  inbox.release();
  const auto first = device.receive();
  const auto second = device.receive();
  EXPECT_TRUE(has(first, "z9hG4bKa")) << first;
  EXPECT_TRUE(has(second, "z9hG4bKb")) << second;
  const auto request = device.receive();
  EXPECT_TRUE(has(request, "<snu>0</snu>"));
  acknowledge(device, request);
  EXPECT_EQ(device.receive(300), "") << "one mrs for all";
}

TEST_F(ScaipServer, ARepeatWithANewBranchAfterwardsIsAnsweredNotCalledALoop) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  for (const auto* branch : {"a", "b", "c"}) {
    device.send(sip_message("17", branch, mrq("17", "R1")));
    EXPECT_TRUE(has(device.receive(), "SIP/2.0 200 OK"));
    acknowledge(device, device.receive());
  }
}

TEST_F(ScaipServer, TcpAnswersOnTheSameConnection) {
  start();
  Peer device(SOCK_STREAM, server->ports()[1]);
  const auto message = sip_message("17", "a", mrq("17", "R1"), "", "TCP 10.9.9.9:5060");
  device.send(message.substr(0, 100));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  device.send(message.substr(100));
  const auto got = device.receive_until("</mrs>");
  EXPECT_TRUE(has(got, "SIP/2.0 200 OK")) << got;
  EXPECT_TRUE(has(got, "MESSAGE sip:17@127.0.0.1:")) << got;
  EXPECT_TRUE(has(got, ";transport=tcp SIP/2.0")) << got;
  device.send("\r\n\r\n");
  EXPECT_EQ(device.receive(), "\r\n");
  EXPECT_EQ(counters().received[1], 1U);
}

TEST_F(ScaipServer, TheMrsGoesIntoTheReplyWhereTheDeviceWantsIt) {
  directory.devices["scaip:17"].mrs_in_reply = true;
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  const auto ok = device.receive();
  EXPECT_TRUE(has(ok, "SIP/2.0 200 OK"));
  EXPECT_TRUE(has(ok, "<ref>R1</ref><snu>0</snu>")) << ok;
  EXPECT_EQ(device.receive(300), "");
  EXPECT_EQ(counters().mrs_in_reply, 1U);
}

struct Oddity {
  const char* name;
  std::string bytes;
};

TEST_F(ScaipServer, SloppySipIsAnswered) {
  start();
  const auto body = mrq("17", "R1");
  auto line_feeds = sip_message("17", "lf", body);
  for (auto at = line_feeds.find("\r\n"); at != std::string::npos; at = line_feeds.find("\r\n"))
    line_feeds.erase(at, 1);
  auto no_max_forwards = sip_message("17", "mf", body);
  no_max_forwards.erase(no_max_forwards.find("Max-Forwards"), 18);
  auto no_length = sip_message("17", "cl", body);
  no_length.erase(no_length.find("Content-Length"),
                  no_length.find("\r\n\r\n") - no_length.find("Content-Length") - 0);
  no_length.insert(no_length.find("\r\n\r\n"), "X-Nothing: 1");
  auto no_tag = sip_message("17", "tag", body);
  no_tag.erase(no_tag.find(";tag=1"), 6);
  auto other_type = sip_message("17", "type", body);
  other_type.replace(other_type.find("application/scaip+xml"), 21, "text/plain");
  const std::vector<Oddity> oddities{
      {"Via names TCP on UDP", sip_message("17", "via", body, "", "TCP 10.1.2.3:5060")},
      {"Via names TLS and a host name", sip_message("17", "tls", body, "", "TLS device.invalid")},
      {"line feeds only", line_feeds},
      {"leading line ends", "\r\n\r\n" + sip_message("17", "crlf", body)},
      {"no Max-Forwards", no_max_forwards},
      {"no Content-Length", no_length},
      {"no From tag", no_tag},
      {"xml under another type", other_type},
      {"an unknown Require", sip_message("17", "req", body, "Require: foo\r\n")},
      {"From is another than cid", sip_message("99", "from", body)},
      {"a line that is no header", sip_message("17", "line", body, "this is no header\r\n")},
      {"Via without branch",
       [&] {
         auto bytes = sip_message("17", "gone", body);
         return bytes.erase(bytes.find(";branch="), std::string(";branch=z9hG4bKgone").size());
       }()},
      {"Content-Length beyond the datagram",
       [&] {
         auto bytes = sip_message("17", "long", body);
         const auto at = bytes.find("Content-Length: ") + 16;
         return bytes.replace(at, bytes.find("\r\n", at) - at, "9999");
       }()},
  };
  for (const auto& oddity : oddities) {
    Peer device(SOCK_DGRAM, server->ports()[0]);
    device.send(oddity.bytes);
    EXPECT_TRUE(has(device.receive(), "SIP/2.0 200 OK")) << oddity.name;
    EXPECT_TRUE(has(device.receive(), "<snu>0</snu>")) << oddity.name;
  }
  EXPECT_EQ(counters().sender_mismatch, 1U);
}

TEST_F(ScaipServer, WithoutRportTheReplyGoesToThePortOfTheViaUnlessAddressesAreTranslated) {
  start();
  Peer sender(SOCK_DGRAM, server->ports()[0]);
  Peer listener(SOCK_DGRAM, server->ports()[0]);
  sender.send(sip_message("17", "a", mrq("17", "R1"), "",
                          "UDP 127.0.0.1:" + std::to_string(listener.port())));
  EXPECT_TRUE(has(listener.receive(), "200 OK"));
  sender.send(sip_message("17", "b", mrq("17", "R2"), "", "UDP 10.0.0.9:5060"));
  EXPECT_TRUE(has(sender.receive(), "received=127.0.0.1"));
}

TEST_F(ScaipServer, WhatIsNotUnderstoodIsKeptAndToldApart) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  const std::vector<std::pair<std::string, std::string>> bodies{
      {"<mrq><ref>1</ref><cid>17</cid>", "2"},
      {"<mrq><ref>1</ref><cid>17</cid><dty>3</dty><stc>x</stc></mrq>", "3"},
      {"<mrq><ref>1</ref><cid>17</cid></mrq>", "7"},
  };
  for (const auto& [body, snu] : bodies) {
    device.send(sip_message("17", "u" + snu, body));
    EXPECT_TRUE(has(device.receive(), "200 OK"));
    const auto request = device.receive();
    EXPECT_TRUE(has(request, "<ref>1</ref><snu>" + snu + "</snu><mre>0</mre><cre>0</cre>"))
        << request;
    acknowledge(device, request);
  }
  const auto submissions = inbox.submissions();
  ASSERT_EQ(submissions.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& signal = std::get<alarm::Signal>(submissions[i].body);
    EXPECT_FALSE(signal.understood);
    EXPECT_EQ(signal.address, "scaip:17");
    EXPECT_EQ(submissions[i].attachment, bodies[i].first);
  }
  EXPECT_EQ(counters().not_understood, 3U);
}

TEST_F(ScaipServer, ABodyOf60KilobytesEndsInTooLongAndIsKept) {
  start();
  const auto body = mrq("17", "R1", "<ite>" + std::string(60'000, 'x') + "</ite>");
  Peer datagrams(SOCK_DGRAM, server->ports()[0]);
  datagrams.send(sip_message("17", "a", body));
  EXPECT_TRUE(has(datagrams.receive(), "200 OK"));
  EXPECT_TRUE(has(datagrams.receive(), "<ref>R1</ref><snu>1</snu>"));
  Peer stream(SOCK_STREAM, server->ports()[1]);
  stream.send(sip_message("17", "b", body) + sip_message("17", "c", mrq("17", "R2")));
  const auto got = stream.receive_until("<ref>R2</ref>");
  EXPECT_TRUE(has(got, "<ref>R1</ref><snu>1</snu>")) << got;
  for (const auto& submission : inbox.submissions()) {
    const auto& signal = std::get<alarm::Signal>(submission.body);
    if (signal.understood) continue;
    EXPECT_EQ(signal.address, "scaip:17");
    EXPECT_EQ(submission.attachment.size(), limits::kKeptRawBytes);
  }
  EXPECT_EQ(counters().not_understood, 2U);
}

TEST_F(ScaipServer, RefusalsOfTheInboxAreToldInTheProtocolsWords) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  const std::vector<std::pair<Inbox::Failure, std::string>> refusals{
      {Inbox::Failure::busy, "6"},
      {Inbox::Failure::too_many, "6"},
      {Inbox::Failure::unavailable, "5"},
      {Inbox::Failure::stopping, "5"}};
  int number = 0;
  for (const auto& [failure, snu] : refusals) {
    inbox.decide([failure = failure](const alarm::Signal&) { return Inbox::Outcome(failure); });
    const auto ref = std::to_string(++number);
    device.send(sip_message("17", ref, mrq("17", ref)));
    EXPECT_TRUE(has(device.receive(), "200 OK"));
    const auto request = device.receive();
    EXPECT_TRUE(has(request, "<snu>" + snu + "</snu>")) << request;
    acknowledge(device, request);
  }
  EXPECT_EQ(counters().busy, 2U);
  EXPECT_EQ(counters().unavailable, 2U);
}

TEST_F(ScaipServer, ADeviceThatStartsItsReferencesAnewLosesNoAlarm) {
  inbox.decide([](const alarm::Signal& signal) {
    return has(signal.key, "#") ? FakeInbox::accepted(signal)
                                : FakeInbox::with_status(Receipt::Status::conflict);
  });
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  EXPECT_TRUE(has(device.receive(), "200 OK"));
  EXPECT_TRUE(has(device.receive(), "<snu>0</snu>"));
  const auto signals = inbox.signals();
  ASSERT_EQ(signals.size(), 2U);
  EXPECT_EQ(signals[0].key, "scaip:17/R1");
  EXPECT_TRUE(has(signals[1].key, "scaip:17/R1#"));
}

TEST_F(ScaipServer, OtherRequestsGetAPoliteAnswer) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  const auto request = [&](const std::string& method, const std::string& extra = "") {
    auto bytes = sip_message("17", method, "", extra);
    bytes.replace(0, 7, method);
    bytes.replace(bytes.find("1 MESSAGE"), 9, "1 " + method);
    device.send(bytes);
    return device.receive();
  };
  EXPECT_TRUE(has(request("OPTIONS"), "SIP/2.0 200 OK"));
  EXPECT_TRUE(has(request("REGISTER", "Contact: <sip:17@127.0.0.1>\r\n"),
                  "Contact: <sip:17@127.0.0.1>;expires=3600"));
  EXPECT_TRUE(has(request("INVITE"), "SIP/2.0 488 "));
  EXPECT_TRUE(has(request("BYE"), "SIP/2.0 481 "));
  EXPECT_TRUE(has(request("SUBSCRIBE"), "SIP/2.0 405 "));
  EXPECT_TRUE(has(request("DANCE"), "SIP/2.0 501 "));
  EXPECT_EQ(counters().keep_alive, 2U);
  EXPECT_EQ(counters().unsupported, 4U);
}

TEST_F(ScaipServer, ForeignTextIsRefusedUnlessADeviceWeKnowSendsIt) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  auto foreign = sip_message("4711", "a", "hello");
  foreign.replace(foreign.find("application/scaip+xml"), 21, "text/plain");
  device.send(foreign);
  EXPECT_TRUE(has(device.receive(), "SIP/2.0 415 "));
  EXPECT_TRUE(inbox.submissions().empty());
  auto known = sip_message("17", "b", "hello");
  known.replace(known.find("application/scaip+xml"), 21, "text/plain");
  device.send(known);
  EXPECT_TRUE(has(device.receive(), "SIP/2.0 200 "));
  EXPECT_EQ(inbox.signals().at(0).address, "scaip:17");
}

TEST_F(ScaipServer, BytesThatAreNotSipAreKeptWhenTheyHoldAnMrq) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send("MESSAGE nonsense\r\n\r\n" + mrq("17", "R1"));
  device.send("GET / HTTP/1.1\r\n\r\n");
  device.send(std::string("\0\0\0\0", 4));
  ASSERT_TRUE(eventually([&] { return counters().garbage == 2; }));
  ASSERT_EQ(inbox.submissions().size(), 1U);
  EXPECT_EQ(inbox.signals()[0].address, "scaip:17");
  EXPECT_EQ(inbox.signals()[0].raw_code, "sip=unreadable");
}

TEST_F(ScaipServer, StrangersAreHeardUpToARate) {
  start();
  Peer device(SOCK_DGRAM, server->ports()[0]);
  const int sent = static_cast<int>(limits::kStrangerSignalsBurst) + 100;
  for (int i = 0; i < sent; ++i)
    device.send(sip_message("4711", std::to_string(i), mrq("4711", std::to_string(i))));
  ASSERT_TRUE(eventually([&] { return counters().strangers == static_cast<std::uint64_t>(sent); }));
  EXPECT_TRUE(eventually(
      [&] { return counters().busy + counters().accepted == static_cast<std::uint64_t>(sent); }));
  EXPECT_GE(counters().accepted, static_cast<std::uint64_t>(limits::kStrangerSignalsBurst));
  EXPECT_GT(counters().busy, 50U);
  Peer known(SOCK_DGRAM, server->ports()[0]);
  known.send(sip_message("17", "k", mrq("17", "R1")));
  EXPECT_TRUE(has(known.receive(), "200 OK"));
  EXPECT_TRUE(has(known.receive(), "<snu>0</snu>"))
      << "a flood of strangers does not block the others";
}

TEST_F(ScaipServer, StopAnswersWhatIsInFlight) {
  inbox.hold();
  start();
  Peer device(SOCK_STREAM, server->ports()[1]);
  device.send(sip_message("17", "a", mrq("17", "R1"), "", "TCP 127.0.0.1"));
  ASSERT_TRUE(eventually([&] { return inbox.submissions().size() == 1; }));
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    inbox.release();
  });
  server->stop();
  later.join();
  EXPECT_TRUE(has(device.receive_until("</mrs>"), "<snu>0</snu>"));
  EXPECT_EQ(device.receive(), "") << "closed";
}

TEST_F(ScaipServer, AnAnswerThatComesAfterTheStopIsDropped) {
  inbox.hold();
  start(fast_clock(50));
  Peer device(SOCK_DGRAM, server->ports()[0]);
  device.send(sip_message("17", "a", mrq("17", "R1")));
  ASSERT_TRUE(eventually([&] { return inbox.submissions().size() == 1; }));
  server.reset();
  inbox.release();
  EXPECT_EQ(device.receive(100), "");
}

TEST_F(ScaipServer, SaysWhichListenerCannotBeOpened) {
  start();
  Config other = config;
  other.listeners = {{Wire::tcp, "127.0.0.1", server->ports()[1]}};
  const auto status = Server(other, inbox, directory, clock_now, random_from(2)).start();
  ASSERT_FALSE(status.ok());
  EXPECT_TRUE(has(status.error().message, std::to_string(server->ports()[1])))
      << status.error().message;
  other.listeners = {{Wire::udp, "not-an-address", 0}};
  EXPECT_FALSE(Server(other, inbox, directory, clock_now, random_from(2)).start().ok());
}

TEST_F(ScaipServer, AConnectionThatSaysNothingIsClosed) {
  start(fast_clock(100));
  Peer silent(SOCK_STREAM, server->ports()[1]);
  Peer talking(SOCK_STREAM, server->ports()[1]);
  talking.send(sip_message("17", "a", mrq("17", "R1"), "", "TCP 127.0.0.1"));
  EXPECT_TRUE(has(talking.receive_until("</mrs>"), "<snu>0</snu>"));
  EXPECT_TRUE(eventually([&] { return counters().connections == 1; }));
  talking.send("\r\n\r\n");
  EXPECT_EQ(talking.receive(), "\r\n");
}

TEST_F(ScaipServer, AConnectionThatIsNotSipIsClosedAndAnMrqInItKept) {
  start();
  Peer device(SOCK_STREAM, server->ports()[1]);
  device.send(mrq("17", "R1") + std::string(limits::kSipHeaderBytes, ' '));
  EXPECT_EQ(device.receive(), "");
  EXPECT_TRUE(eventually([&] { return counters().connections == 0; }));
  ASSERT_EQ(inbox.submissions().size(), 1U);
  EXPECT_EQ(inbox.signals()[0].address, "scaip:17");
}

TEST_F(ScaipServer, ListensOnIpv6) {
  config.listeners = {{Wire::udp, "::1", 0}};
  server = std::make_unique<Server>(config, inbox, directory, clock_now, random_from(1));
  if (!server->start()) GTEST_SKIP() << "no IPv6 here";
  ClientConfig settings;
  settings.host = settings.local_host = "::1";
  settings.port = server->ports()[0];
  Client client(settings, clock_now, random_from(2));
  ASSERT_TRUE(client.start().ok());
  std::atomic<bool> good{false};
  client.send({"17", "R1", mrq("17", "R1"), ""},
              [&](const ClientResult& result) { good = result.ok(); });
  EXPECT_TRUE(eventually([&] { return good.load(); }));
}

}  // namespace
}  // namespace varde::scaip
