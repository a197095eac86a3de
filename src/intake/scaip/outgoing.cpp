#include "intake/scaip/outgoing.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "intake/scaip/sip_text.hpp"

namespace varde::scaip {
namespace {

constexpr Duration kT1{500};
constexpr Duration kT2{4'000};

}  // namespace

void Outgoing::request(std::string branch, const Flow& flow, std::string bytes, Instant now,
                       Done done) {
  VARDE_ASSERT(by_branch_.find(branch) == by_branch_.end());
  if (by_branch_.size() >= limits::kSipPendingRequests) finish(requests_.begin(), nullptr);
  if (!send_(flow, bytes)) return done(nullptr);
  requests_.push_back(
      {std::move(branch), flow, std::move(bytes), now, kT1, timers_.end(), std::move(done)});
  const auto entry = std::prev(requests_.end());
  by_branch_.emplace(entry->branch, entry);
  arm(entry, now);
}

void Outgoing::arm(Entry entry, Instant now) {
  const Instant given_up = entry->started + limits::kSipRequestTimeout;
  const Instant next =
      entry->flow.wire == Wire::udp ? std::min(now + entry->interval, given_up) : given_up;
  entry->timer = timers_.emplace(next, entry);
}

bool Outgoing::response(const sip_msg& message) {
  const auto found = by_branch_.find(branch_of(message));
  if (found == by_branch_.end()) return false;
  if (message.scode >= 200) finish(found->second, &message);
  return true;
}

void Outgoing::tick(Instant now) {
  while (!timers_.empty() && timers_.begin()->first <= now) {
    const auto entry = timers_.begin()->second;
    if (now >= entry->started + limits::kSipRequestTimeout) {
      finish(entry, nullptr);
      continue;
    }
    timers_.erase(timers_.begin());
    entry->interval = std::min(entry->interval * 2, kT2);
    send_(entry->flow, entry->bytes);
    arm(entry, now);
  }
}

/// The request is forgotten before its end is told, so that the one told may send the next.
void Outgoing::finish(Entry entry, const sip_msg* response) {
  VARDE_ASSERT(entry->timer != timers_.end());
  timers_.erase(entry->timer);
  by_branch_.erase(entry->branch);
  const Done done = std::move(entry->done);
  requests_.erase(entry);
  done(response);
}

}  // namespace varde::scaip
