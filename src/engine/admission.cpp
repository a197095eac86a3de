#include "engine/admission.hpp"

#include "base/limits.hpp"

namespace varde::engine {

bool admits(alarm::SignalKind kind, std::size_t inbox_depth) {
  switch (kind) {
    case alarm::SignalKind::heartbeat:
      return inbox_depth < limits::kInboxShedHeartbeats;
    case alarm::SignalKind::measurement:
    case alarm::SignalKind::event:
    case alarm::SignalKind::location:
      return inbox_depth < limits::kInboxShedMeasurements;
    case alarm::SignalKind::technical:
      return inbox_depth < limits::kInboxShedTechnical;
    case alarm::SignalKind::alarm:
    case alarm::SignalKind::reset:
      break;
  }
  return inbox_depth < limits::kInboxEntries;
}

}  // namespace varde::engine
