#pragma once

#include <filesystem>
#include <string_view>

#include "api/http.hpp"

namespace varde::api {

/// The built console from a folder. Files under assets/ have their hash in the name and may be kept
/// for a year; everything else is asked for anew. A path that is no file and has no extension gives
/// index.html: the console has its own routes.
class StaticFiles {
 public:
  explicit StaticFiles(std::filesystem::path folder);

  /// `path` as sent, starting with '/'. Never reads outside the folder, whatever the path or a link
  /// says.
  Response get(std::string_view path) const;

 private:
  std::optional<std::filesystem::path> resolve(std::string_view path) const;

  std::filesystem::path folder_;  ///< canonical; empty = there is no console
};

/// By extension; "application/octet-stream" when unknown.
std::string_view mime_type(const std::filesystem::path& file);

}  // namespace varde::api
