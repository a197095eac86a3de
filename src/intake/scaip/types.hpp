#pragma once

#include <cstdint>
#include <string>

namespace varde::scaip {

enum class Wire : std::uint8_t { udp, tcp, tls };

/// Where to listen. Port 0 picks a free one.
struct Listener {
  Wire wire = Wire::udp;
  std::string host = "127.0.0.1";  ///< a numeric address; "0.0.0.0" and "::" are every one
  std::uint16_t port = 5060;
};

}  // namespace varde::scaip
