#include "api/dispatcher.hpp"

#include <fmt/format.h>

#include "base/limits.hpp"

namespace varde::api {
namespace {

bool writes(Method method) { return method != Method::get; }

/// A page of another site cannot add this header to what it makes a browser send.
bool own_site(const CallPtr& call) {
  if (!writes(call->request().method) || !call->request().varde_request.empty()) return true;
  call->fail(ProblemKind::forbidden, "A write from a console needs the header X-Varde-Request.");
  return false;
}

std::string identity_of(const Request& request) {
  return fmt::format("{} {}?{}\n{}", to_string(request.method), request.path, request.query,
                     request.body);
}

}  // namespace

Dispatcher::Dispatcher(Services& services, const RouteTable& routes)
    : services_(services), routes_(routes), keys_(services.gate) {}

void Dispatcher::dispatch(Request request, Respond respond) {
  const bool too_large = request.body.size() > limits::kHttpBodyBytes;
  auto match = find_route(routes_, request.method, request.path.substr(kPrefix.size()));
  const auto call = std::make_shared<Call>(std::move(request), services_, std::move(respond));
  if (too_large)
    return call->fail(ProblemKind::too_large,
                      fmt::format("A body may have {} bytes.", limits::kHttpBodyBytes));
  if (match.route == nullptr)
    return call->fail(ProblemKind::not_found, "The API has no such operation: see openapi.json.");
  call->set_path_value(std::move(match.path_value));
  const Route& route = *match.route;
  if (route.lane == Lane::io) return run(call, route);
  if (!workers(route.lane).offer([this, call, &route] { run(call, route); }))
    call->fail(ProblemKind::unavailable, "Too much is waiting. Try again in a few seconds.");
}

Workers& Dispatcher::workers(Lane lane) {
  if (lane == Lane::sign_in) return sign_in_;
  return lane == Lane::report ? reports_ : services_.workers;
}

void Dispatcher::run(const CallPtr& call, const Route& route) {
  guarded(call, [&] {
    if (identify(call, route.access) && (route.lane == Lane::io || is_first(call)))
      route.handler(call);
  });
}

bool Dispatcher::identify(const CallPtr& call, Access access) {
  switch (access) {
    case Access::anybody:
      return own_site(call);
    case Access::console:
      return identify_console(call);
    case Access::machine:
      return identify_machine(call);
    case Access::signed_in:
      break;
  }
  return call->request().authorization.empty() ? identify_console(call) : identify_machine(call);
}

bool Dispatcher::identify_console(const CallPtr& call) {
  const auto token = cookie_value(call->request().cookie, kSessionCookie);
  auto session = services_.sessions.find(token, call->now());
  if (!session) {
    call->fail(ProblemKind::not_signed_in, "Sign in first: POST /api/v1/session.");
    return false;
  }
  if (!own_site(call)) return false;
  std::shared_ptr<const tenancy::Actor> actor{session, &session->actor()};
  call->identify(std::move(actor), std::move(session));
  return true;
}

bool Dispatcher::identify_machine(const CallPtr& call) {
  auto actor = keys_.find(bearer_key(call->request().authorization), call->now());
  if (!actor) {
    call->fail(ProblemKind::not_signed_in, "Send a valid key: Authorization: Bearer KEY.");
    return false;
  }
  call->identify(std::move(actor), nullptr);
  return true;
}

/// For a write with an Idempotency-Key: whether it is to be carried out. If not, the call has been
/// answered.
bool Dispatcher::is_first(const CallPtr& call) {
  const std::string key{call->request().idempotency_key};
  if (key.empty() || !writes(call->request().method) || !call->session()) return true;
  if (key.size() > limits::kIdempotencyKeyBytes) {
    call->fail(ProblemKind::invalid,
               fmt::format("Idempotency-Key may have {} bytes.", limits::kIdempotencyKeyBytes));
    return false;
  }
  const ActorId actor = call->actor().id;
  auto found = replies_.begin(actor, key, identity_of(call->request()), call->now());
  if (auto* response = std::get_if<Response>(&found)) {
    call->reply(std::move(*response));
    return false;
  }
  if (std::holds_alternative<RememberedReplies::Conflict>(found)) {
    call->fail(ProblemKind::idempotency_conflict, "Use a new key for a new request.");
    return false;
  }
  call->on_reply([this, actor, key](const Response& response) {
    if (response.status == 503) return replies_.drop(actor, key);
    replies_.keep(actor, key, response);
  });
  return true;
}

}  // namespace varde::api
