#include "app/serve/core.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "app/files.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"

namespace varde::app {
namespace {

constexpr std::chrono::milliseconds kCheckpointPause{5'000};
/// Below this the disk may fill before a person can act: no longer ready, though what fits is still
/// kept.
constexpr std::uint64_t kDiskReserveBytes = 64 * 1024 * 1024;
constexpr std::size_t kLeastSecretBytes = 16;

Result<std::vector<notify::Webhook>> read_webhooks(const std::vector<WebhookConfig>& configured) {
  std::vector<notify::Webhook> webhooks;
  for (const auto& one : configured) {
    auto secret = read_secret_file(one.secret_file);
    if (!secret)
      return Error{fmt::format("webhook of {}: {}", tenancy::to_string(one.municipality),
                               secret.error().message)};
    if (secret->size() < kLeastSecretBytes)
      return Error{fmt::format("webhook of {}: the secret in {} has fewer than {} bytes",
                               tenancy::to_string(one.municipality), one.secret_file.string(),
                               kLeastSecretBytes)};
    webhooks.push_back({one.municipality, one.url, std::move(*secret)});
  }
  return webhooks;
}

engine::Settings settings_of(const Config& config) {
  return {.handler_timeout = config.centre.handler_timeout,
          .default_step_limit = config.centre.answer_limit};
}

}  // namespace

Result<std::unique_ptr<Core>> Core::open(const DataFolder& folder, const Config& config) {
  auto webhooks = read_webhooks(config.webhooks);
  if (!webhooks) return webhooks.error();
  if (auto made = make_private_folder(folder.root); !made) return made.error();
  auto journal =
      journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
  if (!journal) return journal.error();
  auto store = store::SqliteStore::open(folder.store(), {});
  if (!store) return store.error();
  std::set<tenancy::Municipality> routes;
  for (const auto& webhook : *webhooks) routes.insert(webhook.municipality);
  (*store)->set_outbox_routes(std::move(routes));

  const auto start = std::chrono::steady_clock::now();
  auto engine = engine::recover(**journal, **store);
  if (!engine) return engine.error();
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  log::info("core.recovered", "{} entries, {} open alarms, {} devices, in {} ms",
            engine->position(), engine->open_alarm_count(), engine->device_count(), took.count());
  return std::unique_ptr<Core>{new Core(folder, config, std::move(*webhooks), std::move(*journal),
                                        std::move(*store), std::move(*engine))};
}

Core::Core(const DataFolder& folder, const Config& config, std::vector<notify::Webhook> webhooks,
           std::unique_ptr<journal::SqliteJournal> journal,
           std::unique_ptr<store::SqliteStore> store, engine::Engine engine)
    : folder_(folder),
      webhooks_(std::move(webhooks)),
      journal_(std::move(journal)),
      watched_(*journal_),
      store_(std::move(store)),
      directory_(*store_, config.scaip.answer_in_reply),
      projector_(*store_,
                 {.publish =
                      [this](auto items, engine::Position upto) {
                        directory_.follow(items);
                        publish_(items, upto);
                      },
                  .wake_outbox = [this] { outbox_->wake(); }},
                 counters_),
      core_(std::make_unique<CoreThread>(engine::Sequencer{std::move(engine), watched_}, projector_,
                                         wall_clock, counters_)),
      gate_(*store_, *core_) {
  // The rules of the configuration hold from now on; the journal says so only when they change.
  if (core_->settings() != settings_of(config))
    core_->submit({settings_of(config), ""}, [](const auto&) {});
}

Core::~Core() { stop(); }

void Core::start(Projector::Publish publish) {
  publish_ = std::move(publish);
  outbox_ = std::make_unique<notify::OutboxSender>(
      *store_, notify::OutboxSender::Options{.webhooks = webhooks_}, wall_clock);
  core_->start();
  maintenance_.emplace(kCheckpointPause, [this] {
    const auto done = journal_->checkpoint();
    if (!done) log::warning("journal.checkpoint_failed", "{}", done.error().message);
  });
}

void Core::stop() {
  maintenance_.reset();
  core_->stop();
  projector_.stop();
  if (outbox_) outbox_->stop();
}

bool Core::has_webhook(tenancy::Municipality municipality) const {
  return std::ranges::find(webhooks_, municipality, &notify::Webhook::municipality) !=
         webhooks_.end();
}

std::uint64_t Core::disk_free_bytes() const {
  std::error_code failed;
  const auto space = std::filesystem::space(folder_.root, failed);
  return failed ? 0 : space.available;
}

std::string Core::not_ready() const {
  if (!counters_.journal_well) return "the journal cannot keep what comes in";
  if (!counters_.store_well) return "the store cannot follow the journal";
  if (inbox_depth() >= limits::kInboxEntries) return "the inbox is full";
  if (backlog() >= limits::kProjectionBacklog) return "the store is too far behind the journal";
  if (disk_free_bytes() < kDiskReserveBytes) return "the disk is almost full";
  return "";
}

}  // namespace varde::app
