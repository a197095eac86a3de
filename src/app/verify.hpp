#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/data_folder.hpp"
#include "base/result.hpp"

namespace varde::app {

/// Told now and then how far it has come, and how far it has to go.
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

struct Verified {
  std::uint64_t entries = 0;
  std::uint64_t attachments = 0;
  std::uint64_t erased = 0;
  std::string head;                 ///< hash of the chain's end, in hex; to be noted elsewhere
  std::vector<std::string> faults;  ///< what is wrong, for a person; empty = nothing
};

/// Walks the journal's chain, then rebuilds the store's read models from the journal in a folder
/// for a while and compares. Works beside a running server: the store is compared as of the entry
/// it has come to. An error means that it could not be looked at.
Result<Verified> verify_folder(const DataFolder& folder, const Progress& progress);

}  // namespace varde::app
