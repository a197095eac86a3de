#include "api/static_files.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace varde::api {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kFileBytes = 32 * 1024 * 1024;

struct MimeType {
  std::string_view extension;
  std::string_view type;
};
constexpr std::array<MimeType, 16> kMimeTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/vnd.microsoft.icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".mp3", "audio/mpeg"},
    {".wav", "audio/wav"},
}};

bool is_within(const fs::path& folder, const fs::path& file) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first ==
         folder.end();
}

Response not_found() {
  return problem_response({ProblemKind::not_found, "There is no such file.", {}, {}});
}

}  // namespace

std::string_view mime_type(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto it = std::find_if(kMimeTypes.begin(), kMimeTypes.end(),
                               [&](const MimeType& m) { return m.extension == extension; });
  return it == kMimeTypes.end() ? "application/octet-stream" : it->type;
}

StaticFiles::StaticFiles(fs::path folder) {
  std::error_code error;
  if (!folder.empty()) folder_ = fs::canonical(folder, error);
  if (error) folder_.clear();
}

/// The file a path stands for, links followed; nullopt when there is none or it lies outside the
/// folder.
std::optional<fs::path> StaticFiles::resolve(std::string_view path) const {
  const auto decoded = decode_percent(path, false);
  if (!decoded || decoded->find('\0') != std::string::npos) return std::nullopt;
  std::error_code error;
  const fs::path file =
      fs::canonical(folder_ / fs::path{*decoded}.relative_path().lexically_normal(), error);
  if (error || !is_within(folder_, file) || !fs::is_regular_file(file, error)) return std::nullopt;
  if (fs::file_size(file, error) > kFileBytes || error) return std::nullopt;
  return file;
}

Response StaticFiles::get(std::string_view path) const {
  if (folder_.empty()) return not_found();
  auto file = resolve(path);
  const bool page = !fs::path{path}.has_extension();
  if (!file && page) file = resolve("/index.html");
  if (!file) return not_found();
  std::ifstream in{*file, std::ios::binary};
  std::string body{std::istreambuf_iterator<char>{in}, {}};
  if (!in) return not_found();
  const bool hashed = path.starts_with("/assets/");
  return {200,
          std::string{mime_type(*file)},
          std::move(body),
          {{"Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache"}}};
}

}  // namespace varde::api
