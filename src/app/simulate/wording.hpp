#pragma once

#include <string>
#include <string_view>

#include "app/demo/message.hpp"

namespace varde::app::simulate {

/// The mrq document (SS 91100:2014) with which a device of the fleet tells an event.
std::string mrq(const demo::Event& event, const demo::FleetDevice& device, std::string_view ref);

/// The JSON with which a gateway tells it to POST /api/v1/signals.
std::string signal_json(const demo::Event& event, const demo::FleetDevice& device,
                        std::string_view id, Instant device_time);

}  // namespace varde::app::simulate
