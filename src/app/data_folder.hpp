#pragma once

#include <filesystem>

#include "base/result.hpp"

namespace varde::app {

/// What stands where in the folder that holds everything.
struct DataFolder {
  std::filesystem::path root;

  std::filesystem::path journal() const { return root / "journal.db"; }
  std::filesystem::path store() const { return root / "store.db"; }
  /// Steering's cases. Not there in a folder that no server has opened since it has them.
  std::filesystem::path cases() const { return root / "cases.db"; }
  std::filesystem::path keys() const { return root / "keys"; }
  /// Says that the folder holds invented people, who may be shown without a password.
  std::filesystem::path demo_marker() const { return root / "demo"; }

  bool is_demo() const { return std::filesystem::exists(demo_marker()); }
  bool has_data() const {
    return std::filesystem::exists(journal()) || std::filesystem::exists(store());
  }
};

}  // namespace varde::app
