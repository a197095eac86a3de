#pragma once

#include <cstdint>
#include <string_view>

#include "app/demo/fleet_model.hpp"
#include "domain/alarm/scaip_codes.hpp"

namespace varde::app::demo {

/// An event as a SCAIP device says it.
struct ScaipMessage {
  alarm::scaip::MessageType type{};
  std::uint16_t dty = 0;
  std::uint16_t stc = 0;
};
ScaipMessage scaip_message(const Event& event, const FleetDevice& device);

/// An event as a gateway says it over HTTP.
struct HttpMessage {
  alarm::SignalKind kind{};
  alarm::AlertCode code;
  alarm::Condition condition{};
};
HttpMessage http_message(const Event& event, const FleetDevice& device);

/// The event as intake would hand it on, for a past that is made up without a network. `number`
/// makes the key unique.
alarm::Signal signal_of(const Event& event, const FleetDevice& device, SignalId id,
                        std::uint64_t number);

}  // namespace varde::app::demo
