#include <algorithm>

#include <fmt/format.h>

#include "api/route.hpp"
#include "api/views/make.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

using alarm::Action;
using alarm::CommandRefusal;

/// The outcome's own text and the note are both the operator's words; they are kept as one.
std::string words_of(const ActionRequest& request) {
  std::string words = trimmed(request.outcome_text.value_or(""));
  const std::string note = trimmed(request.note.value_or(""));
  if (!words.empty() && !note.empty()) words += "\n";
  return words + note;
}

/// What the rules cannot know: that the receiver is an operator who may have the alarm. In the
/// hands of one who does not see it, nobody would act on it.
bool may_receive(const Call& call, const ActorId& to, const AlarmId& id) {
  const auto directory = call.services().lookups.directory(call.now());
  const auto it = directory->actors.find(to);
  if (it == directory->actors.end() || it->second.role != tenancy::Role::operator_) return false;
  return call.services().gate.handle(it->second).alarm(id, call.services().feed.latest(id)).ok();
}

std::vector<Problem::Item> faults(const Call& call, const AlarmId& id, const ActionRequest& request,
                                  const std::string& words) {
  std::vector<Problem::Item> errors;
  if (words.size() > limits::kNoteBytes)
    errors.push_back({"/note", fmt::format("may have {} bytes", limits::kNoteBytes)});
  if (request.action == Action::hand_over && request.to && !may_receive(call, *request.to, id))
    errors.push_back({"/to", "is no operator who sees this alarm"});
  if (request.responder && request.responder->kind == care::Target::response_centre)
    errors.push_back({"/responder/kind", "cannot be sent"});
  return errors;
}

alarm::Command command_of(const AlarmId& id, const ActionRequest& request) {
  alarm::Command command;
  command.alarm = id;
  command.action = request.action;
  command.to = request.to;
  if (request.responder)
    command.responder = alarm::Responder{request.responder->kind, request.responder->id};
  command.outcome = request.outcome.value_or(alarm::Outcome::none);
  return command;
}

Problem problem_of(CommandRefusal refusal) {
  switch (refusal) {
    case CommandRefusal::no_such_alarm:
      return {ProblemKind::not_found, "The alarm is closed and can no longer be changed.", {}, {}};
    case CommandRefusal::taken_by_other:
      return {ProblemKind::alarm_taken, "Somebody else has the alarm.", {}, {}};
    case CommandRefusal::not_handler:
      return {ProblemKind::wrong_state, "Take the alarm first.", {}, {}};
    case CommandRefusal::receiver_required:
      return {ProblemKind::invalid, "Say who takes over.", {{"/to", "must be a colleague"}}, {}};
    case CommandRefusal::responder_required:
      return {ProblemKind::invalid, "Say who is sent.", {{"/responder", "is required"}}, {}};
    case CommandRefusal::outcome_required:
      return {ProblemKind::outcome_required,
              "Say what it turned out to be.",
              {{"/outcome", "is required"}},
              {}};
    case CommandRefusal::note_required:
      return {ProblemKind::note_required, "Write a note first.", {{"/note", "is required"}}, {}};
    case CommandRefusal::too_late:
      return {
          ProblemKind::wrong_state, "A closed alarm can be reopened within 10 minutes.", {}, {}};
    case CommandRefusal::none:
    case CommandRefusal::wrong_state:
      break;
  }
  return {ProblemKind::wrong_state, "The alarm is in another state now.", {}, {}};
}

void refuse(const CallPtr& call, const engine::Receipt& receipt) {
  Problem problem = problem_of(receipt.refusal);
  if (receipt.current) {
    const auto view = make_alarm_view(*receipt.current, call->services().lookups, call->now());
    if (view.handler) problem.members.emplace_back("handler", to_json_text(*view.handler));
    problem.members.emplace_back("state", to_json_text(view.state));
  }
  call->fail(problem);
}

void act(const CallPtr& call) {
  const auto id = call->path_value<AlarmId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto request = call->body<ActionRequest>();
  if (!request) return;
  std::string words = words_of(*request);
  auto errors = faults(*call, *id, *request, words);
  if (!errors.empty())
    return call->fail({ProblemKind::invalid, "Fields are wrong.", std::move(errors), {}});
  call->handle().command(
      command_of(*id, *request), std::move(words), call->services().feed.latest(*id),
      on_worker_or_fail<engine::Receipt>(call, [call](const engine::Receipt& receipt) {
        if (receipt.refusal != CommandRefusal::none || !receipt.current)
          return refuse(call, receipt);
        call->answer(
            ActionResult{make_alarm_view(*receipt.current, call->services().lookups, call->now())});
      }));
}

}  // namespace

void add_alarm_actions(RouteTable& table) {
  table.push_back(
      Route{Method::post, "/alarms/{id}/actions", "Take an alarm, say what is done, close it",
            Access::signed_in, Lane::worker, act}
          .path_is<AlarmId>()
          .takes<ActionRequest>()
          .gives<ActionResult>()
          .may_fail({ProblemKind::not_found, ProblemKind::alarm_taken, ProblemKind::wrong_state,
                     ProblemKind::outcome_required, ProblemKind::note_required,
                     ProblemKind::invalid, ProblemKind::idempotency_conflict}));
}

}  // namespace varde::api
