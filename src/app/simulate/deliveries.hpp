#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <queue>
#include <vector>

#include "app/demo/fleet_model.hpp"

namespace varde::app::simulate {

/// Messages on their way: what a device does until somebody has confirmed that it is heard. Not
/// thread-safe.
///
/// An unconfirmed message is sent again after 5 s, 10 s, 20 s and so on up to a minute, with the
/// same reference, for an hour; a heartbeat is not: the next one comes anyway.
class Deliveries {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Message {
    std::uint64_t id = 0;
    demo::Event event;
    int attempts = 0;
    Time first{};
  };

  /// A new message; to be sent now.
  const Message& add(const demo::Event& event, Time now);
  /// What is to be sent again by now.
  std::vector<Message> due(Time now);
  /// The receiver answered, or did not.
  void settle(std::uint64_t id, bool kept, Time now);

  struct Tally {
    std::uint64_t sent = 0;  ///< attempts
    std::uint64_t acknowledged = 0;
    std::uint64_t repeated = 0;  ///< attempts after the first
    std::uint64_t lost = 0;      ///< given up
  };
  const Tally& tally() const { return tally_; }
  std::size_t unconfirmed() const { return messages_.size(); }

 private:
  struct Again {
    Time at;
    std::uint64_t id;
    bool operator>(const Again& other) const { return at > other.at; }
  };

  std::map<std::uint64_t, Message> messages_;
  std::priority_queue<Again, std::vector<Again>, std::greater<>> again_;
  std::uint64_t last_id_ = 0;
  Tally tally_;
};

}  // namespace varde::app::simulate
