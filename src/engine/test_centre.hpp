#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/assert.hpp"
#include "engine/engine.hpp"

// For tests: a response centre in a few lines, with a clock that is moved by hand.
namespace varde::engine::testing {

using namespace std::chrono_literals;

/// A Wednesday, 12:00 in Norway.
inline constexpr Instant kStart =
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 18} + std::chrono::hours{11};

template <class IdType>
IdType make_id(std::uint64_t n) {
  return IdType{make_ulid(kStart, 0, n)};
}

inline care::Device device_of(std::uint64_t n) {
  care::Device device;
  device.id = make_id<DeviceId>(n);
  device.address = "scaip:" + std::to_string(90'000'000 + n);
  device.municipality = {1813};
  device.state = care::DeviceState::in_use;
  device.user = make_id<UserId>(n);
  device.home = make_id<HomeId>(n);
  device.assigned_from = kStart - 24h;
  return device;
}

class Centre {
 public:
  Engine engine;
  Instant now = kStart;
  std::vector<Entry> entries;   ///< all of them, in order
  std::vector<Effect> effects;  ///< of the last step
  Receipt receipt;              ///< of the last step

  const Receipt& apply(Body body) {
    Entry entry;
    entry.position = engine.position() + 1;
    entry.time = now;
    entry.body = std::move(body);
    effects.clear();
    receipt = engine.apply(entry, effects);
    entries.push_back(std::move(entry));
    return receipt;
  }

  /// Lets time pass, with a tick whenever one is due, and collects their effects.
  void pass(Duration duration) {
    const Instant until = now + duration;
    std::vector<Effect> all;
    while (engine.next_due() && *engine.next_due() <= until) {
      now = std::max(now, *engine.next_due());
      apply(Tick{});
      all.insert(all.end(), effects.begin(), effects.end());
    }
    now = until;
    effects = std::move(all);
  }

  alarm::Signal signal(std::string address, alarm::SignalKind kind = alarm::SignalKind::alarm) {
    alarm::Signal s;
    s.id = SignalId{make_ulid(now, 1, ++signals_)};
    s.kind = kind;
    s.address = std::move(address);
    s.content = 7;
    return s;
  }
  alarm::Signal technical(std::string address, alarm::Condition condition) {
    alarm::Signal s = signal(std::move(address), alarm::SignalKind::technical);
    s.condition = condition;
    return s;
  }
  /// An alarm from `address` (of an unknown device unless it was put); its id.
  AlarmId press(const std::string& address) {
    apply(signal(address));
    VARDE_ASSERT(receipt.alarm.has_value());
    return *receipt.alarm;
  }
  const Receipt& command(AlarmId alarm, ActorId actor, alarm::Action action) {
    alarm::Command c;
    c.alarm = alarm;
    c.actor = actor;
    c.action = action;
    return apply(c);
  }
  const Receipt& close(AlarmId alarm, ActorId actor) {
    alarm::Command c;
    c.alarm = alarm;
    c.actor = actor;
    c.action = alarm::Action::close;
    c.outcome = alarm::Outcome::advice;
    c.has_note = true;
    return apply(c);
  }

  const alarm::Alarm& alarm(const AlarmId& id) const {
    const alarm::Alarm* found = engine.find_alarm(id);
    VARDE_ASSERT(found != nullptr);
    return *found;
  }
  /// The steps logged in the last step, in order.
  std::vector<alarm::Step> steps() const {
    std::vector<alarm::Step> out;
    for (const Effect& effect : effects) {
      if (const auto* line = std::get_if<AlarmLogged>(&effect.body)) out.push_back(line->step);
    }
    return out;
  }
  template <class T>
  std::vector<T> told() const {
    std::vector<T> out;
    for (const Effect& effect : effects) {
      if (const auto* body = std::get_if<T>(&effect.body)) out.push_back(*body);
    }
    return out;
  }

 private:
  std::uint64_t signals_ = 0;
};

}  // namespace varde::engine::testing
