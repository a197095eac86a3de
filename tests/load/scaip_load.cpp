// Sends SCAIP alarms over SIP for a while as the demo's devices in turn, with digest where they
// have it, a fixed number at a time, each waiting for its 200 and its mrs as a MESSAGE of its own,
// and prints what came back as one line of JSON.
//   varde_scaip_load --port 5060 --seconds 10 --window 64
#include <condition_variable>
#include <mutex>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "app/demo/world.hpp"
#include "base/digest.hpp"
#include "intake/scaip/client.hpp"
#include "latency.hpp"

namespace varde::load {
namespace {

struct Options {
  std::uint16_t port = 5060;
  double seconds = 10;
  std::size_t window = 64;
  bool tcp = false;
};

class Run {
 public:
  explicit Run(const Options& options) : options_(options) {
    scaip::ClientConfig config;
    config.wire = options.tcp ? scaip::Wire::tcp : scaip::Wire::udp;
    config.port = options.port;
    config.connections = 8;
    client_ = std::make_unique<scaip::Client>(
        config, [] { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); },
        random_u64);
    auto fleet = app::demo::make_world(app::demo::kDefaultSeed).fleet;
    for (auto& device : fleet)
      if (device.speaks_scaip()) devices_.push_back(std::move(device));
  }

  bool go() {
    if (!client_->start().ok()) return false;
    const auto start = Clock::now();
    const auto end = start + std::chrono::duration_cast<Clock::duration>(
                                 std::chrono::duration<double>(options_.seconds));
    while (Clock::now() < end) send_one();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ == 0; });
    const double took = std::chrono::duration<double>(Clock::now() - start).count();
    fmt::print(
        R"({{"messages_per_s":{:.0f},"p50_ms":{:.2f},"p99_ms":{:.2f},"clean":{},"failed":{}}})"
        "\n",
        static_cast<double>(clean_) / took, latencies_.percentile_ms(0.5),
        latencies_.percentile_ms(0.99), clean_, failed_);
    lock.unlock();
    client_->stop();
    return clean_ > 0;
  }

 private:
  void send_one() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ < options_.window; });
    ++waiting_;
    lock.unlock();
    const auto& device = devices_[number_ % devices_.size()];
    const std::string cid{device.number()};
    const std::string ref = std::to_string(++number_);
    const std::string body = fmt::format(
        "<mrq><ref>{}</ref><ver>01.00</ver><cid>{}</cid><dty>0003</dty><mty>ME</mty><stc>0010</"
        "stc></mrq>",
        ref, cid);
    const auto sent = Clock::now();
    const bool taken = client_->send({cid, ref, body, device.password},
                                     [this, sent](const scaip::ClientResult& result) {
                                       const std::lock_guard guard(mutex_);
                                       --waiting_;
                                       if (result.ok()) {
                                         ++clean_;
                                         latencies_.add(Clock::now() - sent);
                                       } else {
                                         ++failed_;
                                       }
                                       changed_.notify_one();
                                     });
    if (taken) return;
    const std::lock_guard guard(mutex_);
    --waiting_;
  }

  Options options_;
  app::demo::Fleet devices_;
  std::unique_ptr<scaip::Client> client_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t waiting_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t clean_ = 0;
  std::uint64_t failed_ = 0;
  Latencies latencies_;
};

}  // namespace
}  // namespace varde::load

int main(int argc, char** argv) {
  varde::load::Options options;
  CLI::App app("Sends SCAIP alarms to a centre on the loopback address and prints the figures");
  app.add_option("--port", options.port);
  app.add_option("--seconds", options.seconds);
  app.add_option("--window", options.window, "messages at a time");
  app.add_flag("--tcp", options.tcp);
  CLI11_PARSE(app, argc, argv);
  return varde::load::Run(options).go() ? 0 : 1;
}
