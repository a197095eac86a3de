#include "base/assert.hpp"
#include "domain/alarm/correlation.hpp"
#include "engine/fold.hpp"
#include "engine/remembered.hpp"

namespace varde::engine {

using alarm::Condition;
using alarm::SignalKind;
using alarm::Step;

Receipt Fold::operator()(const alarm::Signal& signal) {
  KeyMemory* keys = state_.keys_for(signal);
  const auto key = keys != nullptr ? KeyMemory::hash(signal.key) : KeyMemory::Hash{};
  if (keys != nullptr) {
    if (const Known* known = state_.first_of(signal, *keys, key, at_))
      return repeated(*known, signal);
  }
  const Receipt receipt = receive(signal);
  if (keys != nullptr) {
    const AlarmId alarm = receipt.alarm.value_or(AlarmId{});
    keys->remember(key, {signal.content, signal.id, alarm, position_, at_});
  }
  return receipt;
}

Receipt Fold::receive(const alarm::Signal& signal) {
  Receipt receipt = accepted();
  receipt.signal = signal.id;
  const bool again = alarm::opens(signal) && state_.alarms.find(AlarmId{signal.id}) != nullptr;
  if (again) {  // the very same signal, without a key
    receipt.status = Receipt::Status::duplicate;
    receipt.alarm = AlarmId{signal.id};
    return receipt;
  }
  Slot* slot = state_.devices.find(signal.address);
  if (slot != nullptr) hear(*slot, signal);
  receipt.alarm = correlate(signal, slot);
  if (signal.kind != SignalKind::heartbeat) {
    const auto device = slot != nullptr ? std::optional{slot->device.id} : std::nullopt;
    emit(SignalLogged{signal, device, receipt.alarm});
  }
  if (slot != nullptr) tell_device(*slot);
  return receipt;
}

std::optional<AlarmId> Fold::correlate(const alarm::Signal& signal, const Slot* slot) {
  if (alarm::opens(signal)) {
    for (Record* record : state_.alarms.at_address(signal.address)) {
      if (!alarm::joins(record->alarm, signal)) continue;
      if (slot != nullptr && alarm::serves_another(slot->device, record->alarm, at_)) continue;
      join(*record, signal);
      return record->alarm.id;
    }
    return open(signal, slot);
  }
  switch (signal.kind) {
    case SignalKind::reset:
    case SignalKind::technical:
      return withdraw_all(signal);
    case SignalKind::event:
    case SignalKind::measurement:
    case SignalKind::location:
      return mention(signal);
    default:
      return std::nullopt;
  }
}

AlarmId Fold::open(const alarm::Signal& signal, const Slot* slot) {
  VARDE_ASSERT(state_.alarms.find(AlarmId{signal.id}) == nullptr);
  alarm::Alarm alarm = alarm::open_alarm(signal, at_);
  if (slot != nullptr) alarm::name_device(alarm, slot->device, at_);
  const alarm::Route route = state_.route(alarm);
  alarm.priority =
      alarm::initial_priority(alarm.code, alarm.kind, route.plan.priority_shift, alarm.understood);
  alarm.state = alarm::State::waiting;
  alarm.version = 1;
  alarm::start_step(alarm, route, 0, at_);
  const auto due = state_.due(alarm);
  Record& record = state_.alarms.add(std::move(alarm), due);
  changed(record);
  log(record.alarm, Step::received);
  log(record.alarm, Step::waiting);
  return record.alarm.id;
}

void Fold::join(Record& record, const alarm::Signal& signal) {
  const auto shift = state_.plan(record.alarm.plan).priority_shift;
  const bool resumed = alarm::join(record.alarm, signal, shift, at_);
  changed(record);
  log(record.alarm, Step::repeat);
  if (resumed) log(record.alarm, Step::reopened);
}

std::optional<AlarmId> Fold::withdraw_all(const alarm::Signal& signal) {
  std::optional<AlarmId> first;
  if (!alarm::names_device(signal.address)) return first;
  for (Record* record : state_.alarms.at_address(signal.address)) {
    if (!alarm::withdraws(record->alarm, signal)) continue;
    alarm::withdraw(record->alarm, at_);
    changed(*record);
    log(record->alarm, Step::reset);
    if (!first) first = record->alarm.id;
  }
  return first;
}

std::optional<AlarmId> Fold::mention(const alarm::Signal& signal) {
  if (!alarm::names_device(signal.address)) return std::nullopt;
  for (Record* record : state_.alarms.at_address(signal.address)) {
    if (record->alarm.kind != SignalKind::alarm) continue;
    if (signal.kind == SignalKind::event) {
      alarm::mention(record->alarm, at_);
      changed(*record);
      log(record->alarm, Step::repeat);
    }
    return record->alarm.id;
  }
  return std::nullopt;
}

void Fold::hear(Slot& slot, const alarm::Signal& signal) {
  state_.devices.heard(slot, at_, position_);
  if (slot.contact_lost) end_silence(slot);
  if (signal.kind == SignalKind::alarm || signal.kind == SignalKind::technical)
    slot.code_group = signal.code.group;
  switch (signal.condition) {
    case Condition::battery_low:
    case Condition::battery_ok:
      slot.battery = signal.condition;
      break;
    case Condition::mains_failed:
    case Condition::mains_ok:
      slot.mains = signal.condition;
      break;
    case Condition::contact_lost:
      slot.contact_lost = true;
      break;
    default:
      break;
  }
}

/// Heard again after silence: what the watch opened is withdrawn. What the device itself said of a
/// lost link stands until the device says otherwise.
void Fold::end_silence(Slot& slot) {
  slot.contact_lost = false;
  for (Record* record : state_.alarms.at_address(slot.device.address)) {
    const alarm::Alarm& alarm = record->alarm;
    if (alarm.protocol != alarm::Protocol::internal || alarm.condition != Condition::contact_lost)
      continue;
    alarm::withdraw(record->alarm, at_);
    changed(*record);
    log(record->alarm, Step::reset);
  }
}

void Fold::tell_device(const Slot& slot) {
  emit(DeviceHeard{slot.device.id, slot.battery, slot.mains, slot.contact_lost, slot.heard_at});
}

}  // namespace varde::engine
