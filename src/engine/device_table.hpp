#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/alarm/signal.hpp"
#include "domain/care/device.hpp"
#include "engine/entry.hpp"

namespace varde::engine {

/// Every device, found by id and by address, and the watch over their silence.
///
/// Devices with the same silence limit stand in one line, the one heard longest ago first; hearing
/// one moves it to the end. So a heartbeat costs the same however many devices there are, and the
/// next to fall silent is at the head of a line.
class DeviceTable {
 public:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  struct Slot {
    care::Device device;
    Instant silent_since{};        ///< last heard, or put under watch
    Position silent_position = 0;  ///< entry of that; orders those of one moment
    std::optional<Instant> heard_at;
    alarm::Condition battery = alarm::Condition::none;
    alarm::Condition mains = alarm::Condition::none;
    bool contact_lost = false;
    bool watched = false;         ///< stands in a line
    std::uint8_t code_group = 0;  ///< of the last code it sent; 0 = none yet
    std::uint32_t index = kNone;
    std::uint32_t before = kNone;
    std::uint32_t after = kNone;
  };

  /// Takes the device as it is from now on. A new silence limit counts from `at`. Its address is
  /// nobody else's.
  Slot& put(const care::Device& device, Instant at, Position position);
  /// A device as a snapshot had it, in the order of slots(); finish with resume_watch(). False: it
  /// cannot be so.
  bool restore(Slot slot);
  bool resume_watch();

  Slot* find(const DeviceId& id);
  const Slot* find(const DeviceId& id) const;
  Slot* find(std::string_view address);
  const Slot* find(std::string_view address) const;

  /// Every device under watch counts as heard so much later, at most `at`.
  void shift_watch(Duration by, Instant at);
  void heard(Slot& slot, Instant at, Position position);
  /// When the next device falls silent; the earliest first, nothing is removed.
  std::optional<Instant> next_silent() const;
  /// The device next_silent() speaks of, which is watched no more until it is heard. There must be
  /// one.
  Slot& take_silent();

  std::size_t size() const { return slots_.size(); }
  const std::deque<Slot>& slots() const { return slots_; }

 private:
  struct Line {
    std::uint32_t first = kNone;
    std::uint32_t last = kNone;
  };
  using Lines = std::map<Duration, Line>;

  Slot& add(const DeviceId& id);
  void index_address(Slot& slot);
  void forget_address(const Slot& slot);
  void watch(Slot& slot, Instant at, Position position);
  void append(Slot& slot);
  void unwatch(Slot& slot);
  Lines::const_iterator most_silent_line() const;

  std::deque<Slot> slots_;  // a deque, because addresses are found through views into the slots
  std::unordered_map<DeviceId, std::uint32_t> by_id_;
  std::unordered_map<std::string_view, std::uint32_t> by_address_;
  Lines lines_;
};

}  // namespace varde::engine
