#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <stdlib.h>

// For tests and benchmarks.
namespace varde::sqlite::testing {

/// A new folder that goes with the object: in memory where there is such a place, because a test of
/// what is written does not need the disk; on the disk for a benchmark of how fast it is.
class TestFolder {
 public:
  enum class Where { memory, disk };
  explicit TestFolder(Where where = Where::memory) {
    const std::filesystem::path memory = "/dev/shm";
    const bool in_memory = where == Where::memory && std::filesystem::is_directory(memory);
    std::string name =
        ((in_memory ? memory : std::filesystem::temp_directory_path()) / "varde-test-XXXXXX")
            .string();
    path_ = mkdtemp(name.data());
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void set_content(const std::filesystem::path& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
}

}  // namespace varde::sqlite::testing
