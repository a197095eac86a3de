#include "api/routes/lists.hpp"

#include <algorithm>

#include "api/views/make.hpp"

namespace varde::api {

std::vector<OperatorView> operators(const Call& call) {
  auto& services = call.services();
  const auto directory = services.lookups.directory(call.now());
  const auto online = services.feed.operators_online();
  std::vector<OperatorView> views;
  for (const auto& [id, actor] : directory->actors) {
    if (actor.role != tenancy::Role::operator_) continue;
    const bool is_online = std::find(online.begin(), online.end(), id) != online.end();
    views.push_back({id, actor.name, actor.role, is_online});
  }
  std::sort(views.begin(), views.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return views;
}

UserRow make_user_row(const access::UserBrief& brief, const Lookups::Directory& directory,
                      Instant now) {
  return {brief.id,   brief.name,         care::age_at(brief.born, now),
          brief.sex,  brief.municipality, directory.municipality_name(brief.municipality),
          brief.city, brief.open_alarms};
}

MunicipalityView make_municipality_view(const access::MunicipalityRow& row) {
  return {row.municipality, row.name,        row.inhabitants, row.users,
          row.devices,      row.open_alarms, row.lost_contact};
}

std::vector<AlarmView> alarms_of(const Call& call, const access::AlarmFilter& filter,
                                 std::size_t limit) {
  const auto page = call.handle().alarms(filter, {{}, limit});
  if (!page) return {};
  return make_alarm_views(page->items, call.services().lookups, call.now());
}

}  // namespace varde::api
