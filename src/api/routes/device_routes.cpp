#include "api/route.hpp"
#include "api/routes/alarm_query.hpp"
#include "api/routes/device_status.hpp"
#include "api/routes/lists.hpp"
#include "api/views/make.hpp"
#include "api/views/texts.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kAlarmsOfDevice = 20;

struct DeviceQuery {
  std::optional<std::string> q;
  std::optional<tenancy::Municipality> municipality;
  std::optional<DeviceStatus> status;
  std::optional<std::string> cursor;
  std::optional<std::uint32_t> limit;

  static constexpr std::string_view kName = "DeviceQuery";
  static constexpr std::string_view kDoc = "Which devices.";
  static constexpr auto fields() {
    using Q = DeviceQuery;
    return std::tuple{field("q", &Q::q, "Part of the address or model"),
                      field("municipality", &Q::municipality, "Only of this one"),
                      field("status", &Q::status, "How the device is"),
                      field("cursor", &Q::cursor, "next_cursor of the page before"),
                      field("limit", &Q::limit, "Rows, 1 to 200; 50 unless told")};
  }
};

void list_devices(const CallPtr& call) {
  const auto query = call->query<DeviceQuery>();
  if (!query) return;
  access::DeviceFilter filter;
  filter.text = query->q.value_or("").substr(0, limits::kSearchBytes);
  filter.condition = condition_of(query->status.value_or(DeviceStatus::all));
  if (query->municipality) filter.municipalities = access::Municipalities{*query->municipality};
  const auto page = call->handle().devices(filter, page_request(query->cursor, query->limit));
  if (!page) return call->fail(page.error());
  const auto directory = call->services().lookups.directory(call->now());
  List<DeviceView> view;
  for (const auto& row : page->items)
    view.items.push_back(make_device_view(row, *directory, std::nullopt));
  view.next_cursor = page->next_cursor;
  call->answer(view);
}

/// Where its alarms come from, as the latest one that says.
std::optional<Text> placement(const DeviceDetail& detail) {
  for (const auto& alarm : detail.alarms)
    if (alarm.location) return alarm.location;
  return std::nullopt;
}

void show_device(const CallPtr& call) {
  const auto id = call->path_value<DeviceId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto row = call->handle().device(*id);
  if (!row) return call->fail(row.error());
  DeviceDetail detail;
  detail.device =
      make_device_view(*row, *call->services().lookups.directory(call->now()), std::nullopt);
  if (const auto periods = call->handle().assignments(*id))
    for (const auto& p : *periods) detail.assignments.push_back({p.user, p.from, p.to});
  access::AlarmFilter filter;
  filter.device = *id;
  detail.alarms = alarms_of(*call, filter, kAlarmsOfDevice);
  detail.device.placement = placement(detail);
  call->answer(detail);
}

}  // namespace

void add_device_routes(RouteTable& table) {
  table.push_back(
      Route{Method::get, "/devices", "List devices", Access::signed_in, Lane::worker, list_devices}
          .takes_query<DeviceQuery>()
          .gives<List<DeviceView>>()
          .may_fail({ProblemKind::invalid}));
  table.push_back(Route{Method::get, "/devices/{id}", "A device, who has had it, what came from it",
                        Access::signed_in, Lane::worker, show_device}
                      .path_is<DeviceId>()
                      .gives<DeviceDetail>()
                      .may_fail({ProblemKind::not_found}));
}

}  // namespace varde::api
