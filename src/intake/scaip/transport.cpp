#include "intake/scaip/transport.hpp"

#include <fstream>
#include <sstream>
#include <system_error>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {
namespace {

/// A whole datagram: header and the longest body we take. What is longer is cut by the kernel, and
/// seen by its length.
constexpr std::size_t kDatagramBytes = limits::kSipHeaderBytes + limits::kScaipBodyBytes;
constexpr int kSocketBufferBytes = 4 * 1024 * 1024;  // a burst of some 5,000 alarms

struct Deref {
  void operator()(void* object) const { mem_deref(object); }
};
template <class T>
using Re = std::unique_ptr<T, Deref>;

std::string_view view(const mbuf& buffer) {
  return {reinterpret_cast<const char*>(mbuf_buf(&buffer)), mbuf_get_left(&buffer)};
}

Re<mbuf> to_buffer(std::string_view bytes) {
  Re<mbuf> buffer(mbuf_alloc(bytes.size() + 1));
  VARDE_ASSERT(buffer != nullptr);
  mbuf_write_mem(buffer.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  buffer->pos = 0;
  return buffer;
}

std::string reason(int error) { return std::error_code(error, std::generic_category()).message(); }

Re<sip_msg> decode(std::string_view bytes) {
  sip_msg* message = nullptr;
  const bool read = sip_msg_decode(&message, to_buffer(bytes).get()) == 0;
  return Re<sip_msg>(read ? message : nullptr);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

std::string host_of(const sa& address) {
  char text[INET6_ADDRSTRLEN] = "";
  sa_ntop(&address, text, sizeof text);
  return text;
}

std::string to_text(const sa& address) {
  const auto host = host_of(address);
  return sa_af(&address) == AF_INET6 ? fmt::format("[{}]:{}", host, sa_port(&address))
                                     : fmt::format("{}:{}", host, sa_port(&address));
}

struct Transport::UdpSocket {
  Transport& owner;
  std::uint64_t index;
  sa local{};
  Re<udp_sock> socket;
};

struct Transport::TcpListener {
  Transport& owner;
  Wire wire;
  Re<tcp_sock> socket;
};

struct Transport::Connection {
  Transport& owner;
  Flow flow;
  sa local{};
  Instant last_heard{};
  bool established = false;
  bool spoke = false;
  Framer framer{};
  std::string waiting{};  ///< to be sent when established
  Re<tcp_conn> tcp{};
  Re<tls_conn> secure{};  ///< goes before tcp: it holds a helper of it
};

Transport::Transport(Receiver& receiver) : receiver_(receiver) {}

Transport::~Transport() {
  for (auto& [number, connection] : connections_)
    tcp_set_handlers(connection->tcp.get(), nullptr, nullptr, nullptr, nullptr);
  connections_.clear();
  closed_.clear();
  stop_listening();
  mem_deref(tls_);
}

void Transport::stop_listening() {
  listeners_.clear();
  for (auto& socket : sockets_) udp_handler_set(socket->socket.get(), nullptr, nullptr);
}

Status Transport::set_certificate(const std::string& certificate_file,
                                  const std::string& key_file) {
  if (tls_alloc(&tls_, TLS_METHOD_SSLV23, nullptr, nullptr) != 0)
    return Error{"TLS could not be set up"};
  SSL_CTX_set_min_proto_version(tls_openssl_context(tls_), TLS1_2_VERSION);
  if (certificate_file.empty()) return Done{};
  const auto certificate = read_file(certificate_file);
  const auto key = read_file(key_file.empty() ? certificate_file : key_file);
  if (certificate.empty()) return Error{"certificate " + certificate_file + " cannot be read"};
  if (tls_set_certificate_pem(tls_, certificate.data(), certificate.size(), key.data(),
                              key.size()) != 0) {
    return Error{"certificate " + certificate_file + " and its key are not a PEM pair"};
  }
  return Done{};
}

Result<std::uint16_t> Transport::listen(const Listener& listener) {
  sa address{};
  if (sa_set_str(&address, listener.host.c_str(), listener.port) != 0) {
    return Error{"\"" + listener.host + "\" is not a numeric address"};
  }
  return listener.wire == Wire::udp ? listen_udp(listener, address) : listen_tcp(listener, address);
}

Result<std::uint16_t> Transport::listen_udp(const Listener& listener, const sa& address) {
  auto entry = std::make_unique<UdpSocket>(UdpSocket{*this, sockets_.size(), {}, {}});
  udp_sock* socket = nullptr;
  if (const int error = udp_listen(&socket, &address, on_datagram, entry.get()); error != 0) {
    return Error{fmt::format("UDP {}:{} cannot be listened on: {}", listener.host, listener.port,
                             reason(error))};
  }
  entry->socket.reset(socket);
  udp_rxsz_set(socket, kDatagramBytes);
  udp_sockbuf_set(socket, kSocketBufferBytes);
  udp_local_get(socket, &entry->local);
  const auto port = sa_port(&entry->local);
  sockets_.push_back(std::move(entry));
  return port;
}

Result<std::uint16_t> Transport::listen_tcp(const Listener& listener, const sa& address) {
  if (listener.wire == Wire::tls && tls_ == nullptr) return Error{"TLS needs a certificate"};
  auto entry = std::make_unique<TcpListener>(TcpListener{*this, listener.wire, {}});
  tcp_sock* socket = nullptr;
  if (const int error = tcp_listen(&socket, &address, on_connect, entry.get()); error != 0) {
    return Error{fmt::format("TCP {}:{} cannot be listened on: {}", listener.host, listener.port,
                             reason(error))};
  }
  entry->socket.reset(socket);
  sa local{};
  tcp_local_get(socket, &local);
  listeners_.push_back(std::move(entry));
  return sa_port(&local);
}

void Transport::on_datagram(const sa* source, mbuf* buffer, void* arg) {
  auto& socket = *static_cast<UdpSocket*>(arg);
  auto bytes = view(*buffer);
  while (!bytes.empty() && is_space(bytes.front())) bytes.remove_prefix(1);
  const bool keep_alive = bytes.find_first_not_of('\0') == std::string_view::npos;
  const bool stun = !bytes.empty() && static_cast<unsigned char>(bytes.front()) < 4;
  if (keep_alive || stun) return;
  const auto head = header_size(bytes);
  const auto body = bytes.size() - head;
  const long stated = content_length(bytes.substr(0, head));
  const bool truncated =
      head != 0 && (body > limits::kScaipBodyBytes ||
                    (stated > 0 && static_cast<std::size_t>(stated) > limits::kScaipBodyBytes));
  if (head != 0 && stated >= 0) bytes = bytes.substr(0, head + static_cast<std::size_t>(stated));
  socket.owner.deliver(bytes, truncated, {Wire::udp, *source, socket.index});
}

/// What libre's parser cannot read, even repaired, goes to the receiver as it came.
void Transport::deliver(std::string_view bytes, bool truncated, const Flow& flow) {
  auto message = decode(bytes);
  if (!message) message = decode(repaired(bytes));
  if (!message) return receiver_.on_garbage(bytes, flow);
  message->src = flow.peer;
  receiver_.on_message(*message, view(*message->mb).substr(0, limits::kScaipBodyBytes), truncated,
                       flow);
}

void Transport::on_connect(const sa* peer, void* arg) {
  auto& listener = *static_cast<TcpListener*>(arg);
  if (listener.owner.room_for(*peer)) return listener.owner.accept(listener, *peer);
  ++listener.owner.refused_;
  tcp_reject(listener.socket.get());
}

bool Transport::room_for(const sa& peer) const {
  if (connections_.size() >= limits::kSipConnections) return false;
  const auto found = per_source_.find(host_of(peer));
  return found == per_source_.end() || found->second < limits::kSipConnectionsPerSource;
}

void Transport::accept(TcpListener& listener, const sa& peer) {
  const auto number = next_connection_++;
  auto connection = std::make_unique<Connection>(Connection{*this, {listener.wire, peer, number}});
  tcp_conn* tcp = nullptr;
  if (tcp_accept(&tcp, listener.socket.get(), on_established, on_bytes, on_close,
                 connection.get()) != 0) {
    tcp_reject(listener.socket.get());
    ++refused_;
    return;
  }
  connection->tcp.reset(tcp);
  tcp_conn_local_get(tcp, &connection->local);
  tls_conn* secure = nullptr;
  if (listener.wire == Wire::tls && tls_start_tcp(&secure, tls_, tcp, 0) != 0) return;
  connection->secure.reset(secure);
  connection->last_heard = now_;
  ++per_source_[host_of(peer)];
  connections_.emplace(number, std::move(connection));
}

Result<Flow> Transport::connect(Wire wire, const std::string& host, std::uint16_t port) {
  Flow flow{wire, {}, 0};
  if (sa_set_str(&flow.peer, host.c_str(), port) != 0)
    return Error{"\"" + host + "\" is not a numeric address"};
  if (wire == Wire::udp) return flow;
  flow.socket = next_connection_++;
  auto connection = std::make_unique<Connection>(Connection{*this, flow});
  tcp_conn* tcp = nullptr;
  if (const int error =
          tcp_connect(&tcp, &flow.peer, on_established, on_bytes, on_close, connection.get());
      error != 0) {
    return Error{fmt::format("{}:{} cannot be reached: {}", host, port, reason(error))};
  }
  connection->tcp.reset(tcp);
  tcp_conn_local_get(tcp, &connection->local);
  tls_conn* secure = nullptr;
  if (wire == Wire::tls && (tls_ == nullptr || tls_start_tcp(&secure, tls_, tcp, 0) != 0)) {
    return Error{"TLS could not be started"};
  }
  connection->secure.reset(secure);
  connection->last_heard = now_;
  ++per_source_[host_of(flow.peer)];
  connections_.emplace(flow.socket, std::move(connection));
  return flow;
}

void Transport::on_established(void* arg) {
  auto& connection = *static_cast<Connection*>(arg);
  const int on = 1;  // a 200 and the mrs after it must not wait for the other end's delayed ACK
  setsockopt(tcp_conn_fd(connection.tcp.get()), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  connection.established = true;
  tcp_conn_local_get(connection.tcp.get(), &connection.local);
  if (connection.waiting.empty()) return;
  const auto bytes = std::exchange(connection.waiting, {});
  connection.owner.send(connection.flow, bytes);
}

void Transport::on_bytes(mbuf* buffer, void* arg) {
  auto& connection = *static_cast<Connection*>(arg);
  auto& owner = connection.owner;
  const Flow flow = connection.flow;
  connection.last_heard = owner.now_;
  std::vector<Frame> frames;
  const bool sound = connection.framer.feed(view(*buffer), frames);
  connection.spoke |= !frames.empty();
  for (const auto& frame : frames) owner.deliver(frame.bytes, frame.truncated, flow);
  if (connection.framer.take_ping()) owner.send(flow, "\r\n");
  if (sound) return;
  owner.receiver_.on_garbage(connection.framer.rest(), flow);
  owner.close(connection);
}

void Transport::on_close(int, void* arg) {
  auto& connection = *static_cast<Connection*>(arg);
  connection.owner.close(connection);
}

void Transport::close(Connection& connection) {
  const Flow flow = connection.flow;
  auto found = connections_.find(flow.socket);
  if (found == connections_.end()) return;
  tcp_set_handlers(connection.tcp.get(), nullptr, nullptr, nullptr, nullptr);
  closed_.push_back(std::move(found->second));
  connections_.erase(found);
  const auto source = per_source_.find(host_of(flow.peer));
  VARDE_ASSERT(source != per_source_.end() && source->second > 0);
  if (--source->second == 0) per_source_.erase(source);
  receiver_.on_closed(flow);
}

bool Transport::send(const Flow& flow, std::string_view bytes) {
  const auto buffer = to_buffer(bytes);
  if (flow.wire == Wire::udp) {
    VARDE_ASSERT(flow.socket < sockets_.size());
    return udp_send(sockets_[flow.socket]->socket.get(), &flow.peer, buffer.get()) == 0;
  }
  const auto found = connections_.find(flow.socket);
  if (found == connections_.end()) return false;
  auto& connection = *found->second;
  if (connection.established) return tcp_send(connection.tcp.get(), buffer.get()) == 0;
  if (connection.waiting.size() + bytes.size() > limits::kSipSkippedBytes) return false;
  connection.waiting += bytes;
  return true;
}

std::string Transport::local_address(const Flow& flow) const {
  const sa* local = nullptr;
  if (flow.wire == Wire::udp) {
    local = &sockets_[flow.socket]->local;
  } else if (const auto found = connections_.find(flow.socket); found != connections_.end()) {
    local = &found->second->local;
  }
  return local == nullptr || sa_is_any(local) ? std::string() : to_text(*local);
}

void Transport::sweep(Instant now) {
  now_ = now;
  closed_.clear();
  std::vector<Connection*> idle;
  for (const auto& [number, connection] : connections_) {
    const Duration allowed =
        connection->spoke ? Duration(limits::kSipIdleConnection) : Duration(limits::kSipHandshake);
    if (now - connection->last_heard > allowed) idle.push_back(connection.get());
  }
  for (auto* connection : idle) close(*connection);
  closed_.clear();
}

}  // namespace varde::scaip
