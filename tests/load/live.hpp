#pragma once

#include <string>
#include <unordered_map>

#include <asio.hpp>

#include "latency.hpp"

namespace varde::load {

/// A console on the live feed (WebSocket, RFC 6455): signed in to the demo, it times each signal
/// from its sending to the change that shows it. Signals are told apart by their raw code,
/// "load=NUMBER".
class Live {
 public:
  Live(asio::io_context& context, std::uint16_t port, const std::string& account);

  /// Signal `number` is sent now; `timed` = it belongs to the measured part.
  void sent(std::uint64_t number, bool timed);
  Latencies& latencies() { return latencies_; }

 private:
  void open(const std::string& account);
  void read();
  bool take_frame();
  void look(std::string_view text);
  void stay_alive();
  void write_text(std::string_view text);

  asio::ip::tcp::socket socket_;
  asio::steady_timer timer_;
  asio::ip::tcp::endpoint server_;
  std::string received_;
  std::array<char, 65536> chunk_;
  std::unordered_map<std::uint64_t, Clock::time_point> sent_;
  Latencies latencies_;
};

}  // namespace varde::load
