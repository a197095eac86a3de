#include "domain/care/device.hpp"

#include "base/names.hpp"

namespace varde::care {
namespace {
constexpr auto kStates = make_names<DeviceState>("in_store", "in_use", "withdrawn");
}

std::string_view to_string(DeviceState state) { return kStates.of(state); }

bool Device::serves_at(Instant t) const {
  if (state != DeviceState::in_use || !user || !assigned_from) return false;
  return *assigned_from <= t && (!assigned_to || t < *assigned_to);
}

}  // namespace varde::care
