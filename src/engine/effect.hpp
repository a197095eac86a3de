#pragma once

#include <optional>
#include <variant>

#include "engine/entry.hpp"

namespace varde::engine {

/// The alarm as it is after the entry.
struct AlarmChanged {
  alarm::Alarm alarm;
};
/// One line of an alarm's log; the entry's attachment, if any, is its words.
struct AlarmLogged {
  AlarmId alarm;
  alarm::Step step{};
  std::optional<ActorId> actor;  ///< unset: a device or a rule
  std::optional<ActorId> to;     ///< handed over to
  std::optional<alarm::Responder> responder;
  std::uint8_t plan_step = 0;  ///< escalated: which step it came to
};
/// A signal that is not a heartbeat, and what became of it.
struct SignalLogged {
  alarm::Signal signal;
  std::optional<DeviceId> device;
  std::optional<AlarmId> alarm;  ///< opened or joined
};
/// Heard from, or its condition changed.
struct DeviceHeard {
  DeviceId device;
  alarm::Condition battery =
      alarm::Condition::none;  ///< battery_low, battery_ok or none (not said yet)
  alarm::Condition mains = alarm::Condition::none;
  bool contact_lost = false;
  std::optional<Instant>
      heard_at;  ///< last signal of its own; earlier than the effect when silence was noticed
};
struct DeviceChanged {
  care::Device device;
};
struct PlanChanged {
  care::ResponsePlan plan;
};
struct AccessLogged {
  tenancy::AccessRecord record;
};

using EffectBody = std::variant<AlarmChanged, AlarmLogged, SignalLogged, DeviceHeard, DeviceChanged,
                                PlanChanged, AccessLogged>;

/// What an entry did to the world, for read models, live feed and outbox.
struct Effect {
  Position position = 0;  ///< of the entry
  Instant time{};
  EffectBody body;
};

/// What the one who submitted an entry is told, after it is durable.
struct Receipt {
  enum class Status : std::uint8_t {
    accepted,
    duplicate,  ///< the same key and content was accepted before; `signal` and `alarm` are those of
                ///< the first
    conflict,   ///< the same key with another content: nothing was done
    refused,    ///< a command the rules do not allow now: see `refusal`
  };
  Status status = Status::accepted;
  Position position = 0;
  std::optional<SignalId> signal;
  std::optional<AlarmId> alarm;
  alarm::CommandRefusal refusal = alarm::CommandRefusal::none;
  std::optional<alarm::Alarm> current;  ///< for a command: the alarm as it is now
};

}  // namespace varde::engine
