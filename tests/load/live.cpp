#include "live.hpp"

#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

namespace varde::load {

namespace {

std::string exchange(asio::ip::tcp::socket& socket, const std::string& request, std::string& rest) {
  asio::write(socket, asio::buffer(request));
  std::string answer;
  const std::size_t head = asio::read_until(socket, asio::dynamic_buffer(answer), "\r\n\r\n");
  rest = answer.substr(head);
  return answer.substr(0, head);
}

std::string session_cookie(const asio::ip::tcp::endpoint& server, asio::io_context& context,
                           const std::string& account) {
  asio::ip::tcp::socket socket(context);
  socket.connect(server);
  const std::string body = fmt::format(R"({{"account":"{}"}})", account);
  std::string rest;
  const std::string head = exchange(
      socket,
      fmt::format(
          "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nX-Varde-Request: console\r\n"
          "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
          server.port(), body.size(), body),
      rest);
  static constexpr std::string_view kName = "Set-Cookie: ";
  const std::size_t start = head.find(kName);
  if (start == std::string::npos) throw std::runtime_error("sign-in failed: " + head + rest);
  return head.substr(start + kName.size(), head.find(';', start) - start - kName.size());
}

}  // namespace

Live::Live(asio::io_context& context, std::uint16_t port, const std::string& account)
    : socket_(context), timer_(context), server_(asio::ip::address_v4::loopback(), port) {
  open(account);
  read();
  stay_alive();
}

void Live::open(const std::string& account) {
  auto& context = static_cast<asio::io_context&>(socket_.get_executor().context());
  const std::string cookie = session_cookie(server_, context, account);
  socket_.connect(server_);
  const std::string head = exchange(
      socket_,
      fmt::format(
          "GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nOrigin: http://127.0.0.1:{0}\r\n"
          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dmFyZGUgdmFyZGUgdmFyZA==\r\nCookie: {1}\r\n\r\n",
          server_.port(), cookie),
      received_);
  if (head.find(" 101 ") == std::string::npos) throw std::runtime_error("no live feed: " + head);
}

void Live::sent(std::uint64_t number, bool timed) {
  if (timed) sent_.emplace(number, Clock::now());
}

void Live::read() {
  while (take_frame()) {
  }
  socket_.async_read_some(asio::buffer(chunk_),
                          [this](const asio::error_code& error, std::size_t size) {
                            if (error) return;
                            received_.append(chunk_.data(), size);
                            read();
                          });
}

// One whole frame off the front of what was received; servers' frames are never masked (RFC 6455
// section 5.2).
bool Live::take_frame() {
  if (received_.size() < 2) return false;
  const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(received_[i]); };
  std::size_t length = byte(1) & 0x7FU;
  std::size_t head = 2;
  const std::size_t extra = length == 126 ? 2 : length == 127 ? 8 : 0;
  if (received_.size() < head + extra) return false;
  if (extra > 0) length = 0;
  for (std::size_t i = 0; i < extra; ++i) length = length << 8U | byte(head++);
  if (received_.size() < head + length) return false;
  look(std::string_view(received_).substr(head, length));
  received_.erase(0, head + length);
  return true;
}

void Live::look(std::string_view text) {
  static constexpr std::string_view kName = "load=";
  for (std::size_t at = text.find(kName); at != std::string_view::npos;
       at = text.find(kName, at + 1)) {
    std::uint64_t number = 0;
    std::from_chars(text.data() + at + kName.size(), text.data() + text.size(), number);
    const auto found = sent_.find(number);
    if (found == sent_.end()) continue;
    latencies_.add(Clock::now() - found->second);
    sent_.erase(found);
  }
}

void Live::stay_alive() {
  timer_.expires_after(std::chrono::seconds(10));
  timer_.async_wait([this](const asio::error_code& error) {
    if (error) return;
    write_text(R"({"type":"alive"})");
    stay_alive();
  });
}

// A client's frames are masked; a mask of zeros is one too.
void Live::write_text(std::string_view text) {
  std::string frame{'\x81', static_cast<char>(0x80U | text.size())};
  frame.append(4, '\0');
  frame += text;
  asio::write(socket_, asio::buffer(frame));
}

}  // namespace varde::load
