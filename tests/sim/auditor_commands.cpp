// The model's half for what people do.
#include "auditor.hpp"
#include "base/limits.hpp"

namespace varde::sim {

using alarm::Action;

bool Auditor::must_refuse(const Case* c, const alarm::Command& command, Instant at) {
  if (c == nullptr) return true;
  if (command.action == Action::reopen) {
    return c->open || at > *c->closed_at + Duration(limits::kReopenWindow);
  }
  if (!c->open) return true;
  if (command.action == Action::take) return c->handler && *c->handler != command.actor;
  if (c->handler != command.actor) return command.action != Action::note;
  if (command.action == Action::hand_over) return !command.to || *command.to == command.actor;
  if (command.action == Action::send_to) return !command.responder;
  if (command.action != Action::close) return false;
  const bool wordless = !c->noted && !command.has_note;
  const bool words_demanded = command.outcome == alarm::Outcome::other ||
                              command.outcome == alarm::Outcome::call_out ||
                              (!c->understood && c->kind == alarm::SignalKind::alarm);
  return (command.outcome == alarm::Outcome::none && !c->has_outcome) ||
         (wordless && words_demanded);
}

// What nobody must be hindered in: taking what waits, and closing what one holds with all that can
// be asked for.
bool Auditor::must_accept(const Case* c, const alarm::Command& command) {
  if (c == nullptr || !c->open) return false;
  if (command.action == Action::take) return !c->handler;
  return command.action == Action::close && c->handler == command.actor && command.has_note &&
         command.outcome != alarm::Outcome::none;
}

void Auditor::command(const alarm::Command& command, const engine::Receipt& receipt, Instant at) {
  const auto found = cases_.find(command.alarm);
  Case* c = found == cases_.end() ? nullptr : &found->second;
  const bool accepted = receipt.status == engine::Receipt::Status::accepted;
  const std::string what =
      std::string(to_string(command.action)) + " on " + to_string(command.alarm);
  require(accepted || receipt.status == engine::Receipt::Status::refused,
          "a command is accepted or refused: " + what);
  require(accepted == (receipt.refusal == alarm::CommandRefusal::none),
          "a refusal has a reason: " + what);
  require(!accepted || !must_refuse(c, command, at), "accepted but not allowed: " + what);
  require(accepted || !must_accept(c, command), "refused but allowed: " + what);
  if (!accepted && c != nullptr && c->open && c->handler && command.action == Action::take) {
    require(receipt.current && receipt.current->handler == c->handler,
            "the second to claim is told who has it: " + what);
  }
  if (accepted) carried_out(*c, command, at);
  for (auto& [id, other] : cases_) {
    if (other.open && other.handler == command.actor) other.life_at_most = at;
  }
}

void Auditor::carried_out(Case& c, const alarm::Command& command, Instant at) {
  c.noted = c.noted || command.has_note;
  c.has_outcome = c.has_outcome || command.action == Action::resolve;
  if (command.action != Action::note) c.life_at_least = c.life_at_most = at;
  switch (command.action) {
    case Action::take:
      c.handler = command.actor;
      break;
    case Action::give_back:
      c.handler.reset();
      break;
    case Action::hand_over:
      c.handler = command.to;
      break;
    case Action::close:
      c.open = false;
      c.handler.reset();
      c.closed_at = at;
      break;
    case Action::reopen:
      catches_up(c, at);
      c.open = true;
      c.handler = command.actor;
      c.has_outcome = false;
      break;
    default:
      break;
  }
}

// While it was closed its device may have got another address, and its address a device.
void Auditor::catches_up(Case& c, Instant at) {
  for (const auto& [address, known] : devices_) {
    if (c.device ? known.device.id != *c.device : address != c.address) continue;
    if (!c.device) c.user = served(address, at);
    c.device = known.device.id;
    c.address = address;
    return;
  }
}

}  // namespace varde::sim
