#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "engine/ports.hpp"
#include "intake/scaip/answer.hpp"
#include "intake/scaip/counters.hpp"
#include "intake/scaip/types.hpp"

namespace varde::scaip {

/// What the server must know of a device.
struct DeviceProfile {
  std::string ha1;  ///< MD5(user:realm:password) in hex; empty: the device is known by its id alone
  bool mrs_in_reply = false;  ///< wants the mrs in the body of the 200, not as a MESSAGE of its own
};

/// Looks devices up by address, "scaip:90000017". Called on the server's thread; must be quick.
class Directory {
 public:
  virtual ~Directory() = default;
  virtual std::optional<DeviceProfile> find(std::string_view address) const = 0;
};

struct Config {
  std::vector<Listener> listeners;
  std::string certificate_file;  ///< PEM, with its chain; for TLS
  std::string key_file;          ///< PEM; empty: in the certificate's file
  enum class Authentication : std::uint8_t { digest, device_id };
  Authentication authentication = Authentication::digest;
  std::string realm = "varde";
  std::string advertised_host;  ///< "alarm.example.no:5060": ours, when listening on every address;
                                ///< empty: as the device names us
  std::string user = "alarm";   ///< ours, when the device names none
  CallTarget call_target;
};

/// SCAIP over SIP (SS 91100:2014, CLC/TS 50134-9:2018): takes mrq messages on UDP, TCP and TLS,
/// hands them to the inbox, and answers when they are durable: an empty 200, then the mrs as a
/// MESSAGE of its own on the same connection or to the same UDP source (or in the 200's body, by
/// the device's profile).
///
/// Nothing is refused for being unknown, wrong or untrusted: it becomes an alarm that shows what
/// came. A device that must prove itself and does not is asked again; its message is kept as an
/// alarm that is not understood, once a minute.
class Server {
 public:
  using Clock = std::function<Instant()>;
  using Random = std::function<std::uint64_t()>;

  /// `clock` and `random` are called on the server's thread. `inbox` and `directory` outlive
  /// stop().
  Server(Config config, engine::Inbox& inbox, const Directory& directory, Clock clock,
         Random random);
  ~Server();

  /// Opens the listeners. An error names the one that could not be opened, and nothing is left
  /// open.
  Status start();
  /// No new connections; what is in flight is answered, within limits::kScaipStopGrace; then
  /// everything is closed.
  void stop();

  /// The ports in use, in the order of Config::listeners. After start().
  const std::vector<std::uint16_t>& ports() const;
  const Counters& counters() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace varde::scaip
