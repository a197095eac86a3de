#include "access/handle.hpp"

#include <algorithm>

namespace varde::access {
namespace {

using tenancy::Act;
using tenancy::Municipality;
using tenancy::Refusal;
using Failure = Handle::Failure;

/// What lies outside the scope does not exist for the one who asks.
Failure failure_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::scope:
      return Failure::not_found;
    case Refusal::reason_required:
      return Failure::reason_required;
    case Refusal::none:
    case Refusal::role:
      break;
  }
  return Failure::forbidden;
}

tenancy::AccessRecord record_of(const tenancy::Actor& actor, const tenancy::Request& request,
                                const tenancy::Decision& decision) {
  return {.actor = actor.id,
          .role = actor.role,
          .act = request.act,
          .municipality = request.municipality,
          .person = request.person,
          .alarm = std::nullopt,
          .basis = decision.basis,
          .refusal = decision.refusal};
}

/// Journals `record`; then gives `answer` out if the record is durable, and a refusal in any case.
template <class T>
void record_then_answer(engine::Inbox& inbox, tenancy::AccessRecord record, std::string words,
                        T answer, Handle::Then<T> then) {
  const Refusal refusal = record.refusal;
  inbox.submit({std::move(record), std::move(words)},
               [refusal, answer = std::move(answer),
                then = std::move(then)](const engine::Inbox::Outcome& outcome) mutable {
                 if (refusal != Refusal::none) return then(failure_of(refusal));
                 if (!outcome.ok()) return then(Failure::unavailable);
                 then(std::move(answer));
               });
}

template <class T>
Handle::Answer<T> found(std::optional<T> value) {
  if (!value) return Failure::not_found;
  return std::move(*value);
}

}  // namespace

Handle::Handle(tenancy::Actor actor, Records& records, engine::Inbox& inbox)
    : actor_(std::move(actor)), records_(records), inbox_(inbox) {}

bool Handle::in_scope(Municipality m) const {
  if (!m.known()) return actor_.role == tenancy::Role::operator_;
  return actor_.covers(m);
}

tenancy::Decision Handle::decide(Act act, Municipality m) const {
  return tenancy::decide(actor_, {.act = act, .municipality = m, .person = std::nullopt}, {});
}

/// Why a thing of `m` may not be had; nullopt when it may. For things that touch no person.
std::optional<Failure> Handle::refuses(Act act, Municipality m) const {
  const auto decision = decide(act, m);
  if (!decision.allowed()) return failure_of(decision.refusal);
  if (!in_scope(m)) return Failure::not_found;
  return std::nullopt;
}

/// The municipalities asked for that the actor may see; all of the actor's when none are named.
Municipalities Handle::scope(const std::optional<Municipalities>& asked) const {
  Municipalities allowed = actor_.municipalities;
  if (in_scope(Municipality{})) allowed.push_back(Municipality{});
  if (!asked) return allowed;
  std::erase_if(allowed, [&](Municipality m) {
    return std::find(asked->begin(), asked->end(), m) == asked->end();
  });
  return allowed;
}

Handle::Answer<Page<alarm::Alarm>> Handle::rows(Act act, AlarmFilter filter,
                                                const PageRequest& page) const {
  const auto decision = decide(act);
  if (!decision.allowed()) return failure_of(decision.refusal);
  filter.municipalities = scope(filter.municipalities);
  return records_.alarms(filter, page);
}

Handle::Answer<Page<alarm::Alarm>> Handle::alarms(AlarmFilter filter,
                                                  const PageRequest& page) const {
  return rows(Act::list_alarms, std::move(filter), page);
}

Handle::Answer<Page<alarm::Alarm>> Handle::export_alarms(AlarmFilter filter,
                                                         const PageRequest& page) const {
  return rows(Act::export_alarms, std::move(filter), page);
}

std::optional<alarm::Alarm> Handle::latest(const AlarmId& id,
                                           const std::optional<alarm::Alarm>& told) const {
  auto kept = records_.alarm(id);
  const bool only_told = !kept && told && told->id == id;
  return only_told ? told : kept;
}

Handle::Answer<alarm::Alarm> Handle::alarm(const AlarmId& id,
                                           const std::optional<alarm::Alarm>& told) const {
  auto alarm = latest(id, told);
  const auto failure = refuses(Act::view_alarm, alarm ? alarm->municipality : Municipality{});
  if (failure) return *failure;
  return found(std::move(alarm));
}

Handle::Answer<std::vector<LogLine>> Handle::alarm_log(const AlarmId& id) const {
  const auto alarm = this->alarm(id);
  if (!alarm) return alarm.error();
  return records_.alarm_log(id);
}

Handle::Answer<Page<DeviceRow>> Handle::devices(DeviceFilter filter,
                                                const PageRequest& page) const {
  const auto decision = decide(Act::view_device);
  if (!decision.allowed()) return failure_of(decision.refusal);
  filter.municipalities = scope(filter.municipalities);
  return records_.devices(filter, page);
}

Handle::Answer<DeviceRow> Handle::device(const DeviceId& id) const {
  auto row = records_.device(id);
  const auto failure = refuses(Act::view_device, row ? row->device.municipality : Municipality{});
  if (failure) return *failure;
  return found(std::move(row));
}

Handle::Answer<std::vector<Assignment>> Handle::assignments(const DeviceId& id) const {
  const auto row = device(id);
  if (!row) return row.error();
  return records_.assignments(id);
}

Handle::Answer<care::ResponsePlan> Handle::plan(const PlanId& id) const {
  const auto decision = decide(Act::list_alarms);
  if (!decision.allowed()) return failure_of(decision.refusal);
  return found(records_.plan(id));
}

Handle::Answer<std::vector<MunicipalityRow>> Handle::municipalities() const {
  const auto decision = decide(Act::view_municipality);
  if (!decision.allowed()) return failure_of(decision.refusal);
  auto rows = records_.municipalities();
  std::erase_if(rows, [&](const MunicipalityRow& row) { return !actor_.covers(row.municipality); });
  return rows;
}

Handle::Answer<KeyFigures> Handle::key_figures(Instant from, Instant to, Instant now,
                                               std::optional<Municipality> only) const {
  const auto decision = decide(Act::view_figures, only.value_or(Municipality{}));
  if (!decision.allowed()) return failure_of(decision.refusal);
  if (only && !in_scope(*only)) return Failure::not_found;
  std::optional<Municipalities> asked;
  if (only) asked = Municipalities{*only};
  return records_.key_figures(from, to, now, scope(asked));
}

Handle::Answer<Page<OutboxRow>> Handle::outbox(bool dead, const PageRequest& page) const {
  const auto decision = decide(Act::manage_outbox);
  if (!decision.allowed()) return failure_of(decision.refusal);
  return records_.outbox(dead, actor_.municipalities, page);
}

Handle::Answer<Done> Handle::retry_outbox(std::uint64_t id, Instant now) const {
  const auto decision = decide(Act::manage_outbox);
  if (!decision.allowed()) return failure_of(decision.refusal);
  if (!records_.retry_outbox(id, actor_.municipalities, now)) return Failure::not_found;
  return Done{};
}

std::optional<UserBrief> Handle::brief(const UserId& id) const {
  auto brief = records_.user_brief(id);
  if (!brief || refuses(Act::view_alarm, brief->municipality)) return std::nullopt;
  return brief;
}

void Handle::person(const UserId& id, std::optional<AlarmId> alarm, bool reason_stated,
                    Then<care::ServiceUser> then) const {
  auto user = records_.user(id);
  if (!user) return then(Failure::not_found);
  AlarmFilter open_ones;
  open_ones.which = AlarmFilter::Which::open;
  open_ones.user = id;
  const bool has_open = !records_.alarms(open_ones, {.cursor = {}, .limit = 1}).items.empty();
  const tenancy::Request request{Act::view_person, user->municipality, id};
  const auto decision = tenancy::decide(
      actor_, request, {.person_has_open_alarm = has_open, .reason_stated = reason_stated});
  auto record = record_of(actor_, request, decision);
  record.alarm = alarm;
  record_then_answer(inbox_, std::move(record), {}, std::move(*user), std::move(then));
}

void Handle::search(UserFilter filter, const PageRequest& page, Then<Page<UserBrief>> then) const {
  const bool one = filter.municipalities && filter.municipalities->size() == 1;
  const tenancy::Request request{
      Act::search_persons, one ? filter.municipalities->front() : Municipality{}, std::nullopt};
  const auto decision = tenancy::decide(actor_, request, {});
  filter.municipalities = scope(filter.municipalities);
  auto rows = decision.allowed() ? records_.users(filter, page) : Page<UserBrief>{};
  record_then_answer(inbox_, record_of(actor_, request, decision), std::move(filter.text),
                     std::move(rows), std::move(then));
}

void Handle::access_log(const UserId& id, Then<std::vector<AccessRow>> then) const {
  const auto brief = records_.user_brief(id);
  if (!brief) return then(Failure::not_found);
  const tenancy::Request request{Act::view_access_log, brief->municipality, id};
  const auto decision = tenancy::decide(actor_, request, {});
  auto rows = decision.allowed() ? records_.access_log(id) : std::vector<AccessRow>{};
  record_then_answer(inbox_, record_of(actor_, request, decision), {}, std::move(rows),
                     std::move(then));
}

void Handle::state_reason(const UserId& id, std::string reason, Then<Done> then) const {
  const auto brief = records_.user_brief(id);
  if (!brief) return then(Failure::not_found);
  const tenancy::Request request{Act::view_person, brief->municipality, id};
  const auto decision =
      tenancy::decide(actor_, request, {.person_has_open_alarm = false, .reason_stated = true});
  record_then_answer(inbox_, record_of(actor_, request, decision), std::move(reason), Done{},
                     std::move(then));
}

void Handle::record(Act act, std::string what, Then<Done> then) const {
  const tenancy::Request request{act, {}, std::nullopt};
  const auto decision = tenancy::decide(actor_, request, {});
  record_then_answer(inbox_, record_of(actor_, request, decision), std::move(what), Done{},
                     std::move(then));
}

void Handle::command(alarm::Command command, std::string note,
                     const std::optional<alarm::Alarm>& told, Then<engine::Receipt> then) const {
  const auto alarm = latest(command.alarm, told);
  if (!alarm) return then(Failure::not_found);
  if (const auto failure = refuses(Act::handle_alarm, alarm->municipality)) return then(*failure);
  command.actor = actor_.id;
  command.has_note = !note.empty();
  inbox_.submit({std::move(command), std::move(note)},
                [then = std::move(then)](const engine::Inbox::Outcome& outcome) {
                  if (!outcome.ok()) return then(Failure::unavailable);
                  then(*outcome);
                });
}

}  // namespace varde::access
