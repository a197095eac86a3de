#include "notify/signature.hpp"

#include "base/digest.hpp"

namespace varde::notify {

std::string timestamp(Instant at) {
  return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

std::string signature(std::string_view secret, std::string_view timestamp, std::string_view body) {
  std::string signed_text{timestamp};
  signed_text += '.';
  signed_text += body;
  return "sha256=" + to_hex(hmac_sha256(secret, signed_text));
}

}  // namespace varde::notify
