#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct zip;

namespace varde::spreadsheet {

/// The parts of a ZIP file in memory, which must outlive it. All parts read together may unpack to
/// so many bytes and no more, whatever the file says of their sizes.
class Archive {
 public:
  static Result<Archive> open(std::string_view bytes, std::size_t most_unpacked);

  bool has(const std::string& name) const;
  Result<std::string> read(const std::string& name);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  Archive(zip* archive, std::size_t left) : archive_(archive), left_(left) {}

  std::unique_ptr<zip, Close> archive_;
  std::size_t left_;
};

}  // namespace varde::spreadsheet
