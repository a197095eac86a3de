#include "api/sessions.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kReasons = 200;

/// Looked up by its digest, so that the time a look-up takes tells nothing of a valid token.
std::string key_of(std::string_view token) { return to_hex(sha256(token)); }

}  // namespace

void Session::state_reason(const UserId& person, Instant now) {
  const std::lock_guard lock{mutex_};
  std::erase_if(reasons_,
                [&](const auto& stated) { return now - stated.second >= kReasonLifetime; });
  if (reasons_.size() >= kReasons)
    reasons_.erase(std::min_element(reasons_.begin(), reasons_.end(),
                                    [](auto& a, auto& b) { return a.second < b.second; }));
  reasons_.insert_or_assign(person, now);
}

bool Session::reason_stated(const UserId& person, Instant now) const {
  const std::lock_guard lock{mutex_};
  const auto it = reasons_.find(person);
  return it != reasons_.end() && now - it->second < kReasonLifetime;
}

std::shared_ptr<Session> Sessions::open(tenancy::Actor actor, Instant now) {
  auto session = std::make_shared<Session>(random_token(kTokenBytes), std::move(actor));
  const std::lock_guard lock{mutex_};
  make_room(now);
  entries_.emplace(key_of(session->token()), Entry{session, now});
  return session;
}

void Sessions::make_room(Instant now) {
  if (entries_.size() < limits::kSessions) return;
  std::erase_if(entries_,
                [&](const auto& e) { return now - e.second.used_at >= limits::kSessionIdle; });
  if (entries_.size() < limits::kSessions) return;
  entries_.erase(std::min_element(entries_.begin(), entries_.end(), [](auto& a, auto& b) {
    return a.second.used_at < b.second.used_at;
  }));
}

std::shared_ptr<Session> Sessions::find(std::string_view token, Instant now) {
  if (token.empty()) return nullptr;
  const std::string key = key_of(token);
  const std::lock_guard lock{mutex_};
  const auto it = entries_.find(key);
  if (it == entries_.end()) return nullptr;
  if (now - it->second.used_at >= limits::kSessionIdle) {
    entries_.erase(it);
    return nullptr;
  }
  it->second.used_at = now;
  return it->second.session;
}

void Sessions::close(std::string_view token) {
  const std::lock_guard lock{mutex_};
  entries_.erase(key_of(token));
}

std::size_t Sessions::count() const {
  const std::lock_guard lock{mutex_};
  return entries_.size();
}

}  // namespace varde::api
