#include "app/serve/http.hpp"

namespace varde::app {
namespace {

api::Config api_config(const Config& config) {
  api::Config api;
  api.address = config.server.address;
  api.port = config.server.port;
  api.web_folder = config.server.web_folder;
  api.secure_cookies = config.server.secure_cookies;
  api.version = VARDE_VERSION;
  api.centre = {config.centre.name, config.centre.phone};
  if (!config.map.tile_url.empty())
    api.map = api::MapSource{config.map.tile_url, config.map.attribution};
  api.handler_timeout = config.centre.handler_timeout;
  return api;
}

}  // namespace

HttpSide::HttpSide(const Config& config, bool demo, Core& core, const steering::Office& steering,
                   std::function<std::string()> metrics)
    : authenticator_(demo ? api::demo_accounts(core.gate()) : api::local_accounts(core.gate())),
      signals_(core.inbox(), wall_clock),
      server_(api_config(config), dependencies(core, steering, std::move(metrics))) {}

api::Dependencies HttpSide::dependencies(Core& core, const steering::Office& steering,
                                         std::function<std::string()> metrics) {
  const auto take_signals = [this](std::shared_ptr<const tenancy::Actor> sender,
                                   const api::Request& request,
                                   std::function<void(api::SignalsAnswer)> answer) {
    signals_.post(*sender, request.body, request.idempotency_key,
                  [answer = std::move(answer)](http::SignalsIntake::Answer taken) {
                    answer({taken.status, std::move(taken.content_type), std::move(taken.body)});
                  });
  };
  return {
      .gate = core.gate(),
      .authenticator = *authenticator_,
      .now = wall_clock,
      .signals = take_signals,
      .not_ready = [&core] { return core.not_ready(); },
      .metrics = std::move(metrics),
      .has_webhook = [&core](tenancy::Municipality m) { return core.has_webhook(m); },
      .steering = steering,
  };
}

}  // namespace varde::app
