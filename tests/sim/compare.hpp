#pragma once

#include <map>
#include <string>
#include <vector>

#include "house.hpp"

namespace varde::sim {

/// What a store holds that comes from the journal.
struct Contents {
  std::vector<std::string> read_models;         ///< all rows, "table: values", sorted
  std::map<std::string, std::string> messages;  ///< that wait to be delivered: body by key
};
/// Of a store file of the mounted disk.
Contents contents(const std::string& path);

/// As they come out of a store that has folded all of `history` at once, on a disk of its own. The
/// disk that was mounted before must be mounted again afterwards.
Contents rebuilt(const std::vector<Written>& history);

/// "" when equal, else the first line of either that the other has not.
std::string difference(const std::vector<std::string>& found,
                       const std::vector<std::string>& expected);

/// The same entry, to the bit.
bool same(const Written& a, const Written& b);

}  // namespace varde::sim
