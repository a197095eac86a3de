#pragma once

#include "domain/alarm/lifecycle.hpp"
#include "domain/care/plan.hpp"

// An alarm's way through its response plan. The plan's clock runs while the alarm waits; it stops
// while somebody has the alarm, and runs again for a responder who was sent and has not accepted.
namespace varde::alarm {

/// The clock's rules: the plan in force and the limit of steps that have none of their own.
struct Route {
  const care::ResponsePlan& plan;
  Duration default_limit;

  Duration limit(std::size_t step) const;
};

/// Whether the plan's clock runs in this state, so that the alarm has a deadline.
bool clock_runs(State state);

/// Puts a waiting alarm at the first step from `from` on that counts at this hour, with its whole
/// limit ahead.
void start_step(Alarm& alarm, const Route& route, std::size_t from, Instant at);

/// Sets the clock after a command that was logged as `step`.
void set_clock(Alarm& alarm, const Route& route, Step step, Instant at);

/// The limit passed with nobody answering: more urgent, counted, and the plan's next step with a
/// new limit. At the last step it stays there and every further limit counts again, so an
/// unanswered alarm never falls asleep. The same for a responder who did not accept, but there the
/// alarm stays with its handler.
void escalate(Alarm& alarm, const Route& route, Instant at);

/// The handler's console is silent: the alarm waits again, where it was in its plan.
void lose_handler(Alarm& alarm, const Route& route, Instant at);

}  // namespace varde::alarm
