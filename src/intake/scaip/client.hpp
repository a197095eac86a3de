#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "intake/scaip/mrs.hpp"
#include "intake/scaip/types.hpp"

namespace varde::scaip {

struct ClientConfig {
  Wire wire = Wire::udp;
  std::string host = "127.0.0.1";  ///< the receiver's; a numeric address
  std::uint16_t port = 5060;
  std::string local_host = "127.0.0.1";  ///< ours, for UDP
  std::size_t connections = 1;           ///< TCP and TLS: devices share them in turn
  std::size_t in_flight = 10'000;        ///< messages that wait; more are not taken
  Duration mrs_timeout =
      std::chrono::seconds{20};  ///< from the 200 on; devices in use give up after about that
};

/// A message from one device.
struct ClientMessage {
  std::string cid;
  std::string ref;
  std::string body;      ///< the whole mrq
  std::string password;  ///< for digest; empty: the device has none
};

struct ClientResult {
  std::string cid, ref;
  int status = 0;          ///< of the final SIP response; 0 = none came
  std::optional<Mrs> mrs;  ///< from its own MESSAGE or from the 200
  Duration answered{};     ///< from send to the final SIP response
  Duration completed{};    ///< from send to the mrs, or to giving up
  bool ok() const { return mrs && mrs->snu == Snu::ok; }
};

/// The devices' side of SCAIP, for simulators and load tests: many devices on one UDP socket or a
/// few connections. Proves itself by digest when asked, waits for the 200 and the mrs, and tells
/// the result. TLS certificates are not checked.
class Client {
 public:
  using Clock = std::function<Instant()>;
  using Random = std::function<std::uint64_t()>;
  using Then = std::function<void(const ClientResult&)>;

  Client(ClientConfig config, Clock clock, Random random);
  ~Client();

  Status start();
  /// Thread-safe. False when as many as ClientConfig::in_flight wait already. `then` is called
  /// once, on the client's thread, unless the client is stopped first.
  bool send(ClientMessage message, Then then);
  void stop();
  std::size_t in_flight() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace varde::scaip
