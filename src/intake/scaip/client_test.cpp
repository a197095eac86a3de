#include "intake/scaip/client.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "intake/scaip/auth.hpp"
#include "intake/scaip/test_world.hpp"

namespace varde::scaip {
namespace {

using namespace testing;

/// Client and server over loopback, each on its own loop.
class ScaipClient : public ::testing::TestWithParam<Wire> {
 protected:
  ScaipClient() {
    directory =
        std::filesystem::temp_directory_path() / ("scaip-client-test-" + std::to_string(getpid()));
    std::filesystem::create_directories(directory);
    const auto command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj "
        "/CN=localhost -keyout " +
        (directory / "key.pem").string() + " -out " + (directory / "cert.pem").string() +
        " >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
  }
  ~ScaipClient() override { std::filesystem::remove_all(directory); }

  void start(std::size_t in_flight = 10'000) {
    config.listeners = {{GetParam(), "127.0.0.1", 0}};
    config.certificate_file = directory / "cert.pem";
    config.key_file = directory / "key.pem";
    server = std::make_unique<Server>(config, inbox, devices, clock_now, random_from(1));
    const auto status = server->start();
    ASSERT_TRUE(status.ok()) << status.error().message;
    ClientConfig settings;
    settings.wire = GetParam();
    settings.port = server->ports()[0];
    settings.connections = 3;
    settings.in_flight = in_flight;
    client = std::make_unique<Client>(settings, clock_now, random_from(2));
    const auto ready = client->start();
    ASSERT_TRUE(ready.ok()) << ready.error().message;
  }

  void send(const std::string& cid, const std::string& ref, const std::string& password = "") {
    ASSERT_TRUE(
        client->send({cid, ref, mrq(cid, ref), password}, [this](const ClientResult& result) {
          const std::lock_guard lock(mutex);
          results.push_back(result);
        }));
  }
  std::size_t count() {
    const std::lock_guard lock(mutex);
    return results.size();
  }

  std::filesystem::path directory;
  FakeInbox inbox;
  FakeDirectory devices;
  Config config;
  std::mutex mutex;
  std::vector<ClientResult> results;
  std::unique_ptr<Server> server;
  std::unique_ptr<Client> client;
};

INSTANTIATE_TEST_SUITE_P(
    Wires, ScaipClient, ::testing::Values(Wire::udp, Wire::tcp, Wire::tls), [](const auto& test) {
      return std::string(test.param == Wire::udp ? "Udp" : test.param == Wire::tcp ? "Tcp" : "Tls");
    });

TEST_P(ScaipClient, ManyDevicesGetTheirMrs) {
  for (int i = 0; i < 200; ++i) devices.devices["scaip:" + std::to_string(90'000'000 + i)] = {};
  start();
  for (int i = 0; i < 200; ++i) send(std::to_string(90'000'000 + i), std::to_string(i));
  ASSERT_TRUE(eventually([&] { return count() == 200; }));
  for (const auto& result : results) {
    EXPECT_TRUE(result.ok()) << result.cid << " " << result.status;
    EXPECT_EQ(result.mrs->ref, result.ref);
  }
  EXPECT_EQ(inbox.submissions().size(), 200U);
  EXPECT_TRUE(eventually([&] { return server->counters().mrs_sent == 200; }));
  EXPECT_EQ(client->in_flight(), 0U);
}

TEST_P(ScaipClient, ProvesItselfAndReadsTheMrsFromTheReply) {
  devices.devices["scaip:17"] = {digest_ha1("17", "varde", "secret"), true};
  devices.devices["scaip:18"] = {digest_ha1("18", "varde", "secret"), false};
  start();
  send("17", "A", "secret");
  send("18", "B", "secret");
  ASSERT_TRUE(eventually([&] { return count() == 2; }));
  for (const auto& result : results) EXPECT_TRUE(result.ok()) << result.cid << " " << result.status;
  EXPECT_EQ(server->counters().mrs_in_reply, 1U);
  EXPECT_EQ(server->counters().challenged, 2U);
}

TEST_P(ScaipClient, TellsWhatWentWrong) {
  devices.devices["scaip:17"] = {digest_ha1("17", "varde", "secret"), false};
  start();
  send("17", "A", "guess");
  inbox.decide([](const alarm::Signal&) {
    return engine::Inbox::Outcome(engine::Inbox::Failure::unavailable);
  });
  send("4711", "B");
  ASSERT_TRUE(eventually([&] { return count() == 2; }));
  for (const auto& result : results) {
    EXPECT_FALSE(result.ok());
    if (result.cid == "17") {
      EXPECT_EQ(result.status, 401);
    } else {
      EXPECT_EQ(result.mrs->snu, Snu::not_treated);
    }
  }
}

TEST_P(ScaipClient, TakesNoMoreThanItsBound) {
  inbox.hold();
  start(2);
  send("1", "A");
  send("2", "A");
  EXPECT_FALSE(client->send({"3", "A", mrq("3", "A"), ""}, [](const ClientResult&) {}));
  ASSERT_TRUE(eventually([&] { return inbox.submissions().size() == 2; }));
  inbox.release();
  ASSERT_TRUE(eventually([&] { return count() == 2; }));
  send("3", "A");
  EXPECT_TRUE(eventually([&] { return count() == 3; }));
}

TEST(ScaipConnections, AreOpenedAgain) {
  FakeInbox inbox;
  FakeDirectory devices;
  Config config;
  config.listeners = {{Wire::tcp, "127.0.0.1", 0}};
  auto server = std::make_unique<Server>(config, inbox, devices, clock_now, random_from(1));
  ASSERT_TRUE(server->start().ok());
  config.listeners[0].port = server->ports()[0];
  ClientConfig settings;
  settings.wire = Wire::tcp;
  settings.port = config.listeners[0].port;
  Client client(settings, clock_now, random_from(2));
  ASSERT_TRUE(client.start().ok());
  std::atomic<int> good{0}, bad{0};
  const auto send = [&](const std::string& ref) {
    client.send({"1", ref, mrq("1", ref), ""},
                [&](const ClientResult& result) { ++(result.ok() ? good : bad); });
  };
  send("A");
  ASSERT_TRUE(eventually([&] { return good == 1; }));
  server.reset();
  server = std::make_unique<Server>(config, inbox, devices, clock_now, random_from(3));
  ASSERT_TRUE(server->start().ok());
  int ref = 0;
  ASSERT_TRUE(eventually([&] {
    send("again" + std::to_string(++ref));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return good >= 2;
  }));
}

}  // namespace
}  // namespace varde::scaip
