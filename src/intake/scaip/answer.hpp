#pragma once

#include <string>

#include "engine/ports.hpp"
#include "intake/scaip/mrq.hpp"
#include "intake/scaip/mrs.hpp"

namespace varde::scaip {

/// Where devices are to place their voice call. Either may be empty; with both empty a device is
/// told to call the receiver it has in itself.
struct CallTarget {
  std::string number;   ///< for devices that call by telephone (crd tel: or gsm:), "+4775000000"
  std::string sip_uri;  ///< for devices that call by SIP, "sip:alarm@centre.example"
};

/// What the device is told. `outcome` is the journal's word: snu 0 only when the message is kept.
///  - kept and understood: 0, with a call when somebody may want to talk;
///  - kept, not understood: 1, 2, 3 or 7, as the parser found; an operator reads it, the device may
///  try another way;
///  - not kept: 6 (overload; the same later), 5 (the journal cannot keep it, or the program stops;
///  try another receiver).
/// Voice is offered for a message of type ME that is an alarm, unless the device said it cannot
/// talk (crd no-voice:, mreq 4). With cha 1 the centre calls back: duplex, no call from the device.
Mrs answer(const Parsed& parsed, const engine::Inbox::Outcome& outcome, const CallTarget& target);

}  // namespace varde::scaip
