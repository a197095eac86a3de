#include "store/assignment.hpp"

#include <algorithm>

namespace varde::store {
namespace {

using access::Assignment;

std::optional<Assignment> ended(const std::optional<Assignment>& latest, Instant at) {
  if (!latest || (latest->to && *latest->to <= at)) return std::nullopt;
  auto changed = *latest;
  changed.to = std::max(at, latest->from);
  return changed;
}

}  // namespace

std::vector<Assignment> assignment_changes(const std::optional<Assignment>& latest,
                                           const care::Device& device, Instant at) {
  std::vector<Assignment> changes;
  if (!device.user) {
    if (const auto over = ended(latest, at)) changes.push_back(*over);
    return changes;
  }
  const bool same = latest && latest->user == *device.user && latest->home == device.home &&
                    latest->from == device.assigned_from.value_or(latest->from);
  if (same) {
    if (latest->to != device.assigned_to)
      changes.push_back({*device.user, device.home, latest->from, device.assigned_to});
    return changes;
  }
  const Instant from = device.assigned_from.value_or(at);
  // One that starts at the same moment takes the earlier one's place: it was a correction.
  if (latest && latest->from != from) {
    if (const auto over = ended(latest, from)) changes.push_back(*over);
  }
  changes.push_back({*device.user, device.home, from, device.assigned_to});
  return changes;
}

}  // namespace varde::store
