#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo/random.hpp"
#include "domain/care/device.hpp"
#include "domain/care/person.hpp"

namespace varde::app::demo {

enum class DeviceKind : std::uint8_t { hub, fall_watch, smoke, door, dispenser, gps };
std::string_view to_string(DeviceKind kind);

/// One device of the invented fleet: what the register knows of it, and what only the device knows.
struct FleetDevice {
  care::Device device;
  DeviceKind kind = DeviceKind::hub;
  std::string password;  ///< for SIP digest; empty: it has none
  Duration heartbeat{};  ///< how often it proves that it lives; 0 = never

  /// Over SIP as SCAIP; the others come over HTTP from a gateway.
  bool speaks_scaip() const { return kind == DeviceKind::hub || kind == DeviceKind::fall_watch; }
  /// "90000017" of "scaip:90000017".
  std::string_view number() const;
};
using Fleet = std::vector<FleetDevice>;

/// A hub with a pendant for each user; for some a fall watch with its own mobile connection, and a
/// smoke detector, door sensor, medicine dispenser or GPS button behind the municipality's gateway.
/// Some hubs have a digest secret, some are supervised.
Fleet make_fleet(const std::vector<care::ServiceUser>& people, Random random);

}  // namespace varde::app::demo
