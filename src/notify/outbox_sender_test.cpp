#include "notify/outbox_sender.hpp"

#include <condition_variable>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "notify/signature.hpp"
#include "notify/test_receiver.hpp"

namespace varde::notify {
namespace {

using access::OutboxMessage;
using std::chrono::milliseconds;
using tenancy::Municipality;
using ::testing::HasSubstr;
using testing::Receiver;
using testing::status;

constexpr Municipality kBronnoy{1813};
constexpr Municipality kVega{1815};

Instant wall_clock() { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }

/// An outbox in memory. Failed messages become due again at once, so that a test need not wait.
class MemoryOutbox final : public access::Outbox {
 public:
  void put(std::uint64_t id, Municipality municipality, int attempts = 0) {
    const std::lock_guard lock{mutex_};
    OutboxMessage message;
    message.id = id;
    message.municipality = municipality;
    message.kind = "alarm.closed";
    message.idempotency_key = "key-" + std::to_string(id);
    message.body = R"({"id":)" + std::to_string(id) + "}";
    message.attempts = attempts;
    waiting_[id] = message;
  }

  std::vector<OutboxMessage> due(Instant /*now*/, std::size_t limit,
                                 std::span<const Municipality> except) const override {
    const std::lock_guard lock{mutex_};
    std::vector<OutboxMessage> found;
    for (const auto& [id, message] : waiting_)
      if (found.size() < limit && std::ranges::find(except, message.municipality) == except.end())
        found.push_back(message);
    return found;
  }
  std::optional<Instant> next_due() const override { return std::nullopt; }
  Status delivered(std::uint64_t id) override {
    const std::lock_guard lock{mutex_};
    waiting_.erase(id);
    delivered_.push_back(id);
    changed_.notify_all();
    return Done{};
  }
  Status failed(std::uint64_t id, std::string_view error, std::optional<Instant> next) override {
    const std::lock_guard lock{mutex_};
    errors_.emplace_back(error);
    ++waiting_[id].attempts;
    if (!next) {
      dead_.insert(id);
      waiting_.erase(id);
    }
    changed_.notify_all();
    return Done{};
  }

  template <class Condition>
  bool wait(Condition condition) {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, std::chrono::seconds{20}, condition);
  }

  std::vector<std::uint64_t> delivered_;
  std::set<std::uint64_t> dead_;
  std::vector<std::string> errors_;

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, OutboxMessage> waiting_;
};

OutboxSender::Options to(std::vector<Webhook> webhooks) {
  OutboxSender::Options options;
  options.webhooks = std::move(webhooks);
  options.timeout = milliseconds{2'000};
  options.first_rest = milliseconds{2};
  return options;
}

std::string field(const Receiver::Request& request, const std::string& name) {
  const auto start = request.head.find("\r\n" + name + ": ");
  if (start == std::string::npos) return "";
  const auto value = start + name.size() + 4;
  return request.head.substr(value, request.head.find("\r\n", value) - value);
}

TEST(OutboxSender, PostsSignedJsonWithItsKey) {
  Receiver receiver{[](const auto&) { return status(204); }};
  MemoryOutbox outbox;
  outbox.put(7, kBronnoy);
  OutboxSender sender{outbox, to({{kBronnoy, receiver.url(), "a shared secret"}}), wall_clock};
  ASSERT_TRUE(outbox.wait([&] { return !outbox.delivered_.empty(); }));
  const auto request = receiver.requests().at(0);
  EXPECT_THAT(request.head, HasSubstr("POST /hook HTTP/1.1"));
  EXPECT_EQ(request.body, R"({"id":7})");
  EXPECT_EQ(field(request, "Idempotency-Key"), "key-7");
  EXPECT_EQ(field(request, "Content-Type"), "application/json");
  EXPECT_EQ(field(request, "X-Varde-Signature"),
            signature("a shared secret", field(request, "X-Varde-Timestamp"), request.body));
}

TEST(OutboxSender, TriesAgainUntilItIsTaken) {
  std::atomic<int> calls{0};
  Receiver receiver{[&](const auto&) { return status(++calls < 4 ? 503 : 200); }};
  MemoryOutbox outbox;
  outbox.put(1, kBronnoy);
  OutboxSender sender{outbox, to({{kBronnoy, receiver.url(), "s"}}), wall_clock};
  ASSERT_TRUE(outbox.wait([&] { return !outbox.delivered_.empty(); }));
  EXPECT_EQ(calls, 4);
  EXPECT_EQ(outbox.errors_, (std::vector<std::string>(3, "answered 503")));
}

TEST(OutboxSender, BecomesADeadLetterAfterTheLastAttempt) {
  Receiver receiver{[](const auto&) { return status(500); }};
  MemoryOutbox outbox;
  outbox.put(1, kBronnoy, limits::kOutboxAttempts - 2);
  OutboxSender sender{outbox, to({{kBronnoy, receiver.url(), "s"}}), wall_clock};
  ASSERT_TRUE(outbox.wait([&] { return outbox.dead_.contains(1); }));
  sender.stop();
  EXPECT_EQ(receiver.requests().size(), 2U);
  EXPECT_EQ(sender.counters().dead, 1U);
}

TEST(OutboxSender, NeverFollowsARedirect) {
  Receiver elsewhere{[](const auto&) { return status(200); }};
  Receiver receiver{
      [&](const auto&) { return status(302, "Location: " + elsewhere.url() + "\r\n"); }};
  MemoryOutbox outbox;
  outbox.put(1, kBronnoy, limits::kOutboxAttempts - 1);
  OutboxSender sender{outbox, to({{kBronnoy, receiver.url(), "s"}}), wall_clock};
  ASSERT_TRUE(outbox.wait([&] { return outbox.dead_.contains(1); }));
  EXPECT_TRUE(elsewhere.requests().empty());
  EXPECT_EQ(outbox.errors_.at(0), "answered 302");
}

TEST(OutboxSender, ASlowReceiverDelaysOnlyItself) {
  std::atomic<bool> free{false};
  Receiver slow{[&](const auto&) {
    while (!free) std::this_thread::sleep_for(milliseconds{1});
    return status(200);
  }};
  Receiver quick{[](const auto&) { return status(200); }};
  MemoryOutbox outbox;
  for (std::uint64_t id = 1; id <= 500; ++id) outbox.put(id, kVega);
  for (std::uint64_t id = 501; id <= 520; ++id) outbox.put(id, kBronnoy);
  OutboxSender sender{outbox, to({{kVega, slow.url(), "s"}, {kBronnoy, quick.url(), "s"}}),
                      wall_clock};
  EXPECT_TRUE(outbox.wait([&] { return outbox.delivered_.size() == 20; }));
  EXPECT_EQ(slow.requests().size(), 1U);
  free = true;
}

TEST(OutboxSender, AnswersNobodyGivesAreErrors) {
  std::string url;
  {
    url = Receiver{[](const auto&) { return status(200); }}.url();
  }
  MemoryOutbox outbox;
  outbox.put(1, kBronnoy, limits::kOutboxAttempts - 1);
  OutboxSender sender{outbox, to({{kBronnoy, url, "s"}}), wall_clock};
  ASSERT_TRUE(outbox.wait([&] { return outbox.dead_.contains(1); }));
  EXPECT_FALSE(outbox.errors_.at(0).empty());
  EXPECT_THAT(outbox.errors_.at(0), Not(HasSubstr("answered")));
}

TEST(OutboxSender, WithoutAWebhookAMessageIsADeadLetterAtOnce) {
  MemoryOutbox outbox;
  outbox.put(1, kVega);
  OutboxSender sender{outbox, to({}), wall_clock};
  ASSERT_TRUE(outbox.wait([&] { return outbox.dead_.contains(1); }));
  EXPECT_THAT(outbox.errors_.at(0), HasSubstr("no webhook"));
}

TEST(Signature, IsTheHmacOfTimestampAndBody) {
  EXPECT_EQ(timestamp(Instant{Duration{1'700'000'000'999}}), "1700000000");
  // printf '1700000000.{}' | openssl dgst -sha256 -hmac key
  EXPECT_EQ(signature("key", "1700000000", "{}"),
            "sha256=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
}

}  // namespace
}  // namespace varde::notify
