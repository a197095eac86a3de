#include "app/files.hpp"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace varde::app {
namespace {

constexpr std::size_t kSecretBytes = 64 * 1024;

Error system_error(const std::filesystem::path& file, std::string_view what) {
  return Error{
      fmt::format("{}: {}: {}", file.string(), what, std::generic_category().message(errno))};
}

bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0;
}

}  // namespace

Status make_private_folder(const std::filesystem::path& folder) {
  std::error_code failed;
  if (std::filesystem::is_directory(folder, failed)) return Done{};
  std::filesystem::create_directories(folder, failed);
  if (!failed) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
  if (failed)
    return Error{fmt::format("{}: cannot be made: {}", folder.string(), failed.message())};
  return Done{};
}

Status write_private_file(const std::filesystem::path& file, std::string_view content) {
  if (auto made = make_private_folder(file.parent_path()); !made) return made;
  const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (handle < 0) return system_error(file, "cannot be written");
  const bool written = ::fchmod(handle, 0600) == 0 && write_all(handle, content);
  ::close(handle);
  if (!written) return system_error(file, "cannot be written");
  return Done{};
}

Result<std::string> read_secret_file(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) return Error{fmt::format("{}: cannot be read", file.string())};
  std::string text(kSecretBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > kSecretBytes)
    return Error{fmt::format("{}: larger than {} bytes", file.string(), kSecretBytes)};
  constexpr std::string_view kSpace = " \t\r\n";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string::npos) return Error{fmt::format("{}: is empty", file.string())};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace varde::app
