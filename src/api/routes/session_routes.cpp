#include <fmt/format.h>

#include "api/dispatcher.hpp"
#include "api/views/texts.hpp"

namespace varde::api {
namespace {

constexpr std::size_t kAccountBytes = 200;
constexpr std::size_t kPasswordBytes = 1'000;

SessionView session_view(const Call& call, const tenancy::Actor& actor) {
  const auto& config = call.services().config;
  const auto directory = call.services().lookups.directory(call.now());
  SessionView view;
  view.actor = {actor.id, actor.name, actor.role};
  for (const auto m : actor.municipalities)
    view.municipalities.push_back({m, directory->municipality_name(m)});
  view.demo = call.services().authenticator.demo();
  view.version = config.version;
  view.map = config.map;
  view.centre = config.centre;
  view.server_time = call.now();
  view.handler_timeout_s =
      static_cast<int>(std::chrono::round<std::chrono::seconds>(config.handler_timeout).count());
  return view;
}

std::string cookie(const Config& config, std::string_view token, std::string_view more) {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", kSessionCookie, token,
                     config.secure_cookies ? "; Secure" : "", more);
}

void show_options(const CallPtr& call) {
  const auto& authenticator = call->services().authenticator;
  SessionOptions options;
  options.demo = authenticator.demo();
  options.password = authenticator.asks_for_password();
  for (const auto& account : authenticator.offered())
    options.accounts.push_back(
        {account.login, account.actor.name, account.actor.role, role_text(account.actor.role)});
  call->answer(options);
}

void sign_in(const CallPtr& call) {
  const auto wanted = call->body<SignInRequest>();
  if (!wanted) return;
  const std::string password = wanted->password.value_or("");
  if (wanted->account.size() > kAccountBytes || password.size() > kPasswordBytes)
    return call->fail(ProblemKind::invalid, "Account or password is too long.");
  auto& services = call->services();
  const auto& address = call->request().remote_address;
  if (!services.sign_in_guard.allows(wanted->account, address, call->now()))
    return call->fail(ProblemKind::too_many, "Too many wrong passwords. Wait 15 minutes.");
  const auto actor = services.authenticator.sign_in(wanted->account, password);
  if (!actor) {
    services.sign_in_guard.failed(wanted->account, address, call->now());
    return call->fail(ProblemKind::not_signed_in, "The account or the password is wrong.");
  }
  services.sign_in_guard.succeeded(wanted->account, address);
  const auto session = services.sessions.open(*actor, call->now());
  Response response = json_response(200, to_json_text(session_view(*call, *actor)));
  response.headers.emplace_back("Set-Cookie", cookie(services.config, session->token(), ""));
  call->reply(std::move(response));
}

void show_session(const CallPtr& call) { call->answer(session_view(*call, call->actor())); }

void sign_out(const CallPtr& call) {
  auto& services = call->services();
  services.feed.close_session(call->session()->token());
  services.sessions.close(call->session()->token());
  Response response = no_content();
  response.headers.emplace_back("Set-Cookie", cookie(services.config, "", "; Max-Age=0"));
  call->reply(std::move(response));
}

}  // namespace

void add_session_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/session/options", "How one can sign in", Access::anybody,
                        Lane::worker, show_options}
                      .gives<SessionOptions>());
  table.push_back(
      Route{Method::post, "/session", "Sign in", Access::anybody, Lane::sign_in, sign_in}
          .takes<SignInRequest>()
          .gives<SessionView>()
          .may_fail({ProblemKind::not_signed_in, ProblemKind::invalid, ProblemKind::too_many}));
  table.push_back(Route{Method::get, "/session", "Who is signed in", Access::console, Lane::worker,
                        show_session}
                      .gives<SessionView>());
  table.push_back(
      Route{Method::delete_, "/session", "Sign out", Access::console, Lane::worker, sign_out}
          .gives_nothing());
}

}  // namespace varde::api
