#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <re/re.h>

#include "base/result.hpp"
#include "base/time.hpp"
#include "intake/scaip/framer.hpp"
#include "intake/scaip/types.hpp"

// SIP messages over libre's UDP, TCP and TLS sockets. All of it belongs to one Loop.
namespace varde::scaip {

/// Where a message came from, and so where the answer goes: the same socket or connection. Outlives
/// both.
struct Flow {
  Wire wire = Wire::udp;
  sa peer{};
  std::uint64_t socket =
      0;  ///< UDP: index of the socket; TCP, TLS: number of the connection, never used again
};
std::string to_text(const sa& address);  ///< "10.0.0.1:5060", "[::1]:5060"
std::string host_of(const sa& address);  ///< "10.0.0.1"

class Transport {
 public:
  class Receiver {
   public:
    virtual ~Receiver() = default;
    /// `body` is what of the body came; `truncated` when it went on.
    virtual void on_message(const sip_msg& message, std::string_view body, bool truncated,
                            const Flow& flow) = 0;
    /// What is no SIP message: the start of it.
    virtual void on_garbage(std::string_view raw, const Flow& flow) = 0;
    virtual void on_closed(const Flow& flow) = 0;
  };

  explicit Transport(Receiver& receiver);
  ~Transport();
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;

  /// Certificate and key as PEM files, for TLS listeners and, without them, for outgoing TLS.
  Status set_certificate(const std::string& certificate_file, const std::string& key_file);
  /// Port 0 picks a free one. Returns the port.
  Result<std::uint16_t> listen(const Listener& listener);
  /// Opens a connection (TCP, TLS) or names a peer of the first UDP socket. Sends may follow at
  /// once.
  Result<Flow> connect(Wire wire, const std::string& host, std::uint16_t port);

  /// False when it could not be handed to the network: the connection is gone or its send queue
  /// full.
  bool send(const Flow& flow, std::string_view bytes);
  /// Our address as the flow's other end sees it, "10.0.0.1:5060"; empty when bound to every
  /// address.
  std::string local_address(const Flow& flow) const;
  /// Closes what has been idle or never spoke; frees what was closed. Call about once a second.
  void sweep(Instant now);
  std::size_t connections() const { return connections_.size(); }
  std::uint64_t refused_connections() const { return refused_; }
  void stop_listening();

 private:
  struct UdpSocket;
  struct TcpListener;
  struct Connection;

  static void on_datagram(const sa* source, mbuf* buffer, void* arg);
  static void on_connect(const sa* peer, void* arg);
  static void on_established(void* arg);
  static void on_bytes(mbuf* buffer, void* arg);
  static void on_close(int error, void* arg);

  Result<std::uint16_t> listen_udp(const Listener& listener, const sa& address);
  Result<std::uint16_t> listen_tcp(const Listener& listener, const sa& address);
  void accept(TcpListener& listener, const sa& peer);
  bool room_for(const sa& peer) const;
  void deliver(std::string_view bytes, bool truncated, const Flow& flow);
  void close(Connection& connection);

  Receiver& receiver_;
  tls* tls_ = nullptr;
  std::vector<std::unique_ptr<UdpSocket>> sockets_;
  std::vector<std::unique_ptr<TcpListener>> listeners_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> connections_;
  std::unordered_map<std::string, std::size_t> per_source_;
  std::vector<std::unique_ptr<Connection>> closed_;  ///< freed outside their own callbacks
  std::uint64_t next_connection_ = 1;
  std::uint64_t refused_ = 0;
  Instant now_{};
};

}  // namespace varde::scaip
