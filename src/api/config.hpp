#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "api/views/session_view.hpp"
#include "base/time.hpp"

namespace varde::api {

struct Config {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0 = any free one; Server::port() tells which
  int io_threads = 1;
  int workers = 2;  ///< threads for reads of the store; never the ones that take signals in
  std::filesystem::path web_folder;  ///< the built console; empty = none
  bool secure_cookies = true;        ///< false only where the console is reached over plain HTTP
  std::string version;
  Centre centre;
  std::optional<MapSource> map;
  Duration handler_timeout = std::chrono::seconds{60};
};

using Clock = std::function<Instant()>;

}  // namespace varde::api
