#include "engine/state.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "engine/remembered.hpp"

namespace varde::engine {
namespace {

std::optional<Instant> earlier(std::optional<Instant> a, std::optional<Instant> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

}  // namespace

const KeyMemory* State::keys_for(const alarm::Signal& signal) const {
  if (!keeps_key(signal)) return nullptr;
  return signal.protocol == alarm::Protocol::scaip ? &scaip_keys : &http_keys;
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
