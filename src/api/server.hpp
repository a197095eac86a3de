#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>

#include "access/gate.hpp"
#include "api/authenticator.hpp"
#include "api/call.hpp"
#include "api/config.hpp"
#include "base/result.hpp"
#include "engine/ports.hpp"

namespace varde::api {

/// What the server is given by the program. References must outlive it.
struct Dependencies {
  const access::Gate& gate;
  Authenticator& authenticator;
  Clock now;
  SignalsHandler signals;
  /// Empty = able to keep what is acknowledged; otherwise what is wrong, for /readyz.
  std::function<std::string()> not_ready;
  /// The text of /metrics (Prometheus exposition format 0.0.4).
  std::function<std::string()> metrics;
  std::function<bool(tenancy::Municipality)> has_webhook;
  const steering::Office& steering;
};

/// The HTTP interface: the API under /api/v1, its live feed, the console's files, /healthz, /readyz
/// and /metrics. Reads of the store run on workers, so that a slow one never holds up a signal.
class Server {
 public:
  Server(Config config, Dependencies dependencies);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Binds and starts; an error says why the address cannot be had.
  Status start();
  /// The port that was bound.
  std::uint16_t port() const;

  /// For /metrics.
  struct Figures {
    std::size_t connections = 0;  ///< HTTP, without WebSockets
    std::size_t consoles = 0;     ///< connected to the live feed
    std::size_t sessions = 0;     ///< signed in
  };
  Figures figures() const;
  /// Takes no new connections, says good-bye to consoles, finishes what was admitted. Call before
  /// the inbox goes.
  void stop();

  /// After the store has applied the items: tells the consoles. On the projector's thread.
  void publish(std::span<const engine::Projection::Item> items, engine::Position upto);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace varde::api
