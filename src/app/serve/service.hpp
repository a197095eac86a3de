#pragma once

#include <memory>
#include <string>

#include "app/config/config.hpp"
#include "app/data_folder.hpp"
#include "app/serve/core.hpp"
#include "app/serve/http.hpp"
#include "app/serve/scaip.hpp"
#include "app/steering/side.hpp"

namespace varde::app {

/// The whole running server.
class Service {
 public:
  /// Opens everything and starts to listen.
  static Result<std::unique_ptr<Service>> start(const Config& config, const DataFolder& folder,
                                                bool demo);
  ~Service();
  /// In order: no more intake, what is admitted is answered, journal and store are brought to the
  /// end and closed.
  void stop();

  std::string http_address() const;
  std::string scaip_addresses() const;
  /// What was wrong with readiness, for the log; empty = ready.
  std::string not_ready() const { return core_->not_ready(); }

 private:
  Service(const Config& config, bool demo, std::unique_ptr<Core> core,
          std::unique_ptr<SteeringSide> steering);

  Config config_;
  std::unique_ptr<Core> core_;
  std::unique_ptr<SteeringSide> steering_;
  std::unique_ptr<scaip::Server> scaip_;
  std::unique_ptr<HttpSide> http_;
  bool stopped_ = false;
};

}  // namespace varde::app
