#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "engine/entry.hpp"

namespace varde::engine {

/// The bytes of an entry in the journal: time, kind, attachment hash, body. The position is not in
/// them (the journal knows it). New fields go last; a reader of an older entry gives them their
/// default, so a format number is never needed for additions. Kinds are numbered once and for ever
/// in codec.cpp.
void encode(const Entry& entry, ByteWriter& out);
/// nullopt when the bytes are not an entry: wrong kind, cut off, trailing bytes, a value outside
/// its enumeration or bound.
std::optional<Entry> decode(std::string_view bytes);

}  // namespace varde::engine
