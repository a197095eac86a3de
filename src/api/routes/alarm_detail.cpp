#include "api/routes/alarm_detail.hpp"

#include <algorithm>

#include "api/routes/lists.hpp"
#include "api/views/make.hpp"
#include "api/views/texts.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kEarlier = 20;
constexpr std::size_t kSameHome = 20;

std::vector<alarm::Alarm> others(const Call& call, const access::AlarmFilter& filter,
                                 std::size_t limit, const AlarmId& but) {
  auto page = call.handle().alarms(filter, {{}, limit + 1});
  if (!page) return {};
  std::erase_if(page->items, [&](const alarm::Alarm& a) { return a.id == but; });
  if (page->items.size() > limit) page->items.resize(limit);
  return std::move(page->items);
}

/// Of the same person, or of the device when no person is tied to it.
std::vector<alarm::Alarm> earlier(const Call& call, const alarm::Alarm& alarm) {
  if (!alarm.user && !alarm.device) return {};
  access::AlarmFilter filter;
  filter.user = alarm.user;
  if (!alarm.user) filter.device = alarm.device;
  return others(call, filter, kEarlier, alarm.id);
}

std::vector<alarm::Alarm> same_home(const Call& call, const alarm::Alarm& alarm) {
  if (!alarm.home) return {};
  access::AlarmFilter filter;
  filter.which = access::AlarmFilter::Which::open;
  filter.home = alarm.home;
  return others(call, filter, kSameHome, alarm.id);
}

void add_log(const Call& call, const alarm::Alarm& alarm, const Lookups::Directory& directory,
             AlarmDetail& detail) {
  const auto log = call.handle().alarm_log(alarm.id);
  if (!log) return;
  for (const auto& line : *log) {
    detail.log.push_back(make_log_line(line, directory));
    if (line.note.empty()) continue;
    if (line.step == alarm::Step::received && !detail.signal_text) detail.signal_text = line.note;
    const bool settles = line.step == alarm::Step::resolved || line.step == alarm::Step::closed;
    if (settles && alarm.outcome == alarm::Outcome::other) detail.alarm.outcome_text = line.note;
  }
}

void add_device(const Call& call, const alarm::Alarm& alarm, const Lookups::Directory& directory,
                AlarmDetail& detail) {
  if (!alarm.device) return;
  const auto row = call.handle().device(*alarm.device);
  if (!row) return;
  detail.device = make_device_view(*row, directory, std::nullopt);
  detail.device->placement = detail.alarm.location;
}

void add_teams(const alarm::Alarm& alarm, const Lookups::Directory& directory,
               AlarmDetail& detail) {
  const auto it = directory.municipalities.find(alarm.municipality);
  if (it == directory.municipalities.end()) return;
  for (const auto& team : it->second.teams)
    if (const auto kind = care::parse_target(team.kind))
      detail.responders.push_back({*kind, team.id, team.name, team.phone, std::nullopt});
}

void add_person(const Call& call, const care::ServiceUser& user, AlarmDetail& detail) {
  auto& lookups = call.services().lookups;
  const auto directory = lookups.directory(call.now());
  ServiceUserView person = make_user_view(user, *directory, call.now());
  if (user.plan)
    person.plan =
        make_plan_view(*lookups.plan(user.plan, call.now()), nullptr, *directory, call.now());
  if (detail.device) {
    detail.device->service_user_name = person.name;
    person.devices.push_back(*detail.device);
  }
  person.alarms = detail.earlier;
  for (const auto& c : user.contacts)
    if (const auto kind = care::parse_target(c.kind))
      detail.responders.push_back({*kind, c.id, c.name, c.phone, c.relation});
  if (person.phone) detail.call_target = CallTarget{person.name, "tel:" + *person.phone};
  detail.person = std::move(person);
}

Text why_withheld(access::Handle::Failure failure) {
  using enum access::Handle::Failure;
  switch (failure) {
    case reason_required:
      return {"Oppgi en grunn for å se personen", "State a reason to see the person"};
    case unavailable:
      return {"Oppslaget kunne ikke loggføres", "The look could not be recorded"};
    case forbidden:
    case not_found:
      break;
  }
  return {"Din rolle har ikke tilgang til personen", "Your role has no access to the person"};
}

/// What the device, the operators and the person said tells of the person, and goes with the right
/// to see them. A machine that reads alarms has it never.
void withhold_words(AlarmDetail& detail) {
  detail.signal_text.reset();
  detail.alarm.outcome_text.reset();
  for (auto& line : detail.log) line.note.reset();
}

/// The operators who may have the alarm.
std::vector<OperatorView> receivers(const Call& call, const alarm::Alarm& alarm) {
  auto all = operators(call);
  const auto directory = call.services().lookups.directory(call.now());
  std::erase_if(all, [&](const OperatorView& view) {
    return !call.services().gate.handle(directory->actors.at(view.id)).in_scope(alarm.municipality);
  });
  return all;
}

}  // namespace

void answer_with_detail(const CallPtr& call, const alarm::Alarm& alarm) {
  auto& lookups = call->services().lookups;
  const auto directory = lookups.directory(call->now());
  AlarmDetail detail;
  detail.alarm = make_alarm_view(alarm, lookups, call->now());
  add_log(*call, alarm, *directory, detail);
  add_device(*call, alarm, *directory, detail);
  add_teams(alarm, *directory, detail);
  detail.plan =
      make_plan_view(*lookups.plan(alarm.plan, call->now()), &alarm, *directory, call->now());
  detail.earlier = make_alarm_views(earlier(*call, alarm), lookups, call->now());
  detail.same_home = make_alarm_views(same_home(*call, alarm), lookups, call->now());
  detail.operators = receivers(*call, alarm);
  if (!alarm.user) {
    if (!call->session()) withhold_words(detail);
    return call->answer(detail);
  }
  call->handle().person(
      *alarm.user, alarm.id, call->reason_stated(*alarm.user),
      on_worker<care::ServiceUser>(
          call, [call, detail = std::move(detail)](
                    const access::Handle::Answer<care::ServiceUser>& person) mutable {
            if (person) {
              add_person(*call, *person, detail);
            } else {
              detail.person_withheld = why_withheld(person.error());
              withhold_words(detail);
            }
            call->answer(detail);
          }));
}

}  // namespace varde::api
