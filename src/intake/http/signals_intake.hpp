#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "domain/tenancy/access.hpp"
#include "engine/ports.hpp"
#include "intake/http/signal_reader.hpp"

namespace varde::http {

/// What has come in since the start, for /metrics.
struct Counts {
  std::atomic<std::uint64_t> accepted{0};
  std::atomic<std::uint64_t> duplicates{0};
  std::atomic<std::uint64_t> refused{0};     ///< a field was wrong, or the key had another content
  std::atomic<std::uint64_t> not_kept{0};    ///< overload, rate, or the journal could not keep it
  std::atomic<std::uint64_t> unreadable{0};  ///< bodies nobody could read; each is an alarm too
};

/// POST /signals: takes bodies in and answers when what they held is durable. Thread-safe.
class SignalsIntake {
 public:
  SignalsIntake(engine::Inbox& inbox, std::function<Instant()> now);

  struct Answer {
    int status = 202;
    std::string content_type;
    std::string body;
  };
  using Then = std::function<void(Answer)>;
  /// `then` is called once: at once when nothing could be taken, else on the core thread after the
  /// commit. The views are not used after the call. The sender has proved who it is and may
  /// deliver.
  void post(const tenancy::Actor& sender, std::string_view body, std::string_view idempotency_key,
            Then then);

  const Counts& counts() const { return counts_; }

 private:
  void post_one(ReadItem item, Then then);
  void post_batch(std::vector<ReadItem> items, Then then);
  void keep_unreadable(ReadSignal read, Then then);
  void count(const engine::Inbox::Outcome& outcome);

  engine::Inbox& inbox_;
  const std::function<Instant()> now_;
  Counts counts_;
};

}  // namespace varde::http
