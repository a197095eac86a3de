#pragma once

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "intake/scaip/test_world.hpp"

namespace varde::scaip::testing {

/// A server on free ports of loopback, UDP first and TCP second, with one known device: 17.
class ScaipServer : public ::testing::Test {
 protected:
  ScaipServer() { directory.devices["scaip:17"] = {}; }

  void start(Server::Clock clock = clock_now) {
    config.listeners = {{Wire::udp, "127.0.0.1", 0}, {Wire::tcp, "127.0.0.1", 0}};
    config.call_target = {"+4775000000", "sip:alarm@centre.example"};
    server = std::make_unique<Server>(config, inbox, directory, std::move(clock), random_from(1));
    const auto status = server->start();
    ASSERT_TRUE(status.ok()) << status.error().message;
  }
  const Counters& counters() const { return server->counters(); }

  /// Answers the mrs request with 200.
  static void acknowledge(Peer& device, const std::string& request) {
    std::string reply = "SIP/2.0 200 OK\r\n";
    for (const auto* name : {"Via:", "From:", "To:", "Call-ID:", "CSeq:"}) {
      const auto at = request.find(name);
      reply += request.substr(at, request.find("\r\n", at) - at) + "\r\n";
    }
    device.send(reply + "Content-Length: 0\r\n\r\n");
  }

  FakeInbox inbox;
  FakeDirectory directory;
  Config config;
  std::unique_ptr<Server> server;
};

}  // namespace varde::scaip::testing
