#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "intake/scaip/client.hpp"
#include "notify/http_posts.hpp"

namespace varde::app::simulate {

/// What became of one message.
struct Answer {
  std::uint64_t id = 0;
  bool kept = false;  ///< the receiver has it
};

/// Collects answers from another thread.
class Answers {
 public:
  void put(Answer answer) {
    const std::lock_guard lock{mutex_};
    answers_.push_back(answer);
  }
  std::vector<Answer> take() {
    const std::lock_guard lock{mutex_};
    return std::exchange(answers_, {});
  }

 private:
  std::mutex mutex_;
  std::vector<Answer> answers_;
};

/// Devices that speak SCAIP: each message over SIP, digest when asked, kept when the mrs says snu
/// 0.
class ScaipLine {
 public:
  ScaipLine(scaip::ClientConfig config, Answers& answers);
  Status start() { return client_.start(); }
  void stop() { client_.stop(); }
  void send(std::uint64_t id, scaip::ClientMessage message);

 private:
  Answers& answers_;
  scaip::Client client_;
};

/// Gateways that speak HTTP: each signal a POST, kept when the answer is 202.
class HttpLine {
 public:
  HttpLine(std::string url, std::string key, Answers& answers);
  ~HttpLine();
  HttpLine(const HttpLine&) = delete;
  HttpLine& operator=(const HttpLine&) = delete;
  void stop();
  void send(std::uint64_t id, std::string json);

 private:
  void run();

  std::string url_;
  std::string key_;
  Answers& answers_;
  std::mutex mutex_;
  std::vector<notify::HttpPosts::Post> waiting_;
  notify::HttpPosts posts_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace varde::app::simulate
