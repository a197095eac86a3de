#pragma once

#include "api/call.hpp"
#include "domain/alarm/lifecycle.hpp"

namespace varde::api {

/// Gathers everything around an alarm the caller may see. The person comes last, because looking is
/// recorded.
void answer_with_detail(const CallPtr& call, const alarm::Alarm& alarm);

}  // namespace varde::api
