#pragma once

#include <cstdint>
#include <string_view>

#include "domain/alarm/code.hpp"
#include "domain/alarm/signal.hpp"

// SCAIP (SS 91100:2014, CLC/TS 50134-9:2018) codes and what they mean to us. The numbers come from
// public implementations; 0042 (device type) and 0049 (status) are not public and are kept as
// unknown.
namespace varde::alarm::scaip {

struct CodeText {
  std::uint16_t code;
  std::string_view nb;
  std::string_view en;
};
/// nullptr when the code is not in the list.
const CodeText* device_type(std::uint16_t dty);
const CodeText* device_component(std::uint16_t dco);
const CodeText* status(std::uint16_t stc);
const CodeText* location(std::uint16_t lco);

/// Message type of an mrq.
enum class MessageType : std::uint8_t { alarm_ME, reset_RE, information_IN, heartbeat_PI };

struct Meaning {
  SignalKind kind;
  AlertCode code;
  Condition condition;
  bool known;  ///< false: no rule names this dty and stc; it is an alarm all the same, and its raw
               ///< code is shown
};
/// Never refuses: what no rule names is an alarm (somebody may be lying on a floor).
Meaning classify(MessageType type, std::uint16_t dty, std::uint16_t stc);

}  // namespace varde::alarm::scaip
