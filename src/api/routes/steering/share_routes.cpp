#include "api/route.hpp"
#include "api/routes/steering/make.hpp"
#include "api/views/share_view.hpp"
#include "api/views/steering_requests.hpp"

namespace varde::api {
namespace {

using steering::ShareId;
using steering::VersionId;
using tenancy::Act;

constexpr std::size_t kTokenBytes = 100;

ShareView make_share(const Call& call, const steering::Share& share) {
  const auto directory = call.services().lookups.directory(call.now());
  return {share.id,      {share.by, directory->actor_name(share.by)},
          share.at,      share.until,
          share.revoked, share.opens(call.now()),
          std::nullopt};
}

void list_shares(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  answer_or_fail(call, call->desk().shares(*id), [&](const auto& shares) {
    Whole<ShareView> view;
    for (const auto& share : shares) view.items.push_back(make_share(*call, share));
    return view;
  });
}

void make_link(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto request = call->body<ShareRequest>();
  if (!request) return;
  recorded(call, Act::share_case, "link to version " + to_string(*id),
           [call, id, request](const auto& permit) {
             answer_or_fail(
                 call, call->desk().share(permit, *id, request->until, call->now()),
                 [&](const auto& made) {
                   auto view = make_share(*call, made.first);
                   view.token = made.second;
                   return view;
                 },
                 201);
           });
}

void revoke_link(const CallPtr& call) {
  const auto id = call->path_value<ShareId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  recorded(call, Act::share_case, "revoked link " + to_string(*id), [call, id](const auto& permit) {
    const auto done = call->desk().revoke(permit, *id, call->now());
    if (!done) return call->fail(done.error());
    call->reply(no_content());
  });
}

void show_shared(const CallPtr& call) {
  const auto token = call->path_value<std::string>().value_or("");
  const auto& office = call->services().steering;
  const auto shared =
      token.size() > kTokenBytes ? std::nullopt : steering::open_share(office, token, call->now());
  if (!shared)
    return call->fail(ProblemKind::not_found,
                      "The link is not right, has ended or was taken back.");
  const auto directory = call->services().lookups.directory(call->now());
  const auto row = make_case(*call, shared->of, *directory);
  SharedView view;
  view.kind = row.kind;
  view.title = row.title;
  view.name = row.name;
  view.number = shared->version.number;
  view.at = shared->version.at;
  view.decision = make_version(shared->version, *directory).decision;
  // Who entered it is nobody else's business.
  if (view.decision) view.decision->by = {};
  view.until = shared->share.until;
  for (const auto& one : shared->results) {
    SharedResultView result{one.run.kind, one.run.parameters, std::nullopt};
    if (one.json) result.result = RawJson{*one.json};
    view.results.push_back(std::move(result));
  }
  call->answer(view);
}

}  // namespace

void add_share_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/versions/{id}/shares", "Links to a version",
                        Access::signed_in, Lane::worker, list_shares}
                      .path_is<VersionId>()
                      .gives<Whole<ShareView>>()
                      .may_fail({ProblemKind::not_found}));
  table.push_back(Route{Method::post, "/versions/{id}/shares",
                        "Make a link that opens the version's results without sign-in",
                        Access::signed_in, Lane::worker, make_link}
                      .path_is<VersionId>()
                      .takes<ShareRequest>()
                      .gives<ShareView>(201)
                      .may_fail({ProblemKind::not_found, ProblemKind::invalid,
                                 ProblemKind::too_many, ProblemKind::idempotency_conflict}));
  table.push_back(Route{Method::delete_, "/shares/{id}", "Take a link back", Access::signed_in,
                        Lane::worker, revoke_link}
                      .path_is<ShareId>()
                      .gives_nothing()
                      .may_fail({ProblemKind::not_found, ProblemKind::idempotency_conflict}));
  table.push_back(Route{Method::get, "/shared/{token}",
                        "What a link shows: one version's results, nothing else", Access::anybody,
                        Lane::worker, show_shared}
                      .path_is<std::string>()
                      .gives<SharedView>()
                      .may_fail({ProblemKind::not_found}));
}

}  // namespace varde::api
