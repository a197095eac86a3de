#include "connection.hpp"

#include <charconv>

namespace varde::load {

void Connection::connect(const asio::ip::tcp::endpoint& server) {
  socket_.connect(server);
  socket_.set_option(asio::ip::tcp::no_delay(true));
}

void Connection::send(std::string request) {
  request_ = std::move(request);
  received_.clear();
  busy_ = true;
  sent_ = Clock::now();
  asio::async_write(socket_, asio::buffer(request_),
                    [self = shared_from_this()](const asio::error_code& error, std::size_t) {
                      if (error) return self->finish(0, {});
                      self->read();
                    });
}

void Connection::read() {
  socket_.async_read_some(
      asio::buffer(chunk_),
      [self = shared_from_this()](const asio::error_code& error, std::size_t size) {
        if (error) return self->finish(0, {});
        self->received_.append(self->chunk_.data(), size);
        if (!self->finish_if_whole()) self->read();
      });
}

bool Connection::finish_if_whole() {
  const std::size_t head_end = received_.find("\r\n\r\n");
  if (head_end == std::string::npos) return false;
  const std::size_t body_start = head_end + 4;
  std::size_t length = 0;
  static constexpr std::string_view kName = "Content-Length: ";
  const std::size_t field = received_.find(kName);
  if (field < head_end) {
    std::from_chars(received_.data() + field + kName.size(), received_.data() + head_end, length);
  }
  if (received_.size() < body_start + length) return false;
  int status = 0;
  std::from_chars(received_.data() + 9, received_.data() + 12, status);
  finish(status, std::string_view(received_).substr(body_start, length));
  return true;
}

void Connection::finish(int status, std::string_view body) {
  busy_ = false;
  done_(*this, {status, body, Clock::now() - sent_});
}

}  // namespace varde::load
