#include <algorithm>

#include "api/route.hpp"
#include "api/routes/lists.hpp"
#include "api/views/make.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kHits = 10;

struct SearchQuery {
  std::optional<std::string> q;

  static constexpr std::string_view kName = "SearchQuery";
  static constexpr std::string_view kDoc = "What to look for.";
  static constexpr auto fields() {
    return std::tuple{
        field("q", &SearchQuery::q, "An id, or 2 to 100 letters of a name, address or model")};
  }
};

struct SearchResult {
  std::vector<AlarmView> alarms;
  std::vector<UserRow> service_users;
  std::vector<DeviceView> devices;
  std::vector<MunicipalityView> municipalities;

  static constexpr std::string_view kName = "SearchResult";
  static constexpr std::string_view kDoc = "At most 10 of each kind, as far as the caller may see.";
  static constexpr auto fields() {
    using S = SearchResult;
    return std::tuple{field("alarms", &S::alarms, "With the id, or of the device found"),
                      field("service_users", &S::service_users, "By name"),
                      field("devices", &S::devices, "By address or model"),
                      field("municipalities", &S::municipalities, "By name or number")};
  }
};

void find_devices(const Call& call, const std::string& text, SearchResult& result) {
  access::DeviceFilter filter;
  filter.text = text;
  const auto page = call.handle().devices(filter, {{}, kHits});
  if (!page) return;
  const auto directory = call.services().lookups.directory(call.now());
  for (const auto& row : page->items)
    result.devices.push_back(make_device_view(row, *directory, std::nullopt));
}

void find_alarms(const Call& call, const std::string& text, SearchResult& result) {
  if (const auto id = parse_ulid(text)) {
    if (const auto alarm = call.handle().alarm(AlarmId{*id}))
      result.alarms.push_back(make_alarm_view(*alarm, call.services().lookups, call.now()));
  } else if (result.devices.size() == 1) {
    access::AlarmFilter filter;
    filter.device = result.devices.front().id;
    result.alarms = alarms_of(call, filter, kHits);
  }
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

void find_municipalities(const Call& call, const std::string& text, SearchResult& result) {
  const auto rows = call.handle().municipalities();
  if (!rows) return;
  const std::string wanted = lower_case(text);
  for (const auto& row : *rows) {
    const bool named = lower_case(row.name).find(wanted) != std::string::npos;
    if (result.municipalities.size() < kHits && (named || to_string(row.municipality) == text))
      result.municipalities.push_back(make_municipality_view(row));
  }
}

/// A role that may not look for persons gets the rest.
void answer_with_users(const CallPtr& call, SearchResult result,
                       const access::Handle::Answer<access::Page<access::UserBrief>>& page) {
  if (!page && page.error() == access::Handle::Failure::unavailable)
    return call->fail(page.error());
  if (page) {
    const auto directory = call->services().lookups.directory(call->now());
    for (const auto& brief : page->items)
      result.service_users.push_back(make_user_row(brief, *directory, call->now()));
  }
  call->answer(result);
}

void search(const CallPtr& call) {
  const auto query = call->query<SearchQuery>();
  if (!query) return;
  const std::string text = query->q.value_or("");
  if (text.size() < kShortest || text.size() > limits::kSearchBytes)
    return call->fail({ProblemKind::invalid,
                       "Give 2 to 100 letters.",
                       {{"/query/q", "is too short or too long"}},
                       {}});
  SearchResult result;
  find_devices(*call, text, result);
  find_alarms(*call, text, result);
  find_municipalities(*call, text, result);
  call->handle().search({text, std::nullopt}, {{}, kHits},
                        on_worker<access::Page<access::UserBrief>>(
                            call, [call, result = std::move(result)](const auto& page) mutable {
                              answer_with_users(call, std::move(result), page);
                            }));
}

void list_operators(const CallPtr& call) {
  const auto role = call->actor().role;
  if (role != tenancy::Role::operator_ && role != tenancy::Role::administrator)
    return call->fail(access::Handle::Failure::forbidden);
  call->answer(Whole<OperatorView>{operators(*call)});
}

}  // namespace

void add_search_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/search", "Find alarms, persons, devices and municipalities",
                        Access::signed_in, Lane::worker, search}
                      .takes_query<SearchQuery>()
                      .gives<SearchResult>()
                      .may_fail({ProblemKind::invalid}));
  table.push_back(Route{Method::get, "/operators", "Who works at the centre, and who is there now",
                        Access::signed_in, Lane::worker, list_operators}
                      .gives<Whole<OperatorView>>());
}

}  // namespace varde::api
