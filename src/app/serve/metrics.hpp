#pragma once

#include <string>

#include "app/serve/core.hpp"
#include "intake/http/signals_intake.hpp"
#include "intake/scaip/counters.hpp"

namespace varde::app {

/// The text of /metrics (Prometheus exposition format 0.0.4). Counts and states only; no ids, no
/// personal data.
std::string metrics_text(const Core& core, const scaip::Counters& scaip, const http::Counts& http);

}  // namespace varde::app
