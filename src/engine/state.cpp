#include "engine/state.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "domain/alarm/correlation.hpp"
#include "engine/remembered.hpp"

namespace varde::engine {
namespace {

std::optional<Instant> earlier(std::optional<Instant> a, std::optional<Instant> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

/// How long a device goes on sending one and the same message at the most when all is well:
/// RFC 3261 timer F is 32 s.
constexpr Duration kSendingOfOneMessage = std::chrono::minutes{1};

/// Some devices count their references anew, or never count. After the case of the first is closed
/// the same reference is somebody who calls again: taken for a repeat, nobody would see it. A
/// sender over HTTP has promised that its keys are its own, so there it stays a repeat.
bool calls_again(const alarm::Signal& signal, const Known& first, const AlarmTable& alarms,
                 Instant at) {
  if (signal.protocol != alarm::Protocol::scaip || !alarm::opens(signal)) return false;
  if (first.alarm.is_nil() || at - first.at < kSendingOfOneMessage) return false;
  const auto* record = alarms.find(first.alarm);
  return record == nullptr || !record->alarm.open();
}

}  // namespace

const KeyMemory* State::keys_for(const alarm::Signal& signal) const {
  if (!keeps_key(signal)) return nullptr;
  return signal.protocol == alarm::Protocol::scaip ? &scaip_keys : &http_keys;
}

const Known* State::first_of(const alarm::Signal& signal, const KeyMemory& keys,
                             const KeyMemory::Hash& key, Instant at) const {
  const Known* known = keys.find(key, at);
  return known != nullptr && !calls_again(signal, *known, alarms, at) ? known : nullptr;
}

KeyMemory* State::keys_for(const alarm::Signal& signal) {
  return const_cast<KeyMemory*>(std::as_const(*this).keys_for(signal));
}

const care::ResponsePlan& State::plan(const std::optional<PlanId>& id) const {
  if (!id) return default_plan;
  const auto it = plans.find(*id);
  return it == plans.end() ? default_plan : it->second;
}

std::optional<Instant> State::due(const alarm::Alarm& alarm) const {
  if (!alarm.open()) return std::nullopt;
  VARDE_ASSERT(alarm.handler || alarm.step_deadline);
  if (!alarm.handler) return alarm.step_deadline;
  return earlier(alarm.step_deadline, alarm.handler_seen_at + settings.handler_timeout);
}

std::optional<Instant> State::next_due() const {
  const AlarmTable::Record* alarm = alarms.next_due();
  return earlier(alarm != nullptr ? alarm->due : std::nullopt, devices.next_silent());
}

}  // namespace varde::engine
