#pragma once

#include <string_view>

namespace varde::app {

/// Tells the supervisor that started this program how it is ("READY=1", "STOPPING=1"), by the
/// protocol of sd_notify(3): one datagram to the socket that NOTIFY_SOCKET names. Nothing when
/// there is none.
void tell_supervisor(std::string_view state);

}  // namespace varde::app
