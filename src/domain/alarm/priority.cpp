#include <algorithm>

#include "base/assert.hpp"
#include "domain/alarm/lifecycle.hpp"

namespace varde::alarm {
namespace {

constexpr int kMostUrgent = 1;
constexpr int kMostUrgentTechnical = 3;
constexpr int kLeastUrgent = 5;
constexpr int kNotUnderstood = 2;  // somebody may be lying on a floor
constexpr int kTechnicalOfDevice =
    4;  // a technical signal under a code that is for people, such as 3

int most_urgent(SignalKind kind) {
  return kind == SignalKind::technical ? kMostUrgentTechnical : kMostUrgent;
}

int base_priority(AlertCode code, SignalKind kind, bool understood) {
  const CodeInfo* info = find_code(code);
  if (kind == SignalKind::technical)
    return info != nullptr && info->technical ? info->priority : kTechnicalOfDevice;
  if (info == nullptr) return kNotUnderstood;
  return understood ? info->priority : std::min<int>(info->priority, kNotUnderstood);
}

}  // namespace

std::uint8_t initial_priority(AlertCode code, SignalKind kind, std::int8_t plan_shift,
                              bool understood) {
  const int priority = base_priority(code, kind, understood) + plan_shift;
  return static_cast<std::uint8_t>(std::clamp(priority, most_urgent(kind), kLeastUrgent));
}

void raise_priority(Alarm& alarm) {
  VARDE_ASSERT(alarm.priority >= kMostUrgent && alarm.priority <= kLeastUrgent);
  if (alarm.priority > most_urgent(alarm.kind)) --alarm.priority;
}

}  // namespace varde::alarm
