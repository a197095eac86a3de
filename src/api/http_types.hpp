#pragma once

#include <atomic>
#include <functional>

#include <restinio/connection_state_listener.hpp>
#include <restinio/http_server.hpp>
#include <restinio/ip_blocker.hpp>
#include <restinio/websocket/websocket.hpp>

// RESTinio with the traits we use. Included by the files that speak HTTP and WebSocket, and by no
// header of the API.
namespace varde::api {

/// Lets in at most so many connections; WebSockets are counted by the feed instead. (RESTinio's own
/// limiter must outlive every connection, which a server that stops while consoles are connected
/// cannot promise.)
class ConnectionLimit {
 public:
  explicit ConnectionLimit(std::size_t limit) : limit_(limit) {}

  restinio::ip_blocker::inspection_result_t inspect(
      const restinio::ip_blocker::incoming_info_t&) const noexcept {
    return open_ < limit_ ? restinio::ip_blocker::allow() : restinio::ip_blocker::deny();
  }
  void state_changed(const restinio::connection_state::notice_t& notice) noexcept {
    const auto cause = notice.cause();
    if (restinio::holds_alternative<restinio::connection_state::accepted_t>(cause)) {
      ++open_;
    } else {
      --open_;
    }
  }
  std::size_t open() const { return open_; }

 private:
  const std::size_t limit_;
  std::atomic<std::size_t> open_{0};
};

struct HttpTraits : restinio::default_traits_t {
  using ip_blocker_t = ConnectionLimit;
  using connection_state_listener_t = ConnectionLimit;
  using request_handler_t =
      std::function<restinio::request_handling_status_t(restinio::request_handle_t)>;
};
using HttpServer = restinio::http_server_t<HttpTraits>;

}  // namespace varde::api
