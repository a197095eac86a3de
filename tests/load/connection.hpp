#pragma once

#include <functional>
#include <memory>
#include <string>

#include <asio.hpp>

#include "latency.hpp"

namespace varde::load {

/// One kept-alive HTTP connection that has at most one request under way. Reads just enough of an
/// answer: its status and the body by Content-Length.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  struct Reply {
    int status = 0;  ///< 0: the connection broke
    std::string_view body;
    Clock::duration time{};
  };
  using Done = std::function<void(Connection&, const Reply&)>;

  Connection(asio::io_context& context, Done done) : socket_(context), done_(std::move(done)) {}
  void connect(const asio::ip::tcp::endpoint& server);
  /// Until `done` is called the connection is busy.
  void send(std::string request);
  bool busy() const { return busy_; }

 private:
  void read();
  bool finish_if_whole();
  void finish(int status, std::string_view body);

  asio::ip::tcp::socket socket_;
  Done done_;
  std::string request_;
  std::string received_;
  std::array<char, 16384> chunk_;
  Clock::time_point sent_;
  bool busy_ = false;
};

}  // namespace varde::load
