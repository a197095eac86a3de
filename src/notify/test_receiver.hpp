#pragma once

#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

// A small HTTP server on the loopback address, for tests of what we send: it keeps the requests and
// answers as it is told.
namespace varde::notify::testing {

class Receiver {
 public:
  struct Request {
    std::string head;  ///< request line and header fields
    std::string body;
  };
  /// The whole answer, "HTTP/1.1 200 OK\r\n...". May take its time.
  using Answer = std::function<std::string(const Request&)>;

  explicit Receiver(Answer answer) : answer_(std::move(answer)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    const bool listening = ::bind(listener_, plain, size) == 0 && ::listen(listener_, 64) == 0 &&
                           ::getsockname(listener_, plain, &size) == 0;
    if (!listening) std::abort();
    port_ = ntohs(address.sin_port);
    accepter_ = std::thread{[this] { accept(); }};
  }
  ~Receiver() {
    ::shutdown(listener_, SHUT_RDWR);
    accepter_.join();
    ::close(listener_);
    for (auto& connection : connections_) connection.join();
  }
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  std::string url(const std::string& path = "/hook") const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  std::vector<Request> requests() const {
    const std::lock_guard lock{mutex_};
    return requests_;
  }

 private:
  void accept() {
    while (true) {
      const int connection = ::accept(listener_, nullptr, nullptr);
      if (connection < 0) return;
      connections_.emplace_back([this, connection] { serve(connection); });
    }
  }

  void serve(int connection) {
    Request request;
    if (read(connection, request)) {
      {
        const std::lock_guard lock{mutex_};
        requests_.push_back(request);
      }
      const std::string text = answer_(request);
      static_cast<void>(::send(connection, text.data(), text.size(), MSG_NOSIGNAL));
    }
    ::close(connection);
  }

  static bool read(int connection, Request& request) {
    std::string all;
    std::size_t head = std::string::npos;
    std::size_t length = 0;
    while (head == std::string::npos || all.size() < head + 4 + length) {
      char part[4096];
      const ssize_t got = ::recv(connection, part, sizeof part, 0);
      if (got <= 0) return false;
      all.append(part, static_cast<std::size_t>(got));
      head = all.find("\r\n\r\n");
      const auto field = all.find("Content-Length: ");
      if (head != std::string::npos && field < head) length = std::stoul(all.substr(field + 16));
    }
    request.head = all.substr(0, head + 2);
    request.body = all.substr(head + 4);
    return true;
  }

  Answer answer_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::list<std::thread> connections_;
  std::thread accepter_;
};

inline std::string status(int code, const std::string& fields = "") {
  return "HTTP/1.1 " + std::to_string(code) + " X\r\n" + fields +
         "Content-Length: 0\r\nConnection: close\r\n\r\n";
}

}  // namespace varde::notify::testing
