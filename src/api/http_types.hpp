#pragma once

#include <restinio/http_server.hpp>
#include <restinio/websocket/websocket.hpp>

// RESTinio with the traits we use. Included by the two files that speak HTTP and WebSocket, and by
// no header.
namespace varde::api {

struct HttpTraits : restinio::default_traits_t {
  static constexpr bool use_connection_count_limiter = true;
  using request_handler_t =
      std::function<restinio::request_handling_status_t(restinio::request_handle_t)>;
};
using HttpServer = restinio::http_server_t<HttpTraits>;

}  // namespace varde::api
