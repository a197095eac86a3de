#include "app/config/config.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/config/schema.hpp"

namespace varde::app {
namespace {

constexpr std::size_t kFileBytes = 256 * 1024;
constexpr std::size_t kWebhooks = 1'000;

/// The words of [log] level, in the order of log::Level.
const std::vector<std::string> kLevels{"debug", "info", "warning", "error"};

/// What the file may say, once: section, key, type, bounds. `level` is the word that log_level is
/// made from.
std::vector<Section> sections(Config& config, std::string& level) {
  std::vector<Section> all;
  all.emplace_back("server")
      .text("address", config.server.address)
      .port("port", config.server.port)
      .file("web_folder", config.server.web_folder)
      .flag("secure_cookies", config.server.secure_cookies);
  all.emplace_back("data").file("folder", config.data_folder);
  all.emplace_back("scaip")
      .endpoint("udp", config.scaip.udp)
      .endpoint("tcp", config.scaip.tcp)
      .endpoint("tls", config.scaip.tls)
      .file("tls_certificate", config.scaip.tls_certificate)
      .file("tls_key", config.scaip.tls_key)
      .text("realm", config.scaip.realm)
      .choice("authentication", config.scaip.authentication, {"digest", "device_id"})
      .text("call_uri", config.scaip.call_uri)
      .text("call_number", config.scaip.call_number, 32)
      .text("answer_in_reply", config.scaip.answer_in_reply, 2'000);
  all.emplace_back("centre")
      .text("name", config.centre.name)
      .text("phone", config.centre.phone, 32)
      .seconds("handler_timeout_s", config.centre.handler_timeout, 20, 3'600)
      .seconds("answer_limit_s", config.centre.answer_limit, 10, 86'400);
  all.emplace_back("map")
      .text("tile_url", config.map.tile_url, 2'000)
      .text("attribution", config.map.attribution, 500);
  all.emplace_back("log").choice("level", level, kLevels);
  return all;
}

Section webhook_section(WebhookConfig& webhook) {
  Section section{"webhook"};
  section.municipality("municipality", webhook.municipality)
      .url("url", webhook.url)
      .file("secret_file", webhook.secret_file);
  return section;
}

class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file), sections_(sections(config_, level_)) {}

  Result<Config> read(const toml::table& root) {
    for (const auto& [key, node] : root) section(key, node);
    cross_check(root);
    if (!problems_.empty()) return Error{fmt::format("{}", fmt::join(problems_, "\n"))};
    const auto level = std::ranges::find(kLevels, level_) - kLevels.begin();
    config_.log_level = static_cast<log::Level>(level);
    return std::move(config_);
  }

 private:
  void problem(const toml::source_region& where, const std::string& text) {
    problems_.push_back(problem_at(file_, where, text));
  }

  void section(const toml::key& key, const toml::node& node) {
    if (key.str() == "webhook") return webhooks(node);
    const auto known = std::ranges::find(sections_, key.str(), &Section::name);
    if (known == sections_.end()) {
      std::vector<std::string> names{"webhook"};
      for (const auto& s : sections_) names.push_back(s.name());
      return problem(key.source(), fmt::format("there is no section [{}]; write one of: {}",
                                               key.str(), fmt::join(names, ", ")));
    }
    const auto* table = node.as_table();
    if (table == nullptr)
      return problem(node.source(),
                     fmt::format("{} is a section; write [{}]", key.str(), key.str()));
    known->read(*table, file_, problems_);
  }

  void webhooks(const toml::node& node) {
    const auto* list = node.as_array();
    if (list == nullptr || list->size() > kWebhooks)
      return problem(node.source(), "write each webhook as its own [[webhook]] section");
    for (const auto& item : *list) {
      const auto* table = item.as_table();
      if (table == nullptr) return problem(item.source(), "write each webhook as [[webhook]]");
      webhook(*table);
    }
  }

  void webhook(const toml::table& table) {
    WebhookConfig one;
    const std::size_t before = problems_.size();
    webhook_section(one).read(table, file_, problems_);
    if (problems_.size() != before) return;
    if (!one.municipality.known() || one.url.empty() || one.secret_file.empty())
      return problem(table.source(), "[[webhook]] needs municipality, url and secret_file");
    const auto same = [&](const auto& other) { return other.municipality == one.municipality; };
    if (std::ranges::any_of(config_.webhooks, same))
      return problem(table.source(), fmt::format("municipality {} has a [[webhook]] already",
                                                 tenancy::to_string(one.municipality)));
    config_.webhooks.push_back(std::move(one));
  }

  void cross_check(const toml::table& root) {
    const auto where = [&](const char* name) {
      const auto* node = root.get(name);
      return node != nullptr ? node->source() : root.source();
    };
    const auto& scaip = config_.scaip;
    if (scaip.tls && (scaip.tls_certificate.empty() || scaip.tls_key.empty()))
      problem(where("scaip"), "scaip.tls needs tls_certificate and tls_key: write both files");
    if (scaip.realm.empty()) problem(where("scaip"), "scaip.realm is empty; write a name");
    if (config_.data_folder.empty()) problem(where("data"), "data.folder is empty; write a path");
    if (config_.server.address.empty())
      problem(where("server"), "server.address is empty; write 127.0.0.1 or 0.0.0.0");
  }

  const std::string& file_;
  Config config_;
  std::string level_ = "info";
  std::vector<Section> sections_;
  std::vector<std::string> problems_;
};

}  // namespace

std::optional<Endpoint> parse_endpoint(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);
  Endpoint endpoint;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), endpoint.port);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;
  }
  if (host.empty() || host.find_first_of(" \t\n[]/") != std::string_view::npos) return std::nullopt;
  endpoint.host = host;
  return endpoint;
}

std::string to_string(const Endpoint& endpoint) {
  const bool six = endpoint.host.find(':') != std::string::npos;
  return six ? fmt::format("[{}]:{}", endpoint.host, endpoint.port)
             : fmt::format("{}:{}", endpoint.host, endpoint.port);
}

Result<Config> parse_config(std::string_view text, const std::string& file_name) {
  if (text.size() > kFileBytes)
    return Error{fmt::format("{}: larger than {} bytes", file_name, kFileBytes)};
  try {
    return Reader{file_name}.read(toml::parse(text));
  } catch (const toml::parse_error& error) {
    return Error{problem_at(file_name, error.source(), std::string{error.description()})};
  }
}

Result<Config> load_config(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in)
    return Error{
        fmt::format("{}: cannot be read; give an existing file with --config", file.string())};
  std::ostringstream text;
  text << in.rdbuf();
  return parse_config(text.str(), file.string());
}

std::vector<KeyDescription> describe_config() {
  Config config;
  std::string level = "info";
  std::vector<KeyDescription> all;
  const auto add = [&all](const Section& section) {
    for (auto& key : section.describe()) all.push_back(std::move(key));
  };
  for (const auto& section : sections(config, level)) add(section);
  WebhookConfig webhook;
  add(webhook_section(webhook));
  return all;
}

}  // namespace varde::app
