// Sends signals over kept-alive HTTP connections and prints what came back as one line of JSON.
//   varde_load --port 8080 --key KEY --senders 64 --seconds 10            as fast as the answers
//   come varde_load --port 8080 --key KEY --senders 64 --rate 1000 --live COOKIE   1,000 a second,
//   timed to the console
#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "connection.hpp"
#include "live.hpp"
#include "requests.hpp"

namespace varde::load {
namespace {

struct Options {
  Requests::Options requests;
  std::uint16_t port = 8080;
  std::size_t senders = 64;
  double seconds = 10;
  double warm_up_s = 1;
  double rate = 0;  ///< requests a second in all; 0 = closed loop
  std::string live_account;
};

class Run {
 public:
  explicit Run(const Options& options) : options_(options), requests_(options.requests) {
    const asio::ip::tcp::endpoint server(asio::ip::address_v4::loopback(), options.port);
    for (std::size_t i = 0; i < options.senders; ++i) {
      auto connection = std::make_shared<Connection>(
          context_, [this](Connection& c, const Connection::Reply& reply) { answered(c, reply); });
      connection->connect(server);
      connections_.push_back(std::move(connection));
    }
    if (!options.live_account.empty()) {
      live_ = std::make_unique<Live>(context_, options.port, options.live_account);
    }
  }

  void go() {
    start_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(options_.warm_up_s));
    end_ = start_ + std::chrono::duration_cast<Clock::duration>(
                        std::chrono::duration<double>(options_.seconds));
    if (options_.rate > 0) {
      next_ = Clock::now();
      pace();
    } else {
      for (const auto& connection : connections_) send(*connection);
    }
    context_.run();
  }

  void print() {
    const double rate = static_cast<double>(signals_) / options_.seconds;
    fmt::print(R"({{"signals_per_s":{:.0f},"p50_ms":{:.2f},"p99_ms":{:.2f},"max_ms":{:.2f},)"
               R"("accepted":{},"refused":{},"broken":{},"late":{})",
               rate, latencies_.percentile_ms(0.50), latencies_.percentile_ms(0.99),
               latencies_.percentile_ms(1.0), signals_, refused_, broken_, late_);
    if (live_) {
      fmt::print(
          R"(,"live_count":{},"live_p50_ms":{:.2f},"live_p99_ms":{:.2f},"live_max_ms":{:.2f})",
          live_->latencies().count(), live_->latencies().percentile_ms(0.50),
          live_->latencies().percentile_ms(0.99), live_->latencies().percentile_ms(1.0));
    }
    fmt::print("}}\n");
  }
  bool clean() const { return signals_ > 0 && broken_ == 0; }

 private:
  void send(Connection& connection) {
    if (live_) live_->sent(requests_.number(), Clock::now() >= start_);
    connection.send(requests_.next());
  }

  // Open loop: a request is due at its time whether or not the earlier ones are answered; with no
  // connection free it waits, and is counted as late.
  void pace() {
    const auto gap = std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(1 / options_.rate));
    while (next_ <= Clock::now()) {
      next_ += gap;
      bool found = false;
      for (std::size_t tries = 0; tries < connections_.size() && !found; ++tries) {
        Connection& connection = *connections_[turn_++ % connections_.size()];
        if (connection.busy()) continue;
        send(connection);
        found = true;
      }
      if (!found) ++late_;
    }
    if (Clock::now() >= end_) return finish();
    timer_.expires_at(next_);
    timer_.async_wait([this](const asio::error_code&) { pace(); });
  }

  void answered(Connection& connection, const Connection::Reply& reply) {
    const auto now = Clock::now();
    const bool counts = now >= start_ && now < end_;
    if (reply.status == 0) {
      ++broken_;
      return;
    }
    if (counts && reply.status / 100 == 2) {
      signals_ += requests_.batch();
      latencies_.add(reply.time);
    } else if (counts) {
      ++refused_;
    }
    if (options_.rate > 0) return;
    if (now < end_) {
      send(connection);
    } else {
      finish();
    }
  }

  // Leaves the last changes two seconds to reach the console.
  void finish() {
    if (ending_) return;
    ending_ = true;
    timer_.expires_after(std::chrono::seconds(live_ ? 2 : 0));
    timer_.async_wait([this](const asio::error_code&) { context_.stop(); });
  }

  Options options_;
  Requests requests_;
  asio::io_context context_{1};
  asio::steady_timer timer_{context_};
  std::vector<std::shared_ptr<Connection>> connections_;
  std::unique_ptr<Live> live_;
  Clock::time_point start_;
  Clock::time_point end_;
  Clock::time_point next_;
  std::size_t turn_ = 0;
  Latencies latencies_;
  std::uint64_t signals_ = 0;
  std::uint64_t refused_ = 0;
  std::uint64_t broken_ = 0;
  std::uint64_t late_ = 0;
  bool ending_ = false;
};

}  // namespace
}  // namespace varde::load

int main(int argc, char** argv) {
  varde::load::Options options;
  CLI::App app("Sends signals to a centre on the loopback address and prints the figures");
  app.add_option("--port", options.port);
  app.add_option("--path", options.requests.path);
  app.add_option("--key", options.requests.key, "API key of a sender");
  app.add_option("--kind", options.requests.kind, "of the signals");
  app.add_option("--devices", options.requests.devices, "addresses to send from");
  app.add_option("--batch", options.requests.batch, "signals per request");
  app.add_option("--run", options.requests.run, "makes this run's keys its own");
  app.add_option("--senders", options.senders, "connections");
  app.add_option("--seconds", options.seconds);
  app.add_option("--warm-up", options.warm_up_s);
  app.add_option("--rate", options.rate, "requests a second in all; 0 = as fast as answers come");
  app.add_option("--live", options.live_account, "account of a console that is timed too");
  CLI11_PARSE(app, argc, argv);
  options.requests.host = "127.0.0.1:" + std::to_string(options.port);
  try {
    varde::load::Run run(options);
    run.go();
    run.print();
    return run.clean() ? 0 : 1;
  } catch (const std::exception& failure) {
    fmt::print(stderr, "varde_load: {}\n", failure.what());
    return 1;
  }
}
