#include "notify/outbox_sender.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/log.hpp"
#include "notify/backoff.hpp"
#include "notify/signature.hpp"

namespace varde::notify {
namespace {

constexpr std::size_t kAtOnce = 64;
constexpr int kRestDoublings = 6;
constexpr std::chrono::milliseconds kPauseAfterStoreError{1'000};
constexpr std::chrono::milliseconds kLongestPoll{1'000};

}  // namespace

OutboxSender::OutboxSender(access::Outbox& outbox, Options options, Clock clock)
    : outbox_(outbox),
      options_(std::move(options)),
      clock_(std::move(clock)),
      posts_(options_.timeout) {
  for (const auto& webhook : options_.webhooks)
    receivers_.emplace(webhook.municipality, Receiver{.webhook = webhook});
  thread_ = std::thread{[this] { run(); }};
}

OutboxSender::~OutboxSender() { stop(); }

void OutboxSender::wake() { posts_.wake(); }

void OutboxSender::stop() {
  stopping_ = true;
  posts_.wake();
  if (thread_.joinable()) thread_.join();
}

void OutboxSender::run() {
  while (!stopping_) {
    try {
      round();
    } catch (const std::exception& error) {
      // The store could not be read. What is on its way is settled in a later round.
      log::error("outbox.store_failed", "{}", error.what());
      if (!stopping_) std::this_thread::sleep_for(kPauseAfterStoreError);
    }
  }
}

void OutboxSender::round() {
  fill();
  const auto longest = std::min(options_.first_rest, kLongestPoll);
  for (const auto& answer : posts_.poll(longest)) settle(answer);
}

/// Starts what may start now: one message for each receiver that is neither busy nor resting.
void OutboxSender::fill() {
  const Instant now = clock_();
  std::vector<tenancy::Municipality> except;
  for (const auto& [municipality, receiver] : receivers_)
    if (receiver.busy || receiver.rests_until > now) except.push_back(municipality);
  if (on_their_way_.size() >= kAtOnce) return;
  for (auto& message : outbox_.due(now, kAtOnce - on_their_way_.size(), except)) {
    const auto receiver = receivers_.find(message.municipality);
    if (receiver == receivers_.end()) {
      give_up(message, "no webhook is configured for this municipality");
    } else if (!receiver->second.busy) {
      send(std::move(message), receiver->second);
    }
  }
}

void OutboxSender::send(access::OutboxMessage message, Receiver& receiver) {
  const std::string at = timestamp(clock_());
  HttpPosts::Post post;
  post.id = message.id;
  post.url = receiver.webhook.url;
  post.headers = {
      "Content-Type: application/json",
      "Expect:",
      "Idempotency-Key: " + message.idempotency_key,
      "X-Varde-Kind: " + message.kind,
      "X-Varde-Timestamp: " + at,
      "X-Varde-Signature: " + signature(receiver.webhook.secret, at, message.body),
  };
  post.body = message.body;
  receiver.busy = true;
  const auto id = message.id;
  on_their_way_.emplace(id, OnItsWay{std::move(message), &receiver});
  posts_.start(std::move(post));
}

void OutboxSender::settle(const HttpPosts::Answer& answer) {
  auto found = on_their_way_.extract(answer.id);
  VARDE_ASSERT(!found.empty());
  const auto& [message, receiver] = found.mapped();
  receiver->busy = false;
  if (answer.ok()) {
    receiver->failures = 0;
    ++counters_.delivered;
    const auto kept = outbox_.delivered(message.id);
    if (!kept) log::error("outbox.not_marked", "{}: {}", message.id, kept.error().message);
    return;
  }
  rest(*receiver);
  const std::string error =
      answer.error.empty() ? fmt::format("answered {}", answer.status) : answer.error;
  const auto next = next_attempt(message.id, message.attempts + 1, clock_());
  if (!next) return give_up(message, error);
  ++counters_.failed;
  const auto kept = outbox_.failed(message.id, error, next);
  if (!kept) log::error("outbox.not_marked", "{}: {}", message.id, kept.error().message);
}

void OutboxSender::give_up(const access::OutboxMessage& message, std::string_view error) {
  ++counters_.dead;
  log::warning("outbox.dead_letter", "message {} for {}: {}", message.id,
               tenancy::to_string(message.municipality), error);
  const auto kept = outbox_.failed(message.id, error, std::nullopt);
  if (!kept) log::error("outbox.not_marked", "{}: {}", message.id, kept.error().message);
}

void OutboxSender::rest(Receiver& receiver) {
  receiver.rests_until =
      clock_() + options_.first_rest * (1 << std::min(receiver.failures, kRestDoublings));
  ++receiver.failures;
}

}  // namespace varde::notify
