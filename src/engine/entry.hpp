#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/digest.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/alarm/lifecycle.hpp"
#include "domain/alarm/signal.hpp"
#include "domain/care/device.hpp"
#include "domain/care/plan.hpp"
#include "domain/tenancy/access.hpp"

namespace varde::engine {

/// Place in the journal: 1 for the first entry; 0 = before the first.
using Position = std::uint64_t;

/// The console of an operator who holds an alarm is alive.
struct SignOfLife {
  ActorId actor;
};
/// Time passed and something was due.
struct Tick {};
/// The receiver listens again after it could not hear anybody. Nobody can say how long devices were
/// silent meanwhile, so the pause does not count as silence of theirs. What waits for people does
/// not wait longer.
struct Resumed {
  Duration pause{};
};
/// What the rules may be tuned by. Journalled, so that a replay folds under the rules of its time.
struct Settings {
  Duration handler_timeout =
      std::chrono::seconds{60};  ///< no sign of life: the alarm is given back
  Duration default_step_limit =
      std::chrono::seconds{120};  ///< for the response centre's own step, before it escalates
  friend bool operator==(const Settings&, const Settings&) = default;
};
/// A device as it is from now on (new, assigned, moved, withdrawn).
struct DevicePut {
  care::Device device;
};
struct PlanPut {
  care::ResponsePlan plan;
};

using Body = std::variant<alarm::Signal, alarm::Command, SignOfLife, Tick, Settings, DevicePut,
                          PlanPut, tenancy::AccessRecord, Resumed>;

/// One line of the journal. Holds ids and codes; words (a note, a reason, a device's own text, a
/// body nobody could read) are an attachment, kept beside the chain so that they can be erased: the
/// entry keeps the attachment's SHA-256.
struct Entry {
  Position position = 0;
  Instant time{};  ///< of the append; never earlier than the entry before
  Body body;
  std::optional<Sha256> attachment_hash;
};

}  // namespace varde::engine
