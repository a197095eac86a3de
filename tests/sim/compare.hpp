#pragma once

#include <string>
#include <vector>

#include "house.hpp"

namespace varde::sim {

/// All rows of the read models in a store file of the mounted disk, one a line, in an order that
/// does not depend on how they came there.
std::vector<std::string> read_models(const std::string& path);

/// The read models as they come out of a store that has folded all of `history` at once, on a disk
/// of its own. The disk that was mounted before must be mounted again afterwards.
std::vector<std::string> rebuilt(const std::vector<Written>& history);

/// "" when equal, else the first line of either that the other has not.
std::string difference(const std::vector<std::string>& found,
                       const std::vector<std::string>& expected);

/// The same entry, to the bit.
bool same(const Written& a, const Written& b);

}  // namespace varde::sim
