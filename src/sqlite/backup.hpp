#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "base/result.hpp"

namespace varde::sqlite {

/// Bytes copied so far and in all.
using Progress = std::function<void(std::uint64_t copied, std::uint64_t total)>;

/// Copies a database while others read and write it: the copy is its state at the start. Written
/// beside `to` and renamed when whole and on the disk, so that `to` is never half a copy; refuses
/// to overwrite. The write-ahead log of `from` cannot be cut back while the copy runs.
Status backup_database(const std::filesystem::path& from, const std::filesystem::path& to,
                       const Progress& progress);

}  // namespace varde::sqlite
