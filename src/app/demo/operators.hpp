#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "access/records.hpp"
#include "app/demo/fleet_model.hpp"
#include "app/demo/random.hpp"
#include "domain/alarm/lifecycle.hpp"

namespace varde::app::demo {

/// How an alarm is dealt with once an operator has it: pauses are from the one before.
struct Handling {
  alarm::Outcome outcome = alarm::Outcome::advice;
  Duration call{};    ///< until the operator is through to the person
  Duration talk{};    ///< until it is settled, or somebody is sent
  Duration accept{};  ///< sent: until the responder accepts,
  Duration arrive{};  ///< is there,
  Duration help{};    ///< and is done
  std::string note;   ///< empty: none is written

  bool sends() const {
    return outcome == alarm::Outcome::call_out || outcome == alarm::Outcome::real_help;
  }
};

/// What usually becomes of an alarm with this cause. Shares are assumed: about one in seven ends
/// with somebody being sent.
Handling handle_cause(What cause, bool note_required, Random& random);
/// How long an alarm waits before an operator who is free answers it: most within a minute.
Duration reaction(bool technical, Random& random);

}  // namespace varde::app::demo
