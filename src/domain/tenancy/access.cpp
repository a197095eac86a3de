#include "domain/tenancy/access.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace varde::tenancy {
namespace {

constexpr auto kRoles =
    make_names<Role>("operator", "coordinator", "leader", "administrator", "sender", "integration");
constexpr auto kActs = make_names<Act>(
    "list_alarms", "view_alarm", "handle_alarm", "deliver_signal", "view_person", "search_persons",
    "view_device", "view_municipality", "view_figures", "export_alarms", "view_access_log",
    "manage_outbox", "view_cases", "edit_case", "decide_case", "share_case");
constexpr auto kBases =
    make_names<Basis>("none", "open_alarm", "stated_reason", "own_municipality");

/// How far a role's right to an act reaches.
enum class Reach : std::uint8_t {
  none,
  own,             ///< the actor's municipalities
  own_or_unknown,  ///< and what no municipality is known for: an unknown device's alarm
  own_if_needed,   ///< the actor's municipalities, with an open alarm or a stated reason
};

/// Everything that is not named here is refused.
Reach reach(Role role, Act act) {
  using enum Act;
  switch (role) {
    case Role::operator_:
      if (act == list_alarms || act == view_alarm || act == handle_alarm)
        return Reach::own_or_unknown;
      if (act == view_person) return Reach::own_if_needed;
      if (act == search_persons || act == view_device || act == view_municipality ||
          act == view_figures || act == export_alarms)
        return Reach::own;
      return Reach::none;
    case Role::coordinator:
      if (act == list_alarms || act == view_alarm || act == view_person || act == search_persons ||
          act == view_device || act == view_municipality || act == view_figures ||
          act == export_alarms || act == view_access_log || act == view_cases)
        return Reach::own;
      return Reach::none;
    case Role::leader:
      if (act == view_municipality || act == view_figures || act == manage_outbox ||
          act == view_cases || act == edit_case || act == decide_case || act == share_case)
        return Reach::own;
      return Reach::none;
    case Role::administrator:
      if (act == manage_outbox || act == view_municipality || act == view_device ||
          act == view_access_log)
        return Reach::own;
      return Reach::none;
    case Role::sender:
      return act == deliver_signal ? Reach::own : Reach::none;
    case Role::integration:
      return act == list_alarms || act == view_alarm ? Reach::own : Reach::none;
  }
  return Reach::none;
}

/// Acts on one thing that always has a municipality, so that 0 means "not known" and not "several".
bool names_one_thing(Act act) {
  return act == Act::view_alarm || act == Act::handle_alarm || act == Act::view_person ||
         act == Act::view_access_log;
}

bool in_scope(const Actor& actor, const Request& request, Reach reach) {
  if (request.municipality.known()) return actor.covers(request.municipality);
  return !names_one_thing(request.act) || reach == Reach::own_or_unknown;
}

}  // namespace

std::string_view to_string(Role role) { return kRoles.of(role); }
std::optional<Role> parse_role(std::string_view text) { return kRoles.find(text); }
std::string_view to_string(Act act) { return kActs.of(act); }
std::string_view to_string(Basis basis) { return kBases.of(basis); }

bool Actor::covers(Municipality m) const {
  return std::find(municipalities.begin(), municipalities.end(), m) != municipalities.end();
}

Decision decide(const Actor& actor, const Request& request, const Facts& facts) {
  const Reach right = reach(actor.role, request.act);
  if (right == Reach::none) return {Refusal::role, Basis::none};
  if (!in_scope(actor, request, right)) return {Refusal::scope, Basis::none};
  if (right == Reach::own_if_needed) {
    if (facts.person_has_open_alarm) return {Refusal::none, Basis::open_alarm};
    if (facts.reason_stated) return {Refusal::none, Basis::stated_reason};
    return {Refusal::reason_required, Basis::none};
  }
  const bool touches_person =
      request.act == Act::view_person || request.act == Act::view_access_log;
  return {Refusal::none, touches_person ? Basis::own_municipality : Basis::none};
}

}  // namespace varde::tenancy
