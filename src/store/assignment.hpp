#pragma once

#include <optional>
#include <vector>

#include "access/records.hpp"

namespace varde::store {

/// What a device's state at `at` means for the history of its assignments, given the latest one:
/// which periods are new or changed, at most two. A period ends where the next begins, or when the
/// device has no user any more.
std::vector<access::Assignment> assignment_changes(const std::optional<access::Assignment>& latest,
                                                   const care::Device& device, Instant at);

}  // namespace varde::store
