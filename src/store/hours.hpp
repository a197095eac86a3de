#pragma once

#include <vector>

#include "access/records.hpp"

namespace varde::store {

/// The hours that touch [from, to) and have begun at `now`; of more than 31 days' hours the last.
std::vector<access::KeyFigures::Hour> empty_hours(Instant from, Instant to, Instant now);

}  // namespace varde::store
