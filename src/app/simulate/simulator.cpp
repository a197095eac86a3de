#include "app/simulate/simulator.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "app/config/config.hpp"
#include "app/demo/world.hpp"
#include "app/simulate/wording.hpp"

namespace varde::app::simulate {
namespace {

using namespace std::chrono_literals;

constexpr Duration kOutageLength = 90min;
constexpr std::size_t kLeastHubs = 40;
constexpr std::size_t kMostHubs = 150;

}  // namespace

std::optional<scaip::ClientConfig> parse_target(const std::string& text) {
  constexpr std::string_view kScheme = "sip:";
  if (!text.starts_with(kScheme)) return std::nullopt;
  const auto semicolon = text.find(';');
  const auto endpoint = parse_endpoint(text.substr(kScheme.size(), semicolon - kScheme.size()));
  if (!endpoint || endpoint->port == 0) return std::nullopt;
  scaip::ClientConfig config;
  config.host = endpoint->host;
  config.port = endpoint->port;
  const std::string transport = semicolon == std::string::npos ? "" : text.substr(semicolon);
  if (transport == ";transport=tcp") {
    config.wire = scaip::Wire::tcp;
  } else if (transport == ";transport=tls") {
    config.wire = scaip::Wire::tls;
  } else if (!transport.empty() && transport != ";transport=udp") {
    return std::nullopt;
  }
  return config;
}

demo::Outage choose_outage(const demo::Fleet& fleet, const Settings& settings, Instant start) {
  std::map<tenancy::Municipality, std::size_t> hubs;
  for (const auto& one : fleet)
    if (one.kind == demo::DeviceKind::hub) ++hubs[one.device.municipality];
  std::vector<tenancy::Municipality> fit;
  for (const auto& [municipality, count] : hubs)
    if (count >= kLeastHubs && count <= kMostHubs) fit.push_back(municipality);
  demo::Random random = demo::Random{settings.seed}.part(23);
  const auto municipality = random.pick(fit);
  const Duration drawn = std::chrono::minutes{random.between(30, 120)};
  return {municipality, start + settings.outage_after.value_or(drawn), kOutageLength};
}

Simulator::Simulator(Settings settings, Instant start)
    : settings_(std::move(settings)),
      fleet_(demo::make_world(demo::kDefaultSeed).fleet),
      start_(start),
      began_(std::chrono::steady_clock::now()),
      model_(fleet_, settings_.seed, start),
      outage_(choose_outage(fleet_, settings_, start)),
      scaip_(settings_.scaip, answers_),
      http_(settings_.http + "/api/v1/signals", settings_.key, answers_) {
  if (settings_.outage) model_.add_outage(outage_);
}

Status Simulator::start() { return scaip_.start(); }

void Simulator::stop() {
  scaip_.stop();
  http_.stop();
}

Instant Simulator::simulated_now() const {
  const std::chrono::duration<double, std::milli> real = std::chrono::steady_clock::now() - began_;
  return start_ + Duration{static_cast<std::int64_t>(real.count() * settings_.speed)};
}

void Simulator::step() {
  const auto now = std::chrono::steady_clock::now();
  for (const auto& answer : answers_.take()) deliveries_.settle(answer.id, answer.kept, now);
  for (const auto& message : deliveries_.due(now)) send(message);
  for (const auto& event : model_.advance(simulated_now())) send(deliveries_.add(event, now));
}

void Simulator::send(const Deliveries::Message& message) {
  const auto& device = fleet_[message.event.device];
  // Tells this run's references from those of an earlier one; at most 16 characters.
  const auto run = static_cast<std::uint32_t>(start_.time_since_epoch() / 1s);
  const std::string ref = fmt::format("{:08x}{:06x}", run, message.id & 0xFFFFFF);
  if (device.speaks_scaip()) {
    scaip_.send(message.id, {std::string{device.number()}, ref, mrq(message.event, device, ref),
                             device.password});
  } else {
    http_.send(message.id, signal_json(message.event, device, ref, message.event.at));
  }
}

}  // namespace varde::app::simulate
