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
  auto steering = SteeringSide::open(folder);
  if (!steering) return steering.error();
  if (demo) {
    for (const auto& account : (*core)->store().accounts()) {
      if (account.actor.role != tenancy::Role::leader) continue;
      if (auto done = (*steering)->install_examples(account.actor.id, wall_clock()); !done)
        return done.error();
      break;
    }
  }
  std::unique_ptr<Service> service{
      new Service(config, demo, std::move(*core), std::move(*steering))};
  if (auto done = service->http_->start(); !done) return done.error();
  if (auto done = service->scaip_->start(); !done) return done.error();
  return service;
}

Service::Service(const Config& config, bool demo, std::unique_ptr<Core> core,
                 std::unique_ptr<SteeringSide> steering)
    : config_(config),
      core_(std::move(core)),
      steering_(std::move(steering)),
      scaip_(make_scaip(config, *core_)),
      http_(std::make_unique<HttpSide>(config, demo, *core_, steering_->office(), [this] {
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
