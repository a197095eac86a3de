#pragma once

#include <map>
#include <optional>
#include <string>

#include <asio.hpp>

// A blocking HTTP and WebSocket client, small enough to send what a good client would not.
namespace varde::api::testing {

struct HttpReply {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

class TestClient {
 public:
  explicit TestClient(std::uint16_t port) : socket_(io_) {
    socket_.connect({asio::ip::make_address("127.0.0.1"), port});
  }

  void write(const std::string& bytes) {
    asio::error_code ignored;  // the server may have closed already
    asio::write(socket_, asio::buffer(bytes), ignored);
  }
  HttpReply ask(const std::string& method, const std::string& target,
                const std::string& more_headers = {}, const std::string& body = {}) {
    write(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more_headers +
          "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return read_reply();
  }

  HttpReply read_reply() {
    HttpReply reply;
    const std::string head = take_through("\r\n\r\n");
    if (head.size() < 12) return reply;
    reply.status = std::stoi(head.substr(9, 3));
    for (std::size_t at = head.find("\r\n") + 2; at + 2 < head.size();) {
      const auto end = head.find("\r\n", at);
      const auto colon = head.find(": ", at);
      std::string name = head.substr(at, colon - at);
      for (char& c : name) c = static_cast<char>(std::tolower(c));
      reply.headers[name] = head.substr(colon + 2, end - colon - 2);
      at = end + 2;
    }
    if (reply.headers.contains("content-length"))
      reply.body = take(std::stoul(reply.headers["content-length"]));
    return reply;
  }

  HttpReply upgrade(const std::string& target, const std::string& more_headers) {
    write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n" +
          "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + more_headers + "\r\n");
    return read_reply();
  }

  struct Frame {
    int opcode = 0;
    std::string payload;
  };
  /// nullopt when the connection ended.
  std::optional<Frame> read_frame() {
    const std::string head = take(2);
    if (head.size() < 2) return std::nullopt;
    const auto byte = [](char c) { return static_cast<unsigned char>(c); };
    std::size_t size = byte(head[1]) & 0x7F;
    const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (more != 0) {
      size = 0;
      for (const char c : take(more)) size = size << 8 | byte(c);
    }
    return Frame{byte(head[0]) & 0x0F, take(size)};
  }
  void send_frame(int opcode, const std::string& payload) {
    std::string frame{static_cast<char>(0x80 | opcode), static_cast<char>(0x80 | payload.size())};
    frame += std::string(4, '\0');  // a mask of zeros leaves the payload as it is
    write(frame + payload);
  }

 private:
  bool fill() {
    std::array<char, 65'536> chunk;
    asio::error_code error;
    const std::size_t size = socket_.read_some(asio::buffer(chunk), error);
    buffer_.append(chunk.data(), size);
    return !error;
  }
  std::string take(std::size_t size) {
    while (buffer_.size() < size && fill()) {
    }
    std::string taken = buffer_.substr(0, size);
    buffer_.erase(0, taken.size());
    return taken;
  }
  std::string take_through(const std::string& end) {
    while (buffer_.find(end) == std::string::npos && fill()) {
    }
    const auto at = buffer_.find(end);
    return at == std::string::npos ? std::string{} : take(at + end.size());
  }

  asio::io_context io_;
  asio::ip::tcp::socket socket_;
  std::string buffer_;
};

}  // namespace varde::api::testing
