#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace varde::app {

/// Makes or replaces a file that only its owner can read and write (0600), in a folder that is made
/// when it is not there (0700).
Status write_private_file(const std::filesystem::path& file, std::string_view content);

/// The content of a small text file (at most 64 KiB) without spaces and line ends around it: a key,
/// a secret.
Result<std::string> read_secret_file(const std::filesystem::path& file);

/// Makes the folder (0700) unless it is there.
Status make_private_folder(const std::filesystem::path& folder);

}  // namespace varde::app
