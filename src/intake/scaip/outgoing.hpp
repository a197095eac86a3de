#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"
#include "intake/scaip/transport.hpp"

namespace varde::scaip {

/// Requests of ours that wait for a response: the client side of a non-INVITE transaction (RFC 3261
/// section 17.1.2). Over UDP they are sent again after 0.5, 1, 2 and then every 4 seconds; all are
/// given up after limits::kSipRequestTimeout.
///
/// libre has client transactions of its own, but its timers are one sorted list: at some thousand
/// requests a second each start would walk past tens of thousands of others.
class Outgoing {
 public:
  using Send = std::function<bool(const Flow&, std::string_view)>;
  /// `response` is nullptr when none came, or the request could not be sent.
  using Done = std::function<void(const sip_msg* response)>;

  explicit Outgoing(Send send) : send_(std::move(send)) {}

  /// Sends and waits. When too many wait already, the oldest is given up.
  void request(std::string branch, const Flow& flow, std::string bytes, Instant now, Done done);
  /// False when no request of ours waits for it. A provisional response changes nothing.
  bool response(const sip_msg& message);
  void tick(Instant now);

  std::size_t waiting() const { return by_branch_.size(); }

 private:
  struct Request {
    std::string branch;
    Flow flow;
    std::string bytes;
    Instant started;
    Duration interval;
    std::multimap<Instant, std::list<Request>::iterator>::iterator timer;
    Done done;
  };
  using Entry = std::list<Request>::iterator;

  void arm(Entry entry, Instant now);
  void finish(Entry entry, const sip_msg* response);

  Send send_;
  std::list<Request> requests_;  ///< oldest first
  std::unordered_map<std::string_view, Entry> by_branch_;
  std::multimap<Instant, Entry> timers_;
};

}  // namespace varde::scaip
