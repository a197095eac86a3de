#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/tenancy/municipality.hpp"

namespace varde::tenancy {

enum class Role : std::uint8_t {
  operator_,      ///< at the response centre: every municipality of the centre, a person's details
                  ///< while there is a need
  coordinator,    ///< in a municipality: its people and devices
  leader,         ///< numbers only
  administrator,  ///< accounts and settings; no persons
  sender,         ///< a machine that delivers signals
  integration,    ///< a machine that reads alarms, without persons
};
std::string_view to_string(Role role);
std::optional<Role> parse_role(std::string_view text);

/// Who is asking. `municipalities` is the scope: empty means none, never all.
struct Actor {
  ActorId id;
  std::string name;  ///< for the screen; never written to journal or log
  Role role = Role::operator_;
  std::vector<Municipality> municipalities;

  bool covers(Municipality m) const;
};

/// What is asked for. One entry per kind of read or write that a route can do.
enum class Act : std::uint8_t {
  list_alarms,
  view_alarm,  ///< without the person
  handle_alarm,
  deliver_signal,
  view_person,
  search_persons,
  view_device,
  view_municipality,
  view_figures,
  export_alarms,
  view_access_log,
  manage_outbox,
  view_cases,  ///< of steering: assumptions and results, no persons
  edit_case,
  decide_case,  ///< a decision (vedtak) freezes a version
  share_case,   ///< a link that opens without sign-in
};
std::string_view to_string(Act act);

/// Why a person's details are opened.
enum class Basis : std::uint8_t { none, open_alarm, stated_reason, own_municipality };
std::string_view to_string(Basis basis);

struct Request {
  Act act{};
  Municipality municipality;  ///< of the thing asked for; 0 when it spans several or is not known
  std::optional<UserId> person;  ///< when the act touches one person
};

/// What the policy needs to know about the world, looked up by the caller.
struct Facts {
  bool person_has_open_alarm = false;  ///< at this actor's centre
  bool reason_stated = false;  ///< by this actor, for this person, within the last 30 minutes
};

enum class Refusal : std::uint8_t { none, role, scope, reason_required };

struct Decision {
  Refusal refusal = Refusal::role;
  Basis basis = Basis::none;

  bool allowed() const { return refusal == Refusal::none; }
};

/// Deny by default: an act that no rule names for the role is refused.
Decision decide(const Actor& actor, const Request& request, const Facts& facts);

/// The record every decision about a person leaves, refusals too. Ids only; the stated reason is
/// kept beside the entry.
struct AccessRecord {
  ActorId actor;
  Role role = Role::operator_;
  Act act{};
  Municipality municipality;
  std::optional<UserId> person;
  std::optional<AlarmId> alarm;
  Basis basis = Basis::none;
  Refusal refusal = Refusal::none;
};

}  // namespace varde::tenancy
