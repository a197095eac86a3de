#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace varde::notify {

/// Several HTTP POSTs at once, on the thread that calls poll(). Certificates are verified,
/// redirects are not followed, the answer's body is thrown away. One thread, except wake().
class HttpPosts {
 public:
  struct Post {
    std::uint64_t id = 0;  ///< the caller's
    std::string url;
    std::vector<std::string> headers;  ///< "Name: value"
    std::string body;
  };
  struct Answer {
    std::uint64_t id = 0;
    long status = 0;    ///< 0 when there was no answer
    std::string error;  ///< why there was none; empty otherwise
    bool ok() const { return status >= 200 && status < 300; }
  };

  /// `timeout` is for a whole exchange; connecting may take half of it.
  explicit HttpPosts(std::chrono::milliseconds timeout);
  ~HttpPosts();

  void start(Post post);
  /// Moves the exchanges along, waits at most `longest` when nothing happens, and gives those that
  /// ended.
  std::vector<Answer> poll(std::chrono::milliseconds longest);
  /// Makes poll() return. Any thread.
  void wake();
  std::size_t running() const;

 private:
  struct Exchange;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace varde::notify
