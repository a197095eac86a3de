#include "domain/alarm/lifecycle.hpp"

#include <array>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "base/names.hpp"

namespace varde::alarm {
namespace {

constexpr auto kStates =
    make_names<State>("received", "waiting", "taken", "calling", "sent_to_responder",
                      "accepted_by_responder", "on_site", "resolved", "closed");
constexpr auto kOutcomes = make_names<Outcome>("none", "real_help", "call_out", "advice",
                                               "false_alarm", "test", "technical", "other");
constexpr auto kActions =
    make_names<Action>("take", "give_back", "hand_over", "calling", "send_to", "accepted",
                       "on_site", "note", "resolve", "close", "reopen");
constexpr auto kRefusals = make_names<CommandRefusal>(
    "none", "no_such_alarm", "taken_by_other", "not_handler", "wrong_state", "receiver_required",
    "responder_required", "outcome_required", "note_required", "too_late");
constexpr auto kSteps =
    make_names<Step>("received", "repeat", "reset", "waiting", "taken", "calling",
                     "sent_to_responder", "accepted_by_responder", "on_site", "note", "handed_over",
                     "given_back", "handler_lost", "escalated", "resolved", "closed", "reopened");

constexpr std::size_t kStateCount = 9;
constexpr std::size_t kActionCount = 11;

// The whole lifecycle: State x Action -> State. "none" = not in this state. What is on its way to
// the person (sent, accepted, on site) stays on its way when the handler also calls; taking again
// what one already has changes nothing.
using Next = std::optional<State>;
constexpr Next none = std::nullopt;
constexpr Next wait = State::waiting;
constexpr Next take = State::taken;
constexpr Next call = State::calling;
constexpr Next sent = State::sent_to_responder;
constexpr Next acpt = State::accepted_by_responder;
constexpr Next site = State::on_site;
constexpr Next done = State::resolved;
constexpr Next shut = State::closed;

constexpr std::array<std::array<Next, kActionCount>, kStateCount> kNext = {{
    // clang-format off
    // take  give  hand  call  send  acpt  site  note  res   close reopen
    {{ none, none, none, none, none, none, none, none, none, none, none }},  // received
    {{ take, none, none, none, none, none, none, none, none, none, none }},  // waiting
    {{ take, wait, take, call, sent, acpt, site, take, done, shut, none }},  // taken
    {{ call, wait, take, call, sent, acpt, site, call, done, shut, none }},  // calling
    {{ sent, wait, take, sent, sent, acpt, site, sent, done, shut, none }},  // sent_to_responder
    {{ acpt, wait, take, acpt, sent, acpt, site, acpt, done, shut, none }}, // accepted_by_responder
    {{ site, wait, take, site, sent, none, site, site, done, shut, none }},  // on_site
    {{ done, wait, take, call, sent, none, none, done, done, shut, none }},  // resolved
    {{ none, none, none, none, none, none, none, none, none, none, take }},  // closed
    // clang-format on
}};

constexpr std::array<Step, kActionCount> kStepOf = {Step::taken,
                                                    Step::given_back,
                                                    Step::handed_over,
                                                    Step::calling,
                                                    Step::sent_to_responder,
                                                    Step::accepted_by_responder,
                                                    Step::on_site,
                                                    Step::note,
                                                    Step::resolved,
                                                    Step::closed,
                                                    Step::reopened};

// received, repeat, reset, waiting, taken, calling, sent, accepted, on_site, note, handed_over,
// given_back, handler_lost, escalated, resolved, closed, reopened
constexpr std::array<std::uint8_t, 17> kEventOf = {0, 0, 0, 0, 3,  8, 4, 5, 1,
                                                   1, 9, 9, 9, 10, 6, 7, 1};

bool is_handler(const Alarm& alarm, const ActorId& actor) {
  return alarm.handler && *alarm.handler == actor;
}

Outcome outcome_of(const Alarm& alarm, const Command& command) {
  return command.outcome != Outcome::none ? command.outcome : alarm.outcome;
}

/// Whose command it is: one handler at a time.
CommandRefusal check_actor(const Alarm& alarm, const Command& command) {
  if (command.action == Action::reopen) return CommandRefusal::none;
  if (command.action == Action::take) {
    return !alarm.handler || is_handler(alarm, command.actor) ? CommandRefusal::none
                                                              : CommandRefusal::taken_by_other;
  }
  return is_handler(alarm, command.actor) ? CommandRefusal::none : CommandRefusal::not_handler;
}

/// Whether the command says all that its action needs.
CommandRefusal check_content(const Alarm& alarm, const Command& command, Instant at) {
  switch (command.action) {
    case Action::hand_over:
      return command.to && *command.to != command.actor ? CommandRefusal::none
                                                        : CommandRefusal::receiver_required;
    case Action::send_to:
      return command.responder ? CommandRefusal::none : CommandRefusal::responder_required;
    case Action::note:
      return command.has_note ? CommandRefusal::none : CommandRefusal::note_required;
    case Action::resolve:
      return command.outcome != Outcome::none ? CommandRefusal::none
                                              : CommandRefusal::outcome_required;
    case Action::close: {
      const Outcome outcome = outcome_of(alarm, command);
      if (outcome == Outcome::none) return CommandRefusal::outcome_required;
      const bool noted = alarm.has_note || command.has_note;
      return noted || !note_required(alarm, outcome) ? CommandRefusal::none
                                                     : CommandRefusal::note_required;
    }
    case Action::reopen:
      return alarm.closed_at && at - *alarm.closed_at <= limits::kReopenWindow
                 ? CommandRefusal::none
                 : CommandRefusal::too_late;
    default:
      return CommandRefusal::none;
  }
}

void give_to(Alarm& alarm, const ActorId& actor, Instant at) {
  alarm.handler = actor;
  alarm.handler_seen_at = at;
  alarm.seen_by_person = true;
  if (!alarm.first_taken_at) alarm.first_taken_at = at;
}

void carry_out(Alarm& alarm, const Command& command, Instant at) {
  switch (command.action) {
    case Action::take:
      give_to(alarm, command.actor, at);
      break;
    case Action::give_back:
      alarm.handler.reset();
      break;
    case Action::hand_over:
      give_to(alarm, *command.to, at);
      break;
    case Action::send_to:
      alarm.responder = command.responder;
      break;
    case Action::resolve:
      alarm.outcome = command.outcome;
      break;
    case Action::close:
      alarm.outcome = outcome_of(alarm, command);
      alarm.closed_at = at;
      break;
    case Action::reopen:
      alarm.closed_at.reset();
      give_to(alarm, command.actor, at);
      break;
    default:
      break;
  }
  alarm.has_note = alarm.has_note || command.has_note;
}

}  // namespace

std::string_view to_string(State state) { return kStates.of(state); }
std::optional<State> parse_state(std::string_view text) { return kStates.find(text); }
std::string_view to_string(Outcome outcome) { return kOutcomes.of(outcome); }
std::optional<Outcome> parse_outcome(std::string_view text) { return kOutcomes.find(text); }
std::string_view to_string(Action action) { return kActions.of(action); }
std::optional<Action> parse_action(std::string_view text) { return kActions.find(text); }
std::string_view to_string(CommandRefusal refusal) { return kRefusals.of(refusal); }
std::string_view to_string(Step step) { return kSteps.of(step); }

std::uint8_t vkp_event(Step step) {
  const auto index = static_cast<std::size_t>(step);
  VARDE_ASSERT(index < kEventOf.size());
  return kEventOf[index];
}

std::optional<State> next_state(State state, Action action) {
  VARDE_ASSERT(static_cast<std::size_t>(state) < kStateCount);
  VARDE_ASSERT(static_cast<std::size_t>(action) < kActionCount);
  return kNext[static_cast<std::size_t>(state)][static_cast<std::size_t>(action)];
}

CommandRefusal apply(Alarm& alarm, const Command& command, Instant at, Step& step) {
  VARDE_ASSERT(command.alarm == alarm.id);
  VARDE_ASSERT(at >= alarm.changed_at);
  const Next next = next_state(alarm.state, command.action);
  if (!next) return CommandRefusal::wrong_state;
  if (const auto no = check_actor(alarm, command); no != CommandRefusal::none) return no;
  if (const auto no = check_content(alarm, command, at); no != CommandRefusal::none) return no;

  step = kStepOf[static_cast<std::size_t>(command.action)];
  if (command.action == Action::take && is_handler(alarm, command.actor)) {
    alarm.handler_seen_at = at;
    return CommandRefusal::none;
  }
  carry_out(alarm, command, at);
  alarm.state = *next;
  if (alarm.open() && alarm.state != State::resolved) alarm.outcome = Outcome::none;
  touch(alarm, at);
  VARDE_ASSERT(holds(alarm));
  return CommandRefusal::none;
}

void touch(Alarm& alarm, Instant at) {
  VARDE_ASSERT(at >= alarm.changed_at);
  alarm.changed_at = at;
  ++alarm.version;
}

bool holds(const Alarm& alarm) {
  switch (alarm.state) {
    case State::received:
    case State::waiting:
      return !alarm.handler && !alarm.closed_at;
    case State::closed:
      return alarm.handler && alarm.closed_at && alarm.outcome != Outcome::none &&
             alarm.seen_by_person;
    case State::resolved:
      return alarm.handler && !alarm.closed_at && alarm.outcome != Outcome::none;
    default:
      return alarm.handler && !alarm.closed_at && alarm.seen_by_person;
  }
}

bool note_required(const Alarm& alarm, Outcome outcome) {
  if (outcome == Outcome::other || outcome == Outcome::call_out || !alarm.understood) return true;
  const CodeInfo* info = find_code(alarm.code);
  const bool person = alarm.kind == SignalKind::alarm;
  return info != nullptr && info->note_required && (person || info->technical);
}

}  // namespace varde::alarm
