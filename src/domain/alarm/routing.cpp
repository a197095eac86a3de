#include "domain/alarm/routing.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace varde::alarm {
namespace {

void start_clock(Alarm& alarm, const Route& route, Instant at) {
  alarm.step_started_at = at;
  alarm.step_deadline = at + route.limit(alarm.step);
}

}  // namespace

Duration Route::limit(std::size_t step) const {
  VARDE_ASSERT(!plan.steps.empty());
  // A plan may have been replaced by a shorter one while the alarm was on its way.
  const auto& current = plan.steps[std::min(step, plan.steps.size() - 1)];
  return current.limit.value_or(default_limit);
}

bool clock_runs(State state) {
  return state == State::waiting || state == State::sent_to_responder;
}

void start_step(Alarm& alarm, const Route& route, std::size_t from, Instant at) {
  VARDE_ASSERT(alarm.state == State::waiting);
  alarm.step = static_cast<std::uint8_t>(care::applicable_step(route.plan, from, at));
  start_clock(alarm, route, at);
  VARDE_ASSERT(*alarm.step_deadline > at);
}

void set_clock(Alarm& alarm, const Route& route, Step step, Instant at) {
  if (alarm.state == State::waiting) {
    start_step(alarm, route, alarm.step, at);
  } else if (!clock_runs(alarm.state)) {
    alarm.step_deadline.reset();
  } else if (step == Step::sent_to_responder) {
    start_clock(alarm, route, at);
  }
}

void escalate(Alarm& alarm, const Route& route, Instant at) {
  VARDE_ASSERT(alarm.step_deadline && *alarm.step_deadline <= at);
  VARDE_ASSERT(clock_runs(alarm.state));
  touch(alarm, at);
  raise_priority(alarm);
  ++alarm.escalations;
  if (alarm.state == State::waiting) {
    start_step(alarm, route, alarm.step + 1U, at);
  } else {
    start_clock(alarm, route, at);
  }
}

void lose_handler(Alarm& alarm, const Route& route, Instant at) {
  VARDE_ASSERT(alarm.open() && alarm.handler);
  touch(alarm, at);
  alarm.handler.reset();
  alarm.outcome = Outcome::none;
  alarm.state = State::waiting;
  start_step(alarm, route, alarm.step, at);
}

}  // namespace varde::alarm
