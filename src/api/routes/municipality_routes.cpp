#include <algorithm>

#include "api/route.hpp"
#include "api/routes/lists.hpp"
#include "api/views/make.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kOpenShown = 50;
constexpr int kOutboxPages = 5;

void list_municipalities(const CallPtr& call) {
  const auto rows = call->handle().municipalities();
  if (!rows) return call->fail(rows.error());
  Whole<MunicipalityView> view;
  for (const auto& row : *rows) view.items.push_back(make_municipality_view(row));
  call->answer(view);
}

/// Messages of one municipality among the first thousand.
std::uint32_t outbox_count(const Call& call, tenancy::Municipality m, bool dead) {
  std::uint32_t count = 0;
  access::PageRequest request{{}, limits::kPageRows};
  for (int i = 0; i < kOutboxPages; ++i) {
    const auto page = call.handle().outbox(dead, request);
    if (!page) break;
    for (const auto& row : page->items) count += row.municipality == m ? 1 : 0;
    if (!page->next_cursor) break;
    request.cursor = *page->next_cursor;
  }
  return count;
}

void add_teams(const access::MunicipalityRow& row, MunicipalityDetail& detail) {
  for (const auto& team : row.teams) {
    const TeamView view{team.id, team.name, team.phone};
    if (care::parse_target(team.kind) == care::Target::on_call) {
      detail.on_call = view;
    } else {
      detail.home_care_teams.push_back(view);
    }
  }
}

void show_municipality(const CallPtr& call) {
  using access::Handle;
  const auto number = call->path_value<tenancy::Municipality>();
  const auto rows = call->handle().municipalities();
  if (!rows) return call->fail(rows.error());
  const auto row = std::find_if(rows->begin(), rows->end(),
                                [&](const auto& r) { return r.municipality == number; });
  if (row == rows->end()) return call->fail(Handle::Failure::not_found);
  MunicipalityDetail detail;
  static_cast<MunicipalityView&>(detail) = make_municipality_view(*row);
  detail.organisation_number = row->organisation_number;
  detail.lat = row->latitude;
  detail.lon = row->longitude;
  add_teams(*row, detail);
  if (call->handle().outbox(false, {{}, 1}))
    detail.webhook =
        WebhookView{call->services().has_webhook(*number), outbox_count(*call, *number, false),
                    outbox_count(*call, *number, true)};
  access::AlarmFilter filter;
  filter.which = access::AlarmFilter::Which::open;
  filter.municipalities = access::Municipalities{*number};
  detail.open = alarms_of(*call, filter, kOpenShown);
  call->answer(detail);
}

}  // namespace

void add_municipality_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/municipalities", "The municipalities of the caller's scope",
                        Access::signed_in, Lane::worker, list_municipalities}
                      .gives<Whole<MunicipalityView>>());
  table.push_back(Route{Method::get, "/municipalities/{number}",
                        "A municipality and its open alarms", Access::signed_in, Lane::worker,
                        show_municipality}
                      .path_is<tenancy::Municipality>()
                      .gives<MunicipalityDetail>()
                      .may_fail({ProblemKind::not_found}));
}

}  // namespace varde::api
