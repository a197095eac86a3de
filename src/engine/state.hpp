#pragma once

#include <unordered_map>

#include "base/limits.hpp"
#include "domain/alarm/routing.hpp"
#include "engine/alarm_table.hpp"
#include "engine/device_table.hpp"
#include "engine/entry.hpp"
#include "engine/key_memory.hpp"

namespace varde::engine {

/// All that a fold remembers. Everything follows from the entries; nothing may depend on the order
/// of a hash table.
struct State {
  Position position = 0;
  Instant now{};
  Settings settings;
  std::unordered_map<PlanId, care::ResponsePlan> plans;
  care::ResponsePlan default_plan = care::default_plan();
  DeviceTable devices;
  AlarmTable alarms;
  KeyMemory scaip_keys{limits::kScaipKeyWindow, limits::kRememberedKeys};
  KeyMemory http_keys{limits::kHttpKeyWindow, limits::kRememberedKeys};

  /// The memory the signal's key belongs to; nullptr when its key is not remembered.
  KeyMemory* keys_for(const alarm::Signal& signal);
  const KeyMemory* keys_for(const alarm::Signal& signal) const;
  /// What became of the signal that this one repeats; nullptr when it is no repeat. `key` is the
  /// hash of its key in `keys`, the memory that it belongs to.
  const Known* first_of(const alarm::Signal& signal, const KeyMemory& keys,
                        const KeyMemory::Hash& key, Instant at) const;

  const care::ResponsePlan& plan(const std::optional<PlanId>& id) const;
  alarm::Route route(const alarm::Alarm& alarm) const {
    return {plan(alarm.plan), settings.default_step_limit};
  }
  /// When time alone next changes the alarm.
  std::optional<Instant> due(const alarm::Alarm& alarm) const;
  /// The earliest deadline of all.
  std::optional<Instant> next_due() const;
};

}  // namespace varde::engine
