#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/demo/fleet_model.hpp"
#include "app/simulate/deliveries.hpp"
#include "app/simulate/line.hpp"
#include "base/result.hpp"
#include "intake/scaip/client.hpp"

namespace varde::app::simulate {

struct Settings {
  scaip::ClientConfig scaip;
  std::string http;  ///< "http://127.0.0.1:8080"
  std::string key;   ///< of a sender
  std::uint64_t seed = 1;
  double speed = 1;  ///< simulated seconds for each real one
  /// Simulated time from the start to the mains outage of one municipality; unset: drawn from the
  /// seed, 30 to 120 minutes.
  std::optional<Duration> outage_after;
  bool outage = true;
};

/// "sip:127.0.0.1:5060", optionally with ";transport=tcp" or "tls"; nullopt for anything else.
std::optional<scaip::ClientConfig> parse_target(const std::string& text);

/// The outage that a run has: one of the smaller municipalities, for an hour and a half.
demo::Outage choose_outage(const demo::Fleet& fleet, const Settings& settings, Instant start);

/// The demo's fleet at work against a running server.
class Simulator {
 public:
  Simulator(Settings settings, Instant start);

  Status start();
  /// Does what is due; to be called some times a second.
  void step();
  /// Ends the lines. What is unconfirmed stays so.
  void stop();

  Instant simulated_now() const;
  const Deliveries& deliveries() const { return deliveries_; }
  const demo::Outage& outage() const { return outage_; }
  std::size_t devices() const { return fleet_.size(); }

 private:
  using Time = std::chrono::steady_clock::time_point;
  void send(const Deliveries::Message& message);

  Settings settings_;
  demo::Fleet fleet_;
  Instant start_;
  Time began_;
  demo::FleetModel model_;
  demo::Outage outage_;
  Deliveries deliveries_;
  Answers answers_;
  ScaipLine scaip_;
  HttpLine http_;
};

}  // namespace varde::app::simulate
