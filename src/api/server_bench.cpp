#include <thread>

#include <benchmark/benchmark.h>

#include "access/testing.hpp"
#include "api/server.hpp"
#include "api/test_client.hpp"
#include "base/digest.hpp"
#include "steering/memory_cases.hpp"
#include "steering/testing.hpp"

namespace varde::api {
namespace {

/// A server whose signals are taken by a thread of its own, in groups, as the core does; without
/// journal or store.
class BenchServer {
 public:
  BenchServer() {
    records.keys = {
        {"k", to_hex(sha256("key")), {ActorId{Ulid{2, 2}}, "sender", tenancy::Role::sender, {}}}};
    Config config;
    config.port = 0;
    server = std::make_unique<Server>(std::move(config), dependencies());
    if (!server->start()) std::abort();
    core = std::jthread{[this](std::stop_token stop) { run(stop); }};
  }
  ~BenchServer() {
    server->stop();
    core.request_stop();
    woken.notify_all();
  }

  steering::MemoryCases cases;
  steering::Tools tools = steering::testing::note_tools();
  steering::Runs runs{cases, tools, [] { return Instant{}; }, "test"};
  steering::Office office{cases, runs, tools};
  access::testing::FakeRecords records;
  access::testing::FakeInbox inbox;
  access::Gate gate{records, inbox};
  std::unique_ptr<Authenticator> authenticator = demo_accounts(gate);
  std::unique_ptr<Server> server;

 private:
  using Answer = std::function<void(SignalsAnswer)>;

  Dependencies dependencies() {
    return {gate,
            *authenticator,
            [] { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); },
            [this](auto, const Request&, Answer answer) {
              {
                const std::lock_guard lock{mutex};
                waiting.push_back(std::move(answer));
              }
              woken.notify_one();
            },
            [] { return std::string{}; },
            [] { return std::string{}; },
            [](auto) { return false; },
            office};
  }
  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      std::vector<Answer> group;
      {
        std::unique_lock lock{mutex};
        woken.wait(lock, [&] { return stop.stop_requested() || !waiting.empty(); });
        group.swap(waiting);
      }
      for (const auto& answer : group)
        answer({202, "application/json", R"({"status":"accepted"})"});
    }
  }

  std::mutex mutex;
  std::condition_variable woken;
  std::vector<Answer> waiting;
  std::jthread core;
};

constexpr std::string_view kBody = R"({"id":"a1","device":"gw-3/17","kind":"alarm","code":"3"})";

std::string one_post() {
  return "POST /api/v1/signals HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer key\r\n"
         "Content-Type: application/json\r\nContent-Length: " +
         std::to_string(kBody.size()) + "\r\n\r\n" + std::string{kBody};
}

/// `senders` kept connections, each with one request under way; one client thread for all of them.
void small_posts(benchmark::State& state) {
  BenchServer bench;
  std::vector<std::unique_ptr<testing::TestClient>> senders;
  for (int i = 0; i < state.range(0); ++i)
    senders.push_back(std::make_unique<testing::TestClient>(bench.server->port()));
  const std::string request = one_post();
  for (auto _ : state) {
    for (auto& sender : senders) sender->write(request);
    for (auto& sender : senders)
      if (sender->read_reply().status != 202) state.SkipWithError("not accepted");
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(small_posts)->Arg(1)->Arg(8)->Arg(64)->Arg(256)->UseRealTime();

}  // namespace
}  // namespace varde::api
