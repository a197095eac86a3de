#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

namespace varde::notify {

/// Unix seconds, as in X-Varde-Timestamp.
std::string timestamp(Instant at);

/// The value of X-Varde-Signature: "sha256=" and the HMAC-SHA256, in hex, of timestamp, ".", body.
/// The receiver computes the same, compares, and refuses an old timestamp: a copied request cannot
/// be sent again later.
std::string signature(std::string_view secret, std::string_view timestamp, std::string_view body);

}  // namespace varde::notify
