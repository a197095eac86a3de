#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "cases/load.hpp"

// For fuzzers only.
namespace varde::cases {

/// A case folder in one text: files start with a line "==> NAME"; the first is case.toml.
inline Files fuzz_files(std::string_view text) {
  Files files;
  std::string name = "case.toml";
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1);
    const auto line = text.substr(0, end + 1);
    if (line.starts_with("==> ")) {
      name = line.substr(4, line.find_last_not_of("\r\n") - 3);
    } else {
      files[name] += line;
    }
    text.remove_prefix(end + 1);
  }
  return files;
}

}  // namespace varde::cases
