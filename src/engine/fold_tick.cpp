#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "domain/alarm/routing.hpp"
#include "engine/fold.hpp"

namespace varde::engine {
namespace {

using alarm::Step;

constexpr std::uint8_t kMedicationGroup = 1;
constexpr alarm::AlertCode kNoContactWithDispenser{1, 20, 0};

/// The list has a code of its own for a silent medicine dispenser only; other devices keep their
/// group.
alarm::AlertCode silence_code(std::uint8_t group) {
  if (group == kMedicationGroup) return kNoContactWithDispenser;
  return group == 0 ? alarm::kSocialAlarm : alarm::AlertCode{group, 0, 0};
}

/// An id for a signal that no device sent, the same at every replay: the entry's time and place,
/// and the device.
SignalId silence_id(Instant at, Position position, const DeviceId& device) {
  std::uint64_t mixed = (position ^ device.high) * 0x9E3779B97F4A7C15ULL;
  mixed ^= mixed >> 32;
  return SignalId{make_ulid(at, position, mixed ^ device.low)};
}

}  // namespace

Receipt Fold::operator()(const Tick&) {
  for (std::size_t acts = 0; acts < limits::kActsPerTick; ++acts) {
    Record* record = state_.alarms.next_due();
    if (record != nullptr && *record->due <= at_) {
      alarm_due(*record);
      continue;
    }
    const auto silent_at = state_.devices.next_silent();
    if (!silent_at || *silent_at > at_) break;
    silent(state_.devices.take_silent());
  }
  return accepted();
}

Receipt Fold::operator()(const Resumed& resumed) {
  if (resumed.pause < Duration{0}) return refused();
  state_.devices.shift_watch(resumed.pause, at_);
  return accepted();
}

void Fold::alarm_due(Record& record) {
  alarm::Alarm& alarm = record.alarm;
  const alarm::Route route = state_.route(alarm);
  const auto handler = alarm.handler;
  if (handler && alarm.handler_seen_at + state_.settings.handler_timeout <= at_) {
    alarm::lose_handler(alarm, route, at_);
    changed(record);
    log(alarm, Step::handler_lost, handler);
  } else {
    alarm::escalate(alarm, route, at_);
    changed(record);
    log(alarm, Step::escalated);
  }
  VARDE_ASSERT(*record.due > at_);
}

void Fold::silent(Slot& slot) {
  alarm::Signal signal;
  signal.id = silence_id(at_, position_, slot.device.id);
  signal.kind = alarm::SignalKind::technical;
  signal.protocol = alarm::Protocol::internal;
  signal.address = slot.device.address;
  signal.code = silence_code(slot.code_group);
  const auto limit = std::chrono::duration_cast<std::chrono::seconds>(*slot.device.silence_limit);
  signal.raw_code = fmt::format("silent for {} s", limit.count());
  signal.condition = alarm::Condition::contact_lost;
  slot.contact_lost = true;
  const auto alarm = correlate(signal, &slot);
  emit(SignalLogged{std::move(signal), slot.device.id, alarm});
  tell_device(slot);
}

}  // namespace varde::engine
