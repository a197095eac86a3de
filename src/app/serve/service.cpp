#include "app/serve/service.hpp"

#include <fmt/format.h>

#include "app/serve/metrics.hpp"
#include "base/log.hpp"

namespace varde::app {

Result<std::unique_ptr<Service>> Service::start(const Config& config, const DataFolder& folder,
                                                bool demo) {
  auto core = Core::open(folder, config);
  if (!core) return core.error();
  if (!demo && (*core)->store().accounts().empty())
    return Error{
        fmt::format("nobody can sign in yet; make an administrator first:\n"
                    "  varde account create NAME --role administrator --data {}",
                    folder.root.string())};
  std::unique_ptr<Service> service{new Service(config, demo, std::move(*core))};
  if (auto done = service->http_->start(); !done) return done.error();
  if (auto done = service->scaip_->start(); !done) return done.error();
  return service;
}

Service::Service(const Config& config, bool demo, std::unique_ptr<Core> core)
    : config_(config),
      core_(std::move(core)),
      scaip_(make_scaip(config, *core_)),
      http_(std::make_unique<HttpSide>(config, demo, *core_, [this] {
        return metrics_text(*core_, scaip_->counters(), http_->counts());
      })) {
  core_->start([this](auto items, engine::Position upto) { http_->publish(items, upto); });
}

Service::~Service() { stop(); }

void Service::stop() {
  if (stopped_) return;
  stopped_ = true;
  scaip_->stop();
  http_->stop();
  core_->stop();
  log::info("service.stopped", "at entry {}", core_->position());
}

std::string Service::http_address() const {
  return fmt::format("http://{}", to_string(Endpoint{config_.server.address, http_->port()}));
}

std::string Service::scaip_addresses() const { return describe_listeners(config_, *scaip_); }

}  // namespace varde::app
