#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/tenancy/municipality.hpp"

namespace varde::care {

enum class DeviceState : std::uint8_t { in_store, in_use, withdrawn };
std::string_view to_string(DeviceState state);

/// A device in use at a person's home, or carried. What the engine must know: ids and addresses, no
/// names.
struct Device {
  DeviceId id;
  std::string
      address;  ///< "scaip:90000017", "http:gateway-3/17": unique; at most limits::kAddressBytes
  std::string model;
  tenancy::Municipality municipality;
  DeviceState state = DeviceState::in_store;

  // The assignment now in force (earlier ones are in the store).
  std::optional<UserId> user;
  std::optional<HomeId> home;
  std::optional<PlanId> plan;
  std::optional<Instant> assigned_from;
  std::optional<Instant> assigned_to;  ///< exclusive; unset = until further notice

  /// How long silence may last before the device counts as having lost contact; unset = not
  /// supervised.
  std::optional<Duration> silence_limit;

  /// In use, with an assignment that covers `t`.
  bool serves_at(Instant t) const;
};

}  // namespace varde::care
