#pragma once

#include <mutex>
#include <vector>

#include "api/http.hpp"
#include "api/http_types.hpp"

namespace varde::api {

/// Brings answers from other threads back to an io thread, many at one wake-up: after a group
/// commit of the journal a thousand senders are answered together.
class ReplyQueue {
 public:
  explicit ReplyQueue(restinio::asio_ns::io_context& io) : io_(io) {}

  /// From any thread. At once when this is an io thread.
  void give(const restinio::request_handle_t& request, Response response);

 private:
  struct Pending {
    restinio::request_handle_t request;
    Response response;
  };
  void drain();

  restinio::asio_ns::io_context& io_;
  std::mutex mutex_;
  std::vector<Pending> pending_;
  bool draining_ = false;
};

/// Only our own code, and pictures of our own or from where the map's tiles come (`tile_url`, empty
/// = nowhere).
std::string content_security_policy(std::string_view tile_url);
/// What a browser is told when it shows our pages: the policy, and to be framed by nobody.
void add_page_headers(Response& response, const std::string& policy);

}  // namespace varde::api
