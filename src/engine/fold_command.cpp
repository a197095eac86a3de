#include "base/assert.hpp"
#include "domain/alarm/correlation.hpp"
#include "engine/fold.hpp"

namespace varde::engine {

using alarm::CommandRefusal;

Receipt Fold::operator()(const alarm::Command& command) {
  seen(command.actor);
  Receipt receipt = accepted();
  Record* record = state_.alarms.find(command.alarm);
  if (record == nullptr) {
    receipt.status = Receipt::Status::refused;
    receipt.refusal = CommandRefusal::no_such_alarm;
    return receipt;
  }
  alarm::Alarm& alarm = record->alarm;
  const auto version = alarm.version;
  alarm::Step step{};
  receipt.alarm = alarm.id;
  receipt.refusal = command.action == alarm::Action::reopen && newer_case_is_open(alarm)
                        ? CommandRefusal::wrong_state
                        : alarm::apply(alarm, command, at_, step);
  if (receipt.refusal != CommandRefusal::none) {
    receipt.status = Receipt::Status::refused;
  } else if (alarm.version != version) {
    if (step == alarm::Step::reopened) return_to_device(*record);
    alarm::set_clock(alarm, state_.route(alarm), step, at_);
    changed(*record);
    emit(AlarmLogged{alarm.id, step, command.actor, command.to, command.responder, alarm.step});
  }
  receipt.current = alarm;
  return receipt;
}

/// The device of an alarm: the one it has, else the one that has got its address since.
const Fold::Slot* Fold::device_of(const alarm::Alarm& alarm) const {
  return alarm.device ? state_.devices.find(*alarm.device) : state_.devices.find(alarm.address);
}

/// A closed alarm does not follow its device (follow_device): it catches up when it is reopened.
void Fold::return_to_device(Record& record) {
  VARDE_ASSERT(!record.open);  // not yet filed under an address
  const Slot* slot = device_of(record.alarm);
  if (slot == nullptr) return;
  if (!record.alarm.device) alarm::name_device(record.alarm, slot->device, at_);
  record.alarm.address = slot->device.address;
}

/// The device has called again since: two open cases of one device would hide each other.
bool Fold::newer_case_is_open(const alarm::Alarm& closed) {
  const Slot* slot = device_of(closed);
  const std::string& address = slot != nullptr ? slot->device.address : closed.address;
  for (const Record* record : state_.alarms.at_address(address)) {
    const alarm::Alarm& open = record->alarm;
    const bool same_case = open.kind == closed.kind &&
                           (open.kind == alarm::SignalKind::alarm ||
                            (open.code == closed.code && open.condition == closed.condition));
    if (same_case && alarm::names_device(address)) return true;
  }
  return false;
}

Receipt Fold::operator()(const SignOfLife& sign) {
  seen(sign.actor);
  return accepted();
}

/// Whatever a person does shows that they are there, for all that they hold.
void Fold::seen(const ActorId& actor) {
  for (Record* record : state_.alarms.held_by(actor)) {
    VARDE_ASSERT(record->alarm.handler == actor);
    record->alarm.handler_seen_at = at_;
    state_.alarms.file(*record, state_.due(record->alarm));
  }
}

}  // namespace varde::engine
