#include <atomic>
#include <condition_variable>

#include <benchmark/benchmark.h>

#include "intake/scaip/answer.hpp"
#include "intake/scaip/client.hpp"
#include "intake/scaip/server.hpp"
#include "intake/scaip/signal.hpp"
#include "intake/scaip/test_world.hpp"

namespace varde::scaip {
namespace {

using namespace testing;

/// Says at once that everything is kept.
class ImmediateInbox : public engine::Inbox {
 public:
  void submit(engine::Submission, Callback done) override { done(engine::Receipt{}); }
  void submit_batch(std::vector<engine::Submission>, BatchCallback) override { std::abort(); }
};

class EveryDevice : public Directory {
 public:
  std::optional<DeviceProfile> find(std::string_view) const override { return DeviceProfile{}; }
};

/// Messages a second, each with its 200 and its mrs as a MESSAGE that the device answers: client
/// and server share the machine, `window` messages at a time.
void exchanges(benchmark::State& state, Wire wire) {
  constexpr std::size_t window = 64;
  ImmediateInbox inbox;
  const EveryDevice devices;
  Config config;
  config.listeners = {{wire, "127.0.0.1", 0}};
  Server server(config, inbox, devices, clock_now, random_from(1));
  if (!server.start()) return state.SkipWithError("server");
  ClientConfig settings;
  settings.wire = wire;
  settings.port = server.ports()[0];
  settings.connections = 8;
  Client client(settings, clock_now, random_from(2));
  if (!client.start()) return state.SkipWithError("client");

  std::mutex mutex;
  std::condition_variable changed;
  std::size_t waiting = 0, failed = 0;
  std::uint64_t number = 0;
  for (auto _ : state) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return waiting < window; });
    ++waiting;
    lock.unlock();
    const auto cid = std::to_string(90'000'000 + number % 1'000);
    const auto ref = std::to_string(number++);
    client.send({cid, ref, mrq(cid, ref), ""}, [&](const ClientResult& result) {
      const std::lock_guard guard(mutex);
      --waiting;
      failed += result.ok() ? 0 : 1;
      changed.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return waiting == 0; });
  state.SetItemsProcessed(static_cast<std::int64_t>(number));
  state.counters["failed"] = static_cast<double>(failed);
  state.counters["retransmitted"] = static_cast<double>(server.counters().retransmitted);
}
BENCHMARK_CAPTURE(exchanges, udp, Wire::udp)->UseRealTime()->MinTime(3);
BENCHMARK_CAPTURE(exchanges, tcp, Wire::tcp)->UseRealTime()->MinTime(3);

void parse_and_classify(benchmark::State& state) {
  const auto body = mrq("90000017", "0012", "<stc>0010</stc><lco>021</lco><crd>sip:</crd>");
  for (auto _ : state) benchmark::DoNotOptimize(to_submission(parse_mrq(body).mrq));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parse_and_classify);

}  // namespace
}  // namespace varde::scaip
