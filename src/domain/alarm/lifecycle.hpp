#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/alarm/signal.hpp"
#include "domain/care/plan.hpp"
#include "domain/tenancy/municipality.hpp"

namespace varde::alarm {

/// `received` lasts only until the plan's first step is chosen, in the same moment; it is logged,
/// so that the road is whole.
enum class State : std::uint8_t {
  received,
  waiting,
  taken,
  calling,
  sent_to_responder,
  accepted_by_responder,
  on_site,
  resolved,
  closed,
};
std::string_view to_string(State state);
std::optional<State> parse_state(std::string_view text);

enum class Outcome : std::uint8_t {
  none,
  real_help,
  call_out,
  advice,
  false_alarm,
  test,
  technical,
  other
};
std::string_view to_string(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view text);

/// What a person can do with an alarm.
enum class Action : std::uint8_t {
  take,
  give_back,
  hand_over,
  calling,
  send_to,
  accepted,
  on_site,
  note,
  resolve,
  close,
  reopen,
};
std::string_view to_string(Action action);
std::optional<Action> parse_action(std::string_view text);

struct Responder {
  care::Target kind = care::Target::home_care_team;
  ContactId contact;
  friend bool operator==(const Responder&, const Responder&) = default;
};

/// One act of one person on one alarm. A note's words travel beside it
/// (engine::Submission::attachment).
struct Command {
  AlarmId alarm;
  ActorId actor;
  Action action = Action::take;
  std::optional<ActorId> to;           ///< hand_over
  std::optional<Responder> responder;  ///< send_to
  Outcome outcome = Outcome::none;     ///< resolve, close
  bool has_note = false;
};

/// An open or closed case: what the engine holds and what every read model is made from. Ids and
/// codes only.
struct Alarm {
  AlarmId id;                           ///< the ULID of the signal that opened it
  SignalKind kind = SignalKind::alarm;  ///< alarm or technical
  AlertCode code;
  std::string raw_code;
  Protocol protocol = Protocol::scaip;
  std::string address;
  std::optional<DeviceId> device;  ///< unset: unknown device
  std::optional<UserId> user;
  std::optional<HomeId> home;
  tenancy::Municipality municipality;  ///< 0 for an unknown device
  std::uint16_t location = 0;
  bool understood = true;
  Condition condition = Condition::none;

  State state = State::received;
  std::uint8_t priority = 3;  ///< 1 most urgent .. 5
  Instant received_at;
  Instant changed_at;
  Instant last_signal_at;
  std::uint32_t repeats = 0;        ///< signals after the first that joined
  std::optional<Instant> reset_at;  ///< the device withdrew it; a person still has to look

  std::optional<ActorId> handler;  ///< of a closed alarm: who closed it
  Instant handler_seen_at{};       ///< last sign of life from the handler's console
  std::optional<Instant> first_taken_at;
  std::optional<Responder> responder;
  bool seen_by_person = false;

  std::optional<PlanId> plan;  ///< unset: the default plan
  std::uint8_t step = 0;
  Instant step_started_at{};
  std::optional<Instant> step_deadline;
  std::uint16_t escalations = 0;

  Outcome outcome = Outcome::none;
  bool has_note = false;  ///< a note has been written at some time
  std::optional<Instant> closed_at;
  std::uint32_t version = 0;  ///< counts every change

  bool open() const { return state != State::closed; }
};

/// Why a command was not carried out; the alarm is unchanged.
enum class CommandRefusal : std::uint8_t {
  none,
  no_such_alarm,
  taken_by_other,  ///< Alarm::handler says who
  not_handler,     ///< only the handler may do this
  wrong_state,
  receiver_required,  ///< hand_over without `to`, or to oneself
  responder_required,
  outcome_required,
  note_required,
  too_late,  ///< reopen after limits::kReopenWindow
};
std::string_view to_string(CommandRefusal refusal);

/// One line of an alarm's log, with the matching code of vkp-composition-event-v090.
enum class Step : std::uint8_t {
  received,
  repeat,
  reset,
  waiting,
  taken,
  calling,
  sent_to_responder,
  accepted_by_responder,
  on_site,
  note,
  handed_over,
  given_back,
  handler_lost,
  escalated,
  resolved,
  closed,
  reopened,
};
std::string_view to_string(Step step);
/// 0 reported, 1 being handled, 3 acknowledged, 4 sent to responder, 5 accepted by responder, 6
/// cause, 7 measure, 8 call, 9 action or transfer, 10 other actor (the list has no 2).
std::uint8_t vkp_event(Step step);

/// Opens an alarm from its first signal. `plan` is the one in force (or the default).
Alarm open_alarm(const Signal& signal, Instant at);

/// The lifecycle as one table: the state `action` leads to, or nullopt where it is not allowed.
std::optional<State> next_state(State state, Action action);

/// Whether `command` may be carried out now, and if so the changed alarm. Pure; `alarm` is changed
/// only on success. On success `step` tells what is to be logged, and `version` has grown; a
/// handler who takes what is already theirs only gives a sign of life (same version, nothing to
/// log). The plan's clock is not touched: see routing.hpp.
CommandRefusal apply(Alarm& alarm, const Command& command, Instant at, Step& step);

/// Stamps a change that is not a command.
void touch(Alarm& alarm, Instant at);

/// What must hold of any alarm at any time: who has it, and when it was closed, go with its state.
bool holds(const Alarm& alarm);

/// Closing this alarm demands a note: the code says so, the outcome is "other" or "call_out", or it
/// was never understood.
bool note_required(const Alarm& alarm, Outcome outcome);

/// 1..5 from code, plan and repeats at the start; see raise_priority for age.
std::uint8_t initial_priority(AlertCode code, SignalKind kind, std::int8_t plan_shift,
                              bool understood);
/// One class more urgent, as far as the kind allows: a technical alarm never overtakes a person
/// (limit 3).
void raise_priority(Alarm& alarm);

}  // namespace varde::alarm
