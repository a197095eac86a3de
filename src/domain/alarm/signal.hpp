#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/alarm/code.hpp"

namespace varde::alarm {

enum class SignalKind : std::uint8_t {
  alarm,
  reset,
  technical,
  heartbeat,
  measurement,
  event,
  location
};
std::string_view to_string(SignalKind kind);
std::optional<SignalKind> parse_signal_kind(std::string_view text);

enum class Protocol : std::uint8_t { scaip, http, internal };
std::string_view to_string(Protocol protocol);

/// What a technical signal says of the device, beyond its code: kept as the device's condition.
enum class Condition : std::uint8_t {
  none,
  battery_low,
  battery_ok,
  mains_failed,
  mains_ok,
  contact_lost,
  contact_ok,
  fault,
};
std::string_view to_string(Condition condition);

/// One message from a device, after its protocol has been understood, or not. Codes and ids only:
/// what the device wrote in words, and the body when it was not understood, travels beside it
/// (engine::Submission::attachment).
struct Signal {
  SignalId id;
  SignalKind kind = SignalKind::alarm;
  Protocol protocol = Protocol::scaip;
  std::string
      address;  ///< the device's, with its scheme: "scaip:90000017"; "scaip:?" when it gave none
  std::string key;  ///< idempotency key in full scope, "scaip:90000017/ref"; empty = the sender
                    ///< cannot repeat safely
  std::uint64_t content = 0;  ///< of everything but id and device_time: the same key with another
                              ///< content is not a repeat
  AlertCode code = kSocialAlarm;
  std::string raw_code;        ///< as the protocol had it, "dty=0003 stc=0010"
  std::uint16_t location = 0;  ///< SCAIP lco (SS 91100): where in the home; 0 = not said
  Condition condition = Condition::none;
  bool understood = true;  ///< false: an operator must read the raw text
  std::optional<Instant>
      device_time;  ///< what the device's clock claims; shown, never used for order
};

}  // namespace varde::alarm
