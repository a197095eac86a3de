#include "domain/alarm/correlation.hpp"

#include "base/assert.hpp"

namespace varde::alarm {
namespace {

constexpr std::uint32_t kRepeatsPerClass = 3;

}  // namespace

bool opens(const Signal& signal) {
  if (signal.kind == SignalKind::alarm) return true;
  return signal.kind == SignalKind::technical && ended_by(signal.condition) == Condition::none;
}

bool joins(const Alarm& alarm, const Signal& signal) {
  if (!alarm.open() || alarm.kind != signal.kind) return false;
  if (!names_device(signal.address) && alarm.state != State::waiting) return false;
  return alarm.kind == SignalKind::alarm ||
         (alarm.code == signal.code && alarm.condition == signal.condition);
}

bool serves_another(const care::Device& device, const Alarm& alarm, Instant at) {
  return device.serves_at(at) && device.user.has_value() && alarm.user != device.user;
}

bool withdraws(const Alarm& alarm, const Signal& signal) {
  if (!alarm.open()) return false;
  if (signal.kind == SignalKind::reset) return alarm.kind == SignalKind::alarm;
  const Condition ended = ended_by(signal.condition);
  return signal.kind == SignalKind::technical && alarm.kind == SignalKind::technical &&
         ended != Condition::none && alarm.condition == ended;
}

Condition ended_by(Condition condition) {
  switch (condition) {
    case Condition::battery_ok:
      return Condition::battery_low;
    case Condition::mains_ok:
      return Condition::mains_failed;
    case Condition::contact_ok:
      return Condition::contact_lost;
    default:
      return Condition::none;
  }
}

bool names_device(std::string_view address) { return !address.empty() && address.back() != '?'; }

bool join(Alarm& alarm, const Signal& signal, std::int8_t plan_shift, Instant at) {
  VARDE_ASSERT(joins(alarm, signal));
  touch(alarm, at);
  alarm.last_signal_at = at;
  alarm.reset_at.reset();
  ++alarm.repeats;
  if (alarm.repeats % kRepeatsPerClass == 0) raise_priority(alarm);
  const auto urgency = [&](AlertCode code, bool understood) {
    return initial_priority(code, alarm.kind, plan_shift, understood);
  };
  const std::uint8_t now = urgency(signal.code, signal.understood);
  if (now < urgency(alarm.code, alarm.understood)) {
    alarm.code = signal.code;
    alarm.raw_code = signal.raw_code;
    alarm.location = signal.location;
  }
  if (now < alarm.priority) alarm.priority = now;
  alarm.understood = alarm.understood && signal.understood;
  if (alarm.state != State::resolved) return false;
  alarm.state = State::taken;
  alarm.outcome = Outcome::none;
  return true;
}

void withdraw(Alarm& alarm, Instant at) {
  VARDE_ASSERT(alarm.open());
  touch(alarm, at);
  alarm.last_signal_at = at;
  alarm.reset_at = at;
}

void mention(Alarm& alarm, Instant at) {
  VARDE_ASSERT(alarm.open());
  touch(alarm, at);
  alarm.last_signal_at = at;
}

Alarm open_alarm(const Signal& signal, Instant at) {
  VARDE_ASSERT(opens(signal));
  Alarm alarm;
  alarm.id = AlarmId{signal.id};
  alarm.kind = signal.kind;
  alarm.code = signal.code;
  alarm.raw_code = signal.raw_code;
  alarm.protocol = signal.protocol;
  alarm.address = signal.address;
  alarm.location = signal.location;
  alarm.understood = signal.understood;
  alarm.condition = signal.condition;
  alarm.priority = initial_priority(signal.code, signal.kind, 0, signal.understood);
  alarm.received_at = alarm.changed_at = alarm.last_signal_at = at;
  return alarm;
}

void name_device(Alarm& alarm, const care::Device& device, Instant at) {
  VARDE_ASSERT(!alarm.device);
  alarm.device = device.id;
  alarm.municipality = device.municipality;
  if (!device.serves_at(at)) return;
  alarm.user = device.user;
  alarm.home = device.home;
  alarm.plan = device.plan;
}

}  // namespace varde::alarm
