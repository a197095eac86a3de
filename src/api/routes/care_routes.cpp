#include <fmt/format.h>

#include "api/route.hpp"
#include "api/routes/alarm_query.hpp"
#include "api/routes/lists.hpp"
#include "api/views/make.hpp"
#include "api/views/texts.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kAlarmsOfPerson = 20;
constexpr std::size_t kShortestSearch = 2;
constexpr std::size_t kShortestReason = 3;

struct UserQuery {
  std::optional<std::string> q;
  std::optional<tenancy::Municipality> municipality;
  std::optional<std::string> cursor;
  std::optional<std::uint32_t> limit;

  static constexpr std::string_view kName = "ServiceUserQuery";
  static constexpr std::string_view kDoc = "Which persons.";
  static constexpr auto fields() {
    using Q = UserQuery;
    return std::tuple{field("q", &Q::q, "Beginnings of names; operators give 2 letters or more"),
                      field("municipality", &Q::municipality, "Only of this one"),
                      field("cursor", &Q::cursor, "next_cursor of the page before"),
                      field("limit", &Q::limit, "Rows, 1 to 200; 50 unless told")};
  }
};

void list_users(const CallPtr& call) {
  const auto query = call->query<UserQuery>();
  if (!query) return;
  access::UserFilter filter;
  filter.text = query->q.value_or("");
  if (query->municipality) filter.municipalities = access::Municipalities{*query->municipality};
  const bool browses = filter.text.size() < kShortestSearch;
  if (filter.text.size() > limits::kSearchBytes ||
      (browses && call->actor().role == tenancy::Role::operator_))
    return call->fail({ProblemKind::invalid,
                       "Give 2 to 100 letters of a name.",
                       {{"/query/q", "is too short or too long"}},
                       {}});
  call->handle().search(
      std::move(filter), page_request(query->cursor, query->limit),
      on_worker_or_fail<access::Page<access::UserBrief>>(call, [call](const auto& page) {
        const auto directory = call->services().lookups.directory(call->now());
        List<UserRow> view;
        for (const auto& brief : page.items)
          view.items.push_back(make_user_row(brief, *directory, call->now()));
        view.next_cursor = page.next_cursor;
        call->answer(view);
      }));
}

std::vector<DeviceView> devices_of(const Call& call, const care::ServiceUser& user,
                                   const Lookups::Directory& directory) {
  access::DeviceFilter filter;
  filter.user = user.id;
  const auto page = call.handle().devices(filter, {});
  std::vector<DeviceView> views;
  if (!page) return views;
  for (const auto& row : page->items) views.push_back(make_device_view(row, directory, user.name));
  return views;
}

void answer_with_user(const CallPtr& call, const care::ServiceUser& user) {
  auto& lookups = call->services().lookups;
  const auto directory = lookups.directory(call->now());
  ServiceUserView view = make_user_view(user, *directory, call->now());
  view.devices = devices_of(*call, user, *directory);
  access::AlarmFilter filter;
  filter.user = user.id;
  view.alarms = alarms_of(*call, filter, kAlarmsOfPerson);
  if (user.plan)
    view.plan =
        make_plan_view(*lookups.plan(user.plan, call->now()), nullptr, *directory, call->now());
  call->answer(view);
}

void show_user(const CallPtr& call) {
  const auto id = call->path_value<UserId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  call->handle().person(*id, std::nullopt, call->reason_stated(*id),
                        on_worker_or_fail<care::ServiceUser>(
                            call, [call](const auto& user) { answer_with_user(call, user); }));
}

void state_reason(const CallPtr& call) {
  const auto id = call->path_value<UserId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto request = call->body<ReasonRequest>();
  if (!request) return;
  const std::string reason = trimmed(request->reason);
  if (reason.size() < kShortestReason || reason.size() > limits::kReasonBytes)
    return call->fail({ProblemKind::invalid,
                       "Say why in 3 to 500 bytes.",
                       {{"/reason", "is too short or too long"}},
                       {}});
  call->handle().state_reason(*id, reason, on_worker_or_fail<Done>(call, [call, id](Done) {
    call->session()->state_reason(*id, call->now());
    call->reply(no_content());
  }));
}

AccessLine make_access_line(const access::AccessRow& row, const Lookups::Directory& directory) {
  AccessLine line;
  line.at = row.at;
  line.actor = {row.record.actor, directory.actor_name(row.record.actor), row.record.role};
  line.action = row.record.act;
  line.purpose = basis_text(row.record.basis, row.record.refusal);
  if (!row.reason.empty()) line.reason = row.reason;
  line.allowed = row.record.refusal == tenancy::Refusal::none;
  return line;
}

void show_access_log(const CallPtr& call) {
  const auto id = call->path_value<UserId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  call->handle().access_log(
      *id, on_worker_or_fail<std::vector<access::AccessRow>>(call, [call](const auto& rows) {
        const auto directory = call->services().lookups.directory(call->now());
        List<AccessLine> view;
        for (const auto& row : rows) view.items.push_back(make_access_line(row, *directory));
        call->answer(view);
      }));
}

}  // namespace

void add_care_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/service-users", "Find persons; the search is recorded",
                        Access::signed_in, Lane::worker, list_users}
                      .takes_query<UserQuery>()
                      .gives<List<UserRow>>()
                      .may_fail({ProblemKind::invalid}));
  table.push_back(Route{Method::get, "/service-users/{id}",
                        "A person's details; the look is recorded", Access::signed_in, Lane::worker,
                        show_user}
                      .path_is<UserId>()
                      .gives<ServiceUserView>()
                      .may_fail({ProblemKind::not_found, ProblemKind::reason_required}));
  table.push_back(Route{Method::post, "/service-users/{id}/access",
                        "State why the person is looked at: opens the person for 30 minutes",
                        Access::console, Lane::worker, state_reason}
                      .path_is<UserId>()
                      .takes<ReasonRequest>()
                      .gives_nothing()
                      .may_fail({ProblemKind::not_found, ProblemKind::invalid,
                                 ProblemKind::idempotency_conflict}));
  table.push_back(Route{Method::get, "/service-users/{id}/access-log",
                        "Who has looked at the person, newest first, at most 1,000",
                        Access::signed_in, Lane::worker, show_access_log}
                      .path_is<UserId>()
                      .gives<List<AccessLine>>()
                      .may_fail({ProblemKind::not_found}));
}

}  // namespace varde::api
