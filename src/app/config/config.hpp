#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/log.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/tenancy/municipality.hpp"

namespace varde::app {

/// Where to listen. Port 0 = any free port.
struct Endpoint {
  std::string host;
  std::uint16_t port = 0;

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};
/// "127.0.0.1:5060", "[::1]:5060"; nullopt for anything else.
std::optional<Endpoint> parse_endpoint(std::string_view text);
std::string to_string(const Endpoint& endpoint);

/// Who is told over HTTP of the changes of one municipality's alarms.
struct WebhookConfig {
  tenancy::Municipality municipality;
  std::string url;
  std::filesystem::path secret_file;
};

/// Everything that can be set. The values here are the defaults; deploy/varde.toml lists and
/// explains each key.
struct Config {
  struct Server {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::filesystem::path web_folder = "/usr/share/varde/web";
    bool secure_cookies = true;
  } server;

  std::filesystem::path data_folder = "/var/lib/varde";

  struct Scaip {
    std::optional<Endpoint> udp = Endpoint{"127.0.0.1", 5060};
    std::optional<Endpoint> tcp = Endpoint{"127.0.0.1", 5060};
    std::optional<Endpoint> tls;
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    std::string realm = "varde";
    std::string authentication = "digest";  ///< or "device_id"
    std::string call_uri;
    std::string call_number;
    std::string answer_in_reply;  ///< models, separated by commas
  } scaip;

  struct Centre {
    std::string name = "Responssenter";
    std::string phone;
    Duration handler_timeout = std::chrono::seconds{60};
    Duration answer_limit = std::chrono::seconds{120};
  } centre;

  struct Map {
    std::string tile_url;
    std::string attribution;
  } map;

  log::Level log_level = log::Level::info;

  std::vector<WebhookConfig> webhooks;
};

/// Reads a configuration. Every problem is named, one a line, as "FILE:LINE: what is wrong; what to
/// write": an unknown key, a wrong type, a value out of range, settings that contradict each other.
/// A missing key has its default.
Result<Config> parse_config(std::string_view toml, const std::string& file_name);
Result<Config> load_config(const std::filesystem::path& file);

/// One key of the file, for documentation and its test.
struct KeyDescription {
  std::string section;  ///< "server"; "webhook" for a key of [[webhook]]
  std::string name;
  std::string accepts;   ///< "a whole number from 0 to 65535"
  std::string fallback;  ///< the default as one writes it in TOML; empty in [[webhook]]
};
std::vector<KeyDescription> describe_config();

}  // namespace varde::app
