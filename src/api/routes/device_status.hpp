#pragma once

#include "access/records.hpp"
#include "api/describe.hpp"
#include "base/names.hpp"

namespace varde::api {

/// How a list of devices is narrowed.
enum class DeviceStatus : std::uint8_t { all, lost, battery, mains, ok };

inline std::string_view to_string(DeviceStatus status) {
  static constexpr auto kNames = make_names<DeviceStatus>("all", "lost", "battery", "mains", "ok");
  return kNames.of(status);
}
inline access::DeviceFilter::Condition condition_of(DeviceStatus status) {
  using enum access::DeviceFilter::Condition;
  switch (status) {
    case DeviceStatus::lost:
      return lost;
    case DeviceStatus::battery:
      return battery;
    case DeviceStatus::mains:
      return mains;
    case DeviceStatus::ok:
      return well;
    case DeviceStatus::all:
      break;
  }
  return any;
}

template <>
struct Enumeration<DeviceStatus> : Range<DeviceStatus::all, DeviceStatus::ok> {};

}  // namespace varde::api
