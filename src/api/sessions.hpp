#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/tenancy/access.hpp"

namespace varde::api {

/// How long a stated reason opens a person for the one who stated it.
inline constexpr auto kReasonLifetime = std::chrono::minutes{30};

/// Somebody signed in with a console. Thread-safe.
class Session {
 public:
  Session(std::string token, tenancy::Actor actor)
      : token_(std::move(token)), actor_(std::move(actor)) {}

  const std::string& token() const { return token_; }
  const tenancy::Actor& actor() const { return actor_; }

  void state_reason(const UserId& person, Instant now);
  bool reason_stated(const UserId& person, Instant now) const;

 private:
  const std::string token_;
  const tenancy::Actor actor_;
  mutable std::mutex mutex_;
  std::map<UserId, Instant> reasons_;  ///< at most kReasons, the oldest go first
};

/// Who is signed in. In memory: a restart signs everybody out. Bounded by limits::kSessions; when
/// it is full the one that was idle longest goes. Thread-safe.
class Sessions {
 public:
  std::shared_ptr<Session> open(tenancy::Actor actor, Instant now);
  /// nullptr for an unknown token or one that was idle for limits::kSessionIdle. Counts as use.
  std::shared_ptr<Session> find(std::string_view token, Instant now);
  void close(std::string_view token);
  std::size_t count() const;

 private:
  struct Entry {
    std::shared_ptr<Session> session;
    Instant used_at;
  };
  void make_room(Instant now);

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Entry> entries_;  ///< by SHA-256 of the token
};

}  // namespace varde::api
