#pragma once

#include "answers/cooperation/analysis.hpp"

namespace varde::answers {

/// The id of the split by each item's own key.
inline constexpr const char* kAsWritten = "as written";

/// The split of the alternative by the case's own keys, and by each of `keys` (empty = all) put on
/// all shared costs. An error when a key is not known or cannot share.
Result<std::vector<Split>> key_splits(const Ground& ground, const std::vector<std::string>& keys);

/// The least weight that, moved to one measure (inhabitants, age groups, use, equal parts), puts
/// the split in the core: of the measures that the key goes by the one that moves the fewest
/// kroner, and of the others only when none of those is enough. Looked for by one pass over all
/// groups and then tried as a key, with its rounding.
std::optional<ChangedKey> least_change(const Ground& ground, const Split& split);

/// Half the sum of differences.
Money moved_between(const std::vector<Money>& from, const std::vector<Money>& to);

}  // namespace varde::answers
