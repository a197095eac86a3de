#pragma once

#include <functional>
#include <optional>
#include <string>

#include "access/records.hpp"
#include "domain/tenancy/access.hpp"
#include "engine/ports.hpp"

namespace varde::access {

/// Who asks, and for what purpose: made once per request, and the only way from a route to the
/// records. Every method asks tenancy::decide first; what touches a person is journalled (refusals
/// too) before anything is given out, so a look that cannot be recorded does not happen.
///
/// Reads of persons are asynchronous for that reason: `then` is called on the core thread once the
/// record is durable.
class Handle {
 public:
  Handle(tenancy::Actor actor, Records& records, engine::Inbox& inbox);

  const tenancy::Actor& actor() const { return actor_; }

  enum class Failure : std::uint8_t { forbidden, reason_required, not_found, unavailable };
  template <class T>
  using Answer = Result<T, Failure>;
  template <class T>
  using Then = std::function<void(Answer<T>)>;

  // Without persons: answered at once. Scoped to the actor's municipalities; what is outside is
  // "not found".
  Answer<Page<alarm::Alarm>> alarms(AlarmFilter filter, const PageRequest& page) const;
  /// The same rows for a file that leaves the console; a right of its own.
  Answer<Page<alarm::Alarm>> export_alarms(AlarmFilter filter, const PageRequest& page) const;
  /// `told`: see command().
  Answer<alarm::Alarm> alarm(const AlarmId& id,
                             const std::optional<alarm::Alarm>& told = std::nullopt) const;
  Answer<std::vector<LogLine>> alarm_log(const AlarmId& id) const;
  Answer<Page<DeviceRow>> devices(DeviceFilter filter, const PageRequest& page) const;
  Answer<DeviceRow> device(const DeviceId& id) const;
  Answer<std::vector<Assignment>> assignments(const DeviceId& id) const;
  Answer<care::ResponsePlan> plan(const PlanId& id) const;
  Answer<std::vector<MunicipalityRow>> municipalities() const;
  Answer<KeyFigures> key_figures(Instant from, Instant to, Instant now,
                                 std::optional<tenancy::Municipality> only) const;
  Answer<Page<OutboxRow>> outbox(bool dead, const PageRequest& page) const;
  Answer<Done> retry_outbox(std::uint64_t id, Instant now) const;
  /// Whether the policy allows an act that touches no person.
  bool may(tenancy::Act act) const { return decide(act).allowed(); }
  /// Sex and year of birth beside an alarm: enough to act on in a queue, too little to know who.
  /// Not recorded.
  std::optional<UserBrief> brief(const UserId& id) const;

  // Persons: recorded first.
  /// `alarm`, when given, is the case the person is opened from. `reason_stated` is what the
  /// session knows.
  void person(const UserId& id, std::optional<AlarmId> alarm, bool reason_stated,
              Then<care::ServiceUser> then) const;
  void search(UserFilter filter, const PageRequest& page, Then<Page<UserBrief>> then) const;
  void access_log(const UserId& id, Then<std::vector<AccessRow>> then) const;
  /// Records that the actor stated `reason` for looking at the person; refused for roles that have
  /// no such right.
  void state_reason(const UserId& id, std::string reason, Then<Done> then) const;

  /// Records a write that touches no person and is not kept in the journal itself (`what`: on
  /// what), refusals too; to be done when `then` says that the record is durable.
  void record(tenancy::Act act, std::string what, Then<Done> then) const;

  /// Carries out a command on an alarm of the actor's scope, in the actor's own name whatever the
  /// command says. `told` is the alarm as the caller was told of it live: it counts while the
  /// records are behind and have no such alarm, so that it can be taken all the same.
  void command(alarm::Command command, std::string note, const std::optional<alarm::Alarm>& told,
               Then<engine::Receipt> then) const;

  /// Whether the actor may see things of `m`. An alarm of an unknown device has no municipality:
  /// every operator sees it.
  bool in_scope(tenancy::Municipality m) const;

 private:
  tenancy::Decision decide(tenancy::Act act, tenancy::Municipality m = {}) const;
  Municipalities scope(const std::optional<Municipalities>& asked) const;
  Answer<Page<alarm::Alarm>> rows(tenancy::Act act, AlarmFilter filter,
                                  const PageRequest& page) const;
  std::optional<alarm::Alarm> latest(const AlarmId& id,
                                     const std::optional<alarm::Alarm>& told) const;
  std::optional<Failure> refuses(tenancy::Act act, tenancy::Municipality m) const;

  tenancy::Actor actor_;
  Records& records_;
  engine::Inbox& inbox_;
};

}  // namespace varde::access
