#include "app/serve/scaip.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/digest.hpp"

namespace varde::app {
namespace {

std::vector<scaip::Listener> listeners(const Config::Scaip& config) {
  std::vector<scaip::Listener> all;
  const auto add = [&all](scaip::Wire wire, const std::optional<Endpoint>& endpoint) {
    if (endpoint) all.push_back({wire, endpoint->host, endpoint->port});
  };
  add(scaip::Wire::udp, config.udp);
  add(scaip::Wire::tcp, config.tcp);
  add(scaip::Wire::tls, config.tls);
  return all;
}

std::string_view name_of(scaip::Wire wire) {
  switch (wire) {
    case scaip::Wire::udp:
      return "udp";
    case scaip::Wire::tcp:
      return "tcp";
    case scaip::Wire::tls:
      return "tls";
  }
  return "";
}

}  // namespace

std::unique_ptr<scaip::Server> make_scaip(const Config& config, Core& core) {
  using Authentication = scaip::Config::Authentication;
  scaip::Config scaip;
  scaip.listeners = listeners(config.scaip);
  scaip.certificate_file = config.scaip.tls_certificate.string();
  scaip.key_file = config.scaip.tls_key.string();
  scaip.authentication = config.scaip.authentication == "device_id" ? Authentication::device_id
                                                                    : Authentication::digest;
  scaip.realm = config.scaip.realm;
  scaip.call_target = {config.scaip.call_number, config.scaip.call_uri};
  return std::make_unique<scaip::Server>(std::move(scaip), core.inbox(), core.devices(), wall_clock,
                                         random_u64);
}

std::string describe_listeners(const Config& config, const scaip::Server& server) {
  std::vector<std::string> words;
  const auto all = listeners(config.scaip);
  for (std::size_t i = 0; i < all.size(); ++i)
    words.push_back(fmt::format("{} {}", name_of(all[i].wire),
                                to_string(Endpoint{all[i].host, server.ports()[i]})));
  return words.empty() ? "off" : fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace varde::app
