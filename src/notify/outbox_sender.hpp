#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "access/outbox.hpp"
#include "notify/http_posts.hpp"

namespace varde::notify {

/// Where the messages of one municipality go.
struct Webhook {
  tenancy::Municipality municipality;
  std::string url;
  std::string secret;  ///< known to both sides; see signature.hpp
};

/// The thread that empties the outbox: each message is POSTed to its municipality's webhook until
/// it is answered with 2xx or limits::kOutboxAttempts is reached, when it stays as a dead letter.
///
/// A municipality has one message on its way at a time, so that a slow receiver delays only itself;
/// a receiver that failed is left alone for a while, longer each time. Messages may arrive twice
/// (the idempotency key tells) and, after a failure, out of order (the body tells the alarm's
/// version).
class OutboxSender {
 public:
  using Clock = std::function<Instant()>;
  struct Options {
    std::vector<Webhook> webhooks;
    std::chrono::milliseconds timeout{10'000};
    std::chrono::milliseconds first_rest{
        1'000};  ///< of a receiver that failed; doubled up to 64 times
  };
  struct Counters {
    std::atomic<std::uint64_t> delivered{0};
    std::atomic<std::uint64_t> failed{0};
    std::atomic<std::uint64_t> dead{0};
  };

  OutboxSender(access::Outbox& outbox, Options options, Clock clock);
  ~OutboxSender();
  OutboxSender(const OutboxSender&) = delete;
  OutboxSender& operator=(const OutboxSender&) = delete;

  /// There may be something new to send. Any thread.
  void wake();
  /// Leaves exchanges that are on their way; their messages are sent again after the next start.
  void stop();
  const Counters& counters() const { return counters_; }

 private:
  struct Receiver {
    Webhook webhook;
    bool busy = false;
    int failures = 0;  ///< in a row
    Instant rests_until{};
  };
  struct OnItsWay {
    access::OutboxMessage message;
    Receiver* receiver;
  };

  void run();
  void round();
  void fill();
  void send(access::OutboxMessage message, Receiver& receiver);
  void settle(const HttpPosts::Answer& answer);
  void give_up(const access::OutboxMessage& message, std::string_view error);
  void rest(Receiver& receiver);

  access::Outbox& outbox_;
  Options options_;
  Clock clock_;
  Counters counters_;
  HttpPosts posts_;
  std::map<tenancy::Municipality, Receiver> receivers_;
  std::map<std::uint64_t, OnItsWay> on_their_way_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace varde::notify
