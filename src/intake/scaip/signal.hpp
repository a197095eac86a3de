#pragma once

#include <string>
#include <string_view>

#include "engine/entry.hpp"
#include "engine/ports.hpp"
#include "intake/scaip/mrq.hpp"

namespace varde::scaip {

/// The device's address: "scaip:<cid>", cut to limits::kAddressBytes. `from` (the SIP From user)
/// stands in when the body gave no cid; "scaip:?" when neither did.
std::string address_of(const Mrq& mrq, std::string_view from);

/// Codes only, as the protocol had them: "dty=0003 stc=0010 lco=021".
std::string raw_code_of(const Mrq& mrq);

/// What the device says in words, one element a line ("lte: Bad"), for an operator to read.
std::string words_of(const Mrq& mrq);

/// A message that was understood, ready for the journal but for its id.
engine::Submission to_submission(const Mrq& mrq);

/// A message that was not understood, or cannot be trusted: an alarm that shows its raw text. `why`
/// goes into the raw code
/// ("snu=2", "auth=failed").
engine::Submission to_unread_submission(const Mrq& mrq, std::string_view from,
                                        std::string_view body, std::string_view why);

/// The same key was used for another content: a device that starts its reference counter anew. A
/// key of its own, the same each time this content is sent.
void make_key_unique(alarm::Signal& signal);

}  // namespace varde::scaip
