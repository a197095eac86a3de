#include "api/server.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "access/testing.hpp"
#include "api/live_feed.hpp"
#include "api/reply_queue.hpp"
#include "api/test_client.hpp"
#include "base/digest.hpp"
#include "base/limits.hpp"
#include "steering/memory_cases.hpp"
#include "steering/testing.hpp"

namespace varde::api {
namespace {

using nlohmann::json;
using testing::HttpReply;
using testing::TestClient;

constexpr tenancy::Municipality kHere{1813};

/// Answers from a thread of its own, as the core does.
class ThreadedInbox : public engine::Inbox {
 public:
  ~ThreadedInbox() override {
    for (auto& thread : threads_) thread.join();
  }
  void submit(engine::Submission, Callback done) override {
    const std::lock_guard lock{mutex_};
    threads_.emplace_back([this, done = std::move(done)] {
      std::this_thread::sleep_for(delay);
      done(engine::Receipt{});
    });
  }
  void submit_batch(std::vector<engine::Submission>, BatchCallback done) override { done({}); }

  std::chrono::milliseconds delay{1};

 private:
  std::mutex mutex_;
  std::vector<std::thread> threads_;
};

class ServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    access::MunicipalityRow row;
    row.municipality = kHere;
    records.municipality_rows = {row};
    records.account_rows = {
        {{ActorId{Ulid{1, 1}}, "Op", tenancy::Role::operator_, {kHere}}, "operator", ""}};
    records.keys = {{"k",
                     to_hex(sha256("key")),
                     {ActorId{Ulid{2, 2}}, "sender", tenancy::Role::sender, {kHere}}}};
    folder = std::filesystem::temp_directory_path() / ("varde_web_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "index.html"} << "<html>console</html>";
    Config config;
    config.port = 0;
    config.web_folder = folder;
    config.version = "test";
    server = std::make_unique<Server>(std::move(config), dependencies());
    const auto started = server->start();
    ASSERT_TRUE(started.ok());
  }
  void TearDown() override {
    server.reset();
    std::filesystem::remove_all(folder);
  }

  Dependencies dependencies() {
    return {gate,
            *authenticator,
            [] { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); },
            [this](auto sender, const Request& request, auto answer) {
              bodies.fetch_add(1);
              inbox.submit({*sender, std::string{request.body}}, answer);
            },
            [this] { return not_ready; },
            [] { return std::string{"varde_up 1\n"}; },
            [](auto) { return false; },
            office};
  }

  std::string sign_in(TestClient& client) {
    const auto reply = client.ask("POST", "/api/v1/session", "X-Varde-Request: console\r\n",
                                  R"({"account":"operator"})");
    EXPECT_EQ(reply.status, 200);
    const std::string cookie = reply.headers.at("set-cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
  }
  static json payload(TestClient& client) {
    const auto frame = client.read_frame();
    EXPECT_TRUE(frame.has_value());
    return frame ? json::parse(frame->payload) : json{};
  }

  struct SignalInbox {
    ThreadedInbox& inbox;
    void submit(const std::pair<tenancy::Actor, std::string>& what,
                const std::function<void(SignalsAnswer)>& answer) {
      inbox.submit({}, [answer, body = what.second](const auto&) {
        answer({202, "application/json", "{\"echo\":\"" + body + "\"}"});
      });
    }
  };

  steering::MemoryCases cases;
  steering::Tools tools = steering::testing::note_tools();
  steering::Runs runs{cases, tools, [] { return Instant{}; }, "test"};
  steering::Office office{cases, runs, tools};
  access::testing::FakeRecords records;
  ThreadedInbox core;
  SignalInbox inbox{core};
  access::Gate gate{records, core};
  std::unique_ptr<Authenticator> authenticator = demo_accounts(gate);
  std::filesystem::path folder;
  std::string not_ready;
  std::atomic<int> bodies{0};
  std::unique_ptr<Server> server;
};

TEST_F(ServerTest, TellsHowItIs) {
  TestClient client{server->port()};
  EXPECT_EQ(client.ask("GET", "/healthz").status, 200);
  EXPECT_EQ(client.ask("GET", "/readyz").status, 200);
  not_ready = "the disk is full";
  const auto reply = client.ask("GET", "/readyz");
  EXPECT_EQ(reply.status, 503);
  EXPECT_NE(reply.body.find("the disk is full"), std::string::npos);
  EXPECT_EQ(client.ask("GET", "/metrics").body, "varde_up 1\n");
  EXPECT_EQ(json::parse(client.ask("GET", "/api/v1/openapi.json").body)["openapi"], "3.1.0");
}

TEST_F(ServerTest, SignalsAreAnsweredFromTheCoreOnOneKeptConnection) {
  TestClient client{server->port()};
  EXPECT_EQ(client.ask("POST", "/api/v1/signals", {}, "x").status, 401);
  EXPECT_EQ(client.ask("POST", "/api/v1/signals", "Authorization: Bearer wrong\r\n", "x").status,
            401);
  for (int i = 0; i < 20; ++i) {
    const auto reply = client.ask("POST", "/api/v1/signals", "Authorization: Bearer key\r\n",
                                  "n" + std::to_string(i));
    EXPECT_EQ(reply.status, 202);
    EXPECT_EQ(reply.body, "{\"echo\":\"n" + std::to_string(i) + "\"}");
  }
  EXPECT_EQ(records.key_lookups, 2);  // one per key, then remembered
}

TEST_F(ServerTest, ABodyAboveTheLimitIsRefusedByNameAndNeverReachesARoute) {
  TestClient client{server->port()};
  const std::string body(limits::kHttpBodyBytes + 1, 'x');
  const auto reply = client.ask("POST", "/api/v1/signals", "Authorization: Bearer key\r\n", body);
  EXPECT_EQ(reply.status, 413);
  EXPECT_EQ(json::parse(reply.body)["type"], "https://varde.no/problems/too-large");
  EXPECT_EQ(bodies, 0);
}

TEST_F(ServerTest, NonsenseAndGiantHeadersOnlyEndTheirOwnConnection) {
  for (const std::string& bytes :
       {std::string{"\x16\x03\x01 not http\r\n\r\n"},
        "GET /" + std::string(10'000, 'a') + " HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'b') + "\r\n\r\n"}) {
    TestClient client{server->port()};
    client.write(bytes);
    EXPECT_EQ(client.read_reply().status, 0);
  }
  TestClient client{server->port()};
  EXPECT_EQ(client.ask("GET", "/healthz").status, 200);
}

TEST_F(ServerTest, TheConsoleComesWithItsSecurityHeaders) {
  TestClient client{server->port()};
  const auto reply = client.ask("GET", "/alarms/01ABC");
  EXPECT_EQ(reply.body, "<html>console</html>");
  EXPECT_NE(reply.headers.at("content-security-policy").find("script-src 'self'"),
            std::string::npos);
  EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(client.ask("GET", "/../../etc/passwd").body.find("root:"), std::string::npos);
  EXPECT_EQ(client.ask("GET", "/api/v1/nothing").status, 404);
  EXPECT_EQ(client.ask("POST", "/").status, 404);
}

TEST(SecurityPolicy, LetsInTheMapsTilesAndNothingElseFromOutside) {
  const std::string none = content_security_policy("");
  EXPECT_NE(none.find("connect-src 'self';"), std::string::npos);
  EXPECT_EQ(none.find("http"), std::string::npos);
  const std::string tiles =
      content_security_policy("https://cache.kartverket.no/v1/wmts/{z}/{y}/{x}.png");
  EXPECT_NE(tiles.find("connect-src 'self' https://cache.kartverket.no;"), std::string::npos);
  EXPECT_NE(tiles.find("img-src 'self' data: blob: https://cache.kartverket.no;"),
            std::string::npos);
  EXPECT_NE(content_security_policy("http://127.0.0.1:8099/{z}").find(" http://127.0.0.1:8099;"),
            std::string::npos);
  EXPECT_EQ(content_security_policy("https://x; script-src *//{z}"), none);
  EXPECT_EQ(content_security_policy("{z}/{x}"), none);
}

TEST_F(ServerTest, TheFeedNeedsASessionAndOurOwnPage) {
  TestClient client{server->port()};
  const std::string cookie = sign_in(client);
  const std::string own = "Origin: http://localhost\r\n";
  EXPECT_EQ(TestClient{server->port()}.upgrade("/api/v1/live", own).status, 401);
  EXPECT_EQ(TestClient{server->port()}.upgrade("/api/v1/live", cookie).status, 403);
  EXPECT_EQ(TestClient{server->port()}
                .upgrade("/api/v1/live", cookie + "Origin: https://evil.example\r\n")
                .status,
            403);
}

TEST_F(ServerTest, AConsoleSeesTheSnapshotThenEachChangeAndResumes) {
  TestClient http{server->port()};
  const std::string headers = sign_in(http) + "Origin: http://localhost\r\n";
  std::uint64_t seen = 0;
  {
    TestClient console{server->port()};
    ASSERT_EQ(console.upgrade("/api/v1/live", headers).status, 101);
    EXPECT_EQ(payload(console)["type"], "snapshot");
    EXPECT_EQ(payload(console)["operators"][0]["name"], "Op");
    EXPECT_EQ(server->figures().consoles, 1u);
    EXPECT_EQ(server->figures().sessions, 1u);
    EXPECT_EQ(server->figures().connections, 1u);  // the one that signed in
    alarm::Alarm alarm;
    alarm.municipality = kHere;
    const engine::Projection::Item item{{1, {}, engine::AlarmChanged{alarm}}, {}};
    server->publish({&item, 1}, 1);
    const auto change = payload(console);
    EXPECT_EQ(change["type"], "change");
    EXPECT_EQ(change["alarm"]["municipality"], "1813");
    seen = change["position"];
    console.send_frame(9, "hi");
    const auto pong = console.read_frame();
    EXPECT_EQ(pong->opcode, 10);
    EXPECT_EQ(pong->payload, "hi");
  }
  TestClient again{server->port()};
  ASSERT_EQ(again.upgrade("/api/v1/live?since=" + std::to_string(seen), headers).status, 101);
  EXPECT_EQ(payload(again)["type"], "operators");
}

TEST_F(ServerTest, AConsoleThatDoesNotReadIsLetGoAndHoldsNobodyUp) {
  TestClient http{server->port()};
  const std::string headers = sign_in(http) + "Origin: http://localhost\r\n";
  TestClient slow{server->port()};
  ASSERT_EQ(slow.upgrade("/api/v1/live", headers).status, 101);
  EXPECT_EQ(payload(slow)["type"], "snapshot");
  alarm::Alarm alarm;
  alarm.municipality = kHere;
  alarm.raw_code = std::string(limits::kRawCodeBytes, 'r');
  const std::size_t enough = 3 * limits::kLiveClientBacklogBytes / 1'000;
  for (std::size_t i = 1; i <= enough; ++i) {
    const engine::Projection::Item item{{i, {}, engine::AlarmChanged{alarm}}, {}};
    server->publish({&item, 1}, i);
  }
  std::optional<TestClient::Frame> frame;
  do frame = slow.read_frame();
  while (frame && frame->opcode != 8);
  ASSERT_TRUE(frame.has_value());
  EXPECT_EQ(frame->payload, (std::string{'\x03', '\xF5'}));  // 1013: try again later
}

TEST_F(ServerTest, StoppingAnswersWhatWasAdmittedAndSaysGoodbyeToConsoles) {
  core.delay = std::chrono::milliseconds{200};
  TestClient http{server->port()};
  TestClient console{server->port()};
  ASSERT_EQ(console.upgrade("/api/v1/live", sign_in(http) + "Origin: http://localhost\r\n").status,
            101);
  payload(console);
  payload(console);
  http.write(
      "POST /api/v1/signals HTTP/1.1\r\nHost: l\r\nAuthorization: Bearer key\r\n"
      "Content-Length: 1\r\n\r\nx");
  while (bodies == 0) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  server->stop();
  EXPECT_EQ(http.read_reply().status, 202);
  const auto bye = console.read_frame();
  ASSERT_TRUE(bye.has_value());
  EXPECT_EQ(bye->opcode, 8);
}

TEST_F(ServerTest, ATakenPortIsAnErrorThatNamesIt) {
  Config config;
  config.port = server->port();
  Server second{std::move(config), dependencies()};
  const auto started = second.start();
  ASSERT_FALSE(started.ok());
  EXPECT_NE(started.error().message.find(std::to_string(server->port())), std::string::npos);
}

}  // namespace
}  // namespace varde::api
