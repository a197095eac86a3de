#pragma once

#include <filesystem>
#include <optional>

#include "journal/page.hpp"

namespace varde::journal {

struct Verification {
  engine::Position entries = 0;  ///< read and found good, from the start
  Sha256 head{};                 ///< hash of the chain after them
  std::uint64_t attachments = 0;
  std::uint64_t erased = 0;    ///< attachments whose words were erased, which is no fault
  std::optional<Fault> fault;  ///< the first thing that is wrong

  bool ok() const { return !fault.has_value(); }
};

/// Walks the whole chain and every attachment of the journal at `path`, beside a writer if need be.
/// An error means that it could not be opened at all. What was cut off the end whole leaves no
/// trace in a chain: compare `entries` with the store's position, and `head` with one noted
/// elsewhere.
Result<Verification> verify(const std::filesystem::path& path);

}  // namespace varde::journal
