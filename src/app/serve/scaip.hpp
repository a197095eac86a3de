#pragma once

#include <memory>

#include "app/config/config.hpp"
#include "app/serve/core.hpp"
#include "intake/scaip/server.hpp"

namespace varde::app {

/// The SCAIP server of this configuration, not yet started. A listener for each wire that is on:
/// UDP, TCP, TLS.
std::unique_ptr<scaip::Server> make_scaip(const Config& config, Core& core);

/// "udp 127.0.0.1:5060, tcp 127.0.0.1:5060" with the ports that were really bound.
std::string describe_listeners(const Config& config, const scaip::Server& server);

}  // namespace varde::app
