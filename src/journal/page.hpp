#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "engine/entry.hpp"

namespace varde::journal {

/// The entries of one commit as they are kept: for each its length (varint), its bytes and the hash
/// of the chain up to it, SHA-256(hash of the entry before || bytes). The chain starts from 32 zero
/// bytes.
struct Page {
  engine::Position first = 0;
  std::uint64_t count = 0;
  std::string bytes;
  Sha256 hash{};  ///< of the chain after the last entry
};

/// What is wrong, and with which entry.
struct Fault {
  engine::Position position = 0;
  std::string what;
  bool unreadable = false;  ///< SQLite cannot read the place: entries after it may be hidden too
};
/// "entry 17: its hash does not fit".
std::string to_string(const Fault& fault);

/// `entries` is not empty and its positions follow each other; `before` is the hash of the chain
/// before the first.
Page make_page(std::span<const engine::Entry> entries, const Sha256& before);

/// The entries of a page, every hash checked. Never reads outside the page, whatever is in it.
Result<std::vector<engine::Entry>, Fault> read_page(const Page& page, const Sha256& before);

}  // namespace varde::journal
