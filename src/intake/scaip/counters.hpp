#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace varde::scaip {

/// What the server has done since it started; read from any thread. By wire: UDP, TCP, TLS.
struct Counters {
  using Count = std::atomic<std::uint64_t>;

  std::array<Count, 3> received{};  ///< requests, by wire
  Count accepted{};                 ///< messages the journal has, understood
  Count not_understood{};           ///< kept for an operator with their raw text
  Count duplicate{};                ///< the journal had them already
  Count busy{};                     ///< refused: overload, or one source over its rate
  Count unavailable{};    ///< refused: the journal could not keep them, or the program stops
  Count retransmitted{};  ///< came again while the journal was at work
  Count challenged{};     ///< 401 for want of credentials, or old ones
  Count wrong_credentials{};
  Count strangers{};        ///< messages from devices nobody knows
  Count sender_mismatch{};  ///< From is another than the device in the message
  Count mrs_sent{};         ///< as a MESSAGE, and answered with 2xx
  Count mrs_failed{};       ///< no answer, or another
  Count mrs_in_reply{};     ///< in the body of the 200
  Count garbage{};          ///< not SIP
  Count unsupported{};      ///< SIP, but not for us: 405, 415, 488, 501
  Count keep_alive{};       ///< OPTIONS and REGISTER
  Count connections_refused{};

  // Now.
  Count connections{};
  Count in_flight{};  ///< messages the journal is at work with
  Count mrs_waiting{};
};

}  // namespace varde::scaip
