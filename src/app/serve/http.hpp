#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "api/authenticator.hpp"
#include "api/server.hpp"
#include "app/serve/core.hpp"
#include "intake/http/signals_intake.hpp"

namespace varde::app {

/// The HTTP side: API, live feed, console, and signals that come over HTTP.
class HttpSide {
 public:
  HttpSide(const Config& config, bool demo, Core& core, const steering::Office& steering,
           std::function<std::string()> metrics);

  Status start() { return server_.start(); }
  void stop() { server_.stop(); }
  std::uint16_t port() const { return server_.port(); }
  void publish(std::span<const engine::Projection::Item> items, engine::Position upto) {
    server_.publish(items, upto);
  }
  const http::Counts& counts() const { return signals_.counts(); }

 private:
  api::Dependencies dependencies(Core& core, const steering::Office& steering,
                                 std::function<std::string()> metrics);

  std::unique_ptr<api::Authenticator> authenticator_;
  http::SignalsIntake signals_;
  api::Server server_;
};

}  // namespace varde::app
