#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "intake/scaip/server.hpp"

// The world around the server in its tests: an inbox that does as told, a directory, and a device
// that sends exact bytes.
namespace varde::scaip::testing {

inline Instant clock_now() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

/// A clock that runs `times` as fast, so that a test of a timeout is short.
inline std::function<Instant()> fast_clock(int times) {
  return [start = clock_now(), times] { return start + (clock_now() - start) * times; };
}

inline std::function<std::uint64_t()> random_from(std::uint64_t seed) {
  return [engine = std::mt19937_64(seed)]() mutable { return engine(); };
}

/// Accepts at once by default; can hold what comes, or answer anything.
class FakeInbox : public engine::Inbox {
 public:
  void submit(engine::Submission submission, Callback done) override {
    const auto& signal = std::get<alarm::Signal>(submission.body);
    std::unique_lock lock(mutex_);
    Outcome outcome = decide_ ? decide_(signal) : accepted(signal);
    submissions_.push_back(std::move(submission));
    if (holding_) {
      held_.emplace_back(std::move(done), std::move(outcome));
      return;
    }
    lock.unlock();
    done(outcome);
  }
  void submit_batch(std::vector<engine::Submission>, BatchCallback) override { std::abort(); }

  static Outcome accepted(const alarm::Signal& signal) {
    engine::Receipt receipt;
    receipt.signal = signal.id;
    return receipt;
  }
  static Outcome with_status(engine::Receipt::Status status) {
    engine::Receipt receipt;
    receipt.status = status;
    return receipt;
  }
  void decide(std::function<Outcome(const alarm::Signal&)> decide) {
    const std::lock_guard lock(mutex_);
    decide_ = std::move(decide);
  }
  void hold() {
    const std::lock_guard lock(mutex_);
    holding_ = true;
  }
  void release() {
    std::vector<std::pair<Callback, Outcome>> held;
    {
      const std::lock_guard lock(mutex_);
      holding_ = false;
      held.swap(held_);
    }
    for (auto& [done, outcome] : held) done(outcome);
  }
  std::vector<engine::Submission> submissions() const {
    const std::lock_guard lock(mutex_);
    return submissions_;
  }
  std::vector<alarm::Signal> signals() const {
    std::vector<alarm::Signal> out;
    for (const auto& submission : submissions())
      out.push_back(std::get<alarm::Signal>(submission.body));
    return out;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<engine::Submission> submissions_;
  std::function<Outcome(const alarm::Signal&)> decide_;
  std::vector<std::pair<Callback, Outcome>> held_;
  bool holding_ = false;
};

class FakeDirectory : public Directory {
 public:
  std::map<std::string, DeviceProfile, std::less<>> devices;
  std::optional<DeviceProfile> find(std::string_view address) const override {
    const auto found = devices.find(address);
    return found == devices.end() ? std::nullopt : std::optional(found->second);
  }
};

template <class Predicate>
bool eventually(Predicate predicate, std::chrono::milliseconds within = std::chrono::seconds(5)) {
  const auto end = std::chrono::steady_clock::now() + within;
  while (!predicate()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

/// A device's socket on loopback, byte for byte.
class Peer {
 public:
  Peer(int type, std::uint16_t port) : fd_(socket(AF_INET, type, 0)) {
    sockaddr_in address = loopback(0);
    if (type == SOCK_DGRAM) bind(fd_, as_base(address), sizeof address);
    address = loopback(port);
    if (connect(fd_, as_base(address), sizeof address) != 0) std::abort();
  }
  ~Peer() { close(fd_); }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  /// One datagram, or what a stream has now; empty when nothing came in time or the other end
  /// closed.
  std::string receive(int timeout_ms = 2'000) {
    pollfd wait{fd_, POLLIN, 0};
    if (poll(&wait, 1, timeout_ms) != 1) return {};
    std::string out(65'536, '\0');
    const auto size = recv(fd_, out.data(), out.size(), 0);
    out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return out;
  }
  /// From a stream until `text` has come.
  std::string receive_until(std::string_view text) {
    std::string out;
    while (out.find(text) == std::string::npos) {
      const auto more = receive();
      if (more.empty()) break;
      out += more;
    }
    return out;
  }
  std::uint16_t port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(fd_, as_base(address), &size);
    return ntohs(address.sin_port);
  }

 private:
  static sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
  }
  static sockaddr* as_base(sockaddr_in& address) { return reinterpret_cast<sockaddr*>(&address); }

  int fd_;
};

inline std::string mrq(std::string_view cid, std::string_view ref,
                       std::string_view rest = "<stc>0010</stc>") {
  return "<?xml version=\"1.0\"?><mrq><ref>" + std::string(ref) + "</ref><cid>" + std::string(cid) +
         "</cid><dty>0003</dty>" + std::string(rest) + "</mrq>";
}

/// A MESSAGE as a plain device sends it; `extra` are whole header lines.
inline std::string sip_message(std::string_view cid, std::string_view branch, std::string_view body,
                               std::string_view extra = "",
                               std::string_view via = "UDP 127.0.0.1:5999;rport") {
  return "MESSAGE sip:alarm@centre.example SIP/2.0\r\nVia: SIP/2.0/" + std::string(via) +
         ";branch=z9hG4bK" + std::string(branch) + "\r\nFrom: <sip:" + std::string(cid) +
         "@centre.example>;tag=1\r\nTo: <sip:alarm@centre.example>\r\nCall-ID: " +
         std::string(cid) + "-call\r\nCSeq: 1 MESSAGE\r\nMax-Forwards: 70\r\n" +
         std::string(extra) +
         "Content-Type: application/scaip+xml\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + std::string(body);
}

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace varde::scaip::testing
