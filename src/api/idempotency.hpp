#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>

#include "api/http.hpp"
#include "base/id.hpp"
#include "base/time.hpp"

namespace varde::api {

/// Answers to writes that carried an Idempotency-Key, per actor and key, for 24 hours: the same
/// request again gets the same answer and does nothing. Bounded: the oldest go first. Thread-safe.
class RememberedReplies {
 public:
  struct First {};  ///< not seen before: carry it out, then call keep() or drop()
  struct Conflict {
  };  ///< the key belongs to another request, or to one that is still being carried out
  using Found = std::variant<First, Response, Conflict>;

  /// `request` is whatever makes two requests the same: method, path and body.
  Found begin(const ActorId& actor, std::string_view key, std::string_view request, Instant now);
  void keep(const ActorId& actor, std::string_view key, const Response& response);
  /// The request was not carried out: it may be tried again under the same key.
  void drop(const ActorId& actor, std::string_view key);

 private:
  struct Entry {
    std::string request_hash;
    std::optional<Response> response;
    Instant since{};
  };
  void forget_old(Instant now);

  std::mutex mutex_;
  std::unordered_map<std::string, Entry> entries_;
  std::deque<std::pair<Instant, std::string>> order_;
};

}  // namespace varde::api
