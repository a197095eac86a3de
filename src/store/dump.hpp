#pragma once

#include <cstdint>
#include <string>

#include "base/digest.hpp"

namespace varde::store {

/// A read model's content, short enough to compare: rows in the order of their key, hashed one
/// after the other.
struct TableSum {
  std::string table;
  std::uint64_t rows = 0;
  Sha256 sum{};

  friend bool operator==(const TableSum&, const TableSum&) = default;

  void add(const std::string& line);
};

}  // namespace varde::store
