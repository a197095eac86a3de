#include "api/idempotency.hpp"

#include "base/digest.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kReplies = 10'000;
constexpr auto kWindow = std::chrono::hours{24};

std::string place_of(const ActorId& actor, std::string_view key) {
  return to_string(actor).append("/").append(key);
}

}  // namespace

RememberedReplies::Found RememberedReplies::begin(const ActorId& actor, std::string_view key,
                                                  std::string_view request, Instant now) {
  const std::string hash = to_hex(sha256(request));
  std::string place = place_of(actor, key);
  const std::lock_guard lock{mutex_};
  forget_old(now);
  const auto [it, is_new] = entries_.try_emplace(place, Entry{hash, std::nullopt, now});
  if (is_new) {
    order_.emplace_back(now, std::move(place));
    return First{};
  }
  if (it->second.request_hash != hash || !it->second.response) return Conflict{};
  return *it->second.response;
}

void RememberedReplies::keep(const ActorId& actor, std::string_view key, const Response& response) {
  const std::lock_guard lock{mutex_};
  const auto it = entries_.find(place_of(actor, key));
  if (it != entries_.end()) it->second.response = response;
}

void RememberedReplies::drop(const ActorId& actor, std::string_view key) {
  const std::lock_guard lock{mutex_};
  entries_.erase(place_of(actor, key));
}

void RememberedReplies::forget_old(Instant now) {
  const auto is_old = [&] {
    return order_.size() >= kReplies || (!order_.empty() && now - order_.front().first >= kWindow);
  };
  while (is_old()) {
    const auto it = entries_.find(order_.front().second);
    // A dropped and repeated key stands in the order twice; only the entry of that time goes.
    if (it != entries_.end() && it->second.since == order_.front().first) entries_.erase(it);
    order_.pop_front();
  }
}

}  // namespace varde::api
