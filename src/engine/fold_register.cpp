#include "base/limits.hpp"
#include "domain/alarm/correlation.hpp"
#include "engine/fold.hpp"
#include "engine/sound.hpp"

namespace varde::engine {
Receipt Fold::operator()(const Settings& settings) {
  if (!is_sound(settings)) return refused();
  state_.settings = settings;
  // Deadlines that run keep the limit they started with; the watch over handlers follows the new
  // one at once.
  const auto& order = state_.alarms.by_urgency();
  for (Record* record : order) state_.alarms.file(*record, state_.due(record->alarm));
  return accepted();
}

Receipt Fold::operator()(const DevicePut& put) {
  const Slot* known = state_.devices.find(put.device.id);
  const Slot* owner = state_.devices.find(put.device.address);
  const bool full = known == nullptr && state_.devices.size() >= limits::kDevices;
  if (!is_sound(put.device) || full || (owner != nullptr && owner != known)) return refused();
  const std::string was = known != nullptr ? known->device.address : put.device.address;
  const Slot& slot = state_.devices.put(put.device, at_, position_);
  emit(DeviceChanged{slot.device});
  follow_device(slot, was);
  return accepted();
}

/// Open alarms of a device keep to it when its address changes, and one that came from an address
/// nobody knew gets its device when the address is registered.
void Fold::follow_device(const Slot& slot, const std::string& was) {
  for (Record* record : state_.alarms.at_address(was)) {
    if (was == slot.device.address || record->alarm.device != slot.device.id) continue;
    state_.alarms.set_address(*record, slot.device.address);
    alarm::touch(record->alarm, at_);
    changed(*record);
  }
  for (Record* record : state_.alarms.at_address(slot.device.address)) {
    if (record->alarm.device) continue;
    alarm::name_device(record->alarm, slot.device, at_);
    alarm::touch(record->alarm, at_);
    changed(*record);
  }
}

Receipt Fold::operator()(const PlanPut& put) {
  if (!care::check(put.plan)) return refused();
  state_.plans.insert_or_assign(put.plan.id, put.plan);
  emit(PlanChanged{put.plan});
  return accepted();
}

Receipt Fold::operator()(const tenancy::AccessRecord& record) {
  emit(AccessLogged{record});
  return accepted();
}

}  // namespace varde::engine
