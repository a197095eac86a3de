#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace varde::harness {

struct Answer {
  long status = 0;  ///< 0: no answer (refused, cut off, too late)
  std::string body;
  std::string head;
};

/// An HTTP client with one kept-alive connection and its cookies. One thread.
class Http {
 public:
  explicit Http(std::string base_url);
  ~Http();
  Http(Http&& other) noexcept;
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;
  Http& operator=(Http&&) = delete;

  /// Sent with every request from now on, "Name: value".
  void header(const std::string& line) { headers_.push_back(line); }
  void patience_ms(long patience) { patience_ms_ = patience; }

  Answer get(const std::string& path) { return send("GET", path, {}, {}); }
  Answer post(const std::string& path, std::string_view body,
              const std::vector<std::string>& headers = {}) {
    return send("POST", path, body, headers);
  }
  Answer send(const std::string& method, const std::string& path, std::string_view body,
              const std::vector<std::string>& headers);

 private:
  std::string base_url_;
  std::vector<std::string> headers_;
  long patience_ms_ = 10'000;
  void* handle_;
};

}  // namespace varde::harness
