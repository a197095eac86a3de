#include "app/serve/demo_folder.hpp"

#include <fmt/format.h>

#include "app/demo/accounts.hpp"
#include "app/demo/past.hpp"
#include "app/demo/world.hpp"
#include "app/files.hpp"
#include "base/digest.hpp"
#include "base/log.hpp"
#include "journal/sqlite_journal.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {
namespace {

constexpr std::string_view kBegun = "begun\n";
constexpr std::string_view kReady = "ready\n";

struct Databases {
  std::unique_ptr<journal::SqliteJournal> journal;
  std::unique_ptr<store::SqliteStore> store;
};

Result<Databases> open(const DataFolder& folder) {
  auto journal =
      journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
  if (!journal) return journal.error();
  auto store = store::SqliteStore::open(folder.store(), {});
  if (!store) return store.error();
  return Databases{std::move(*journal), std::move(*store)};
}

/// Invented data that is not whole can only be thrown away.
Status remove_begun(const DataFolder& folder) {
  std::error_code failed;
  for (const auto& file : {folder.journal(), folder.store()})
    for (const char* end : {"", "-wal", "-shm"}) {
      std::filesystem::remove(file.string() + end, failed);
      if (failed)
        return Error{
            fmt::format("{}{}: cannot be removed: {}", file.string(), end, failed.message())};
    }
  return Done{};
}

Status fill_register(const demo::World& world, const DataFolder& folder, const std::string& realm,
                     access::Register& target) {
  for (const auto& row : world.municipalities)
    if (auto done = target.put_municipality(row); !done) return done;
  if (auto done = target.put_users(world.people); !done) return done;
  for (const auto& account : demo::accounts())
    if (auto done = target.put_account(account); !done) return done;
  const auto keys = demo::make_keys(folder.keys());
  if (!keys) return keys.error();
  for (const auto& key : *keys)
    if (auto done = target.put_api_key(key); !done) return done;
  std::vector<access::DeviceSecret> secrets;
  for (const auto& one : world.fleet)
    if (!one.password.empty())
      secrets.push_back({one.device.address,
                         md5_hex(fmt::format("{}:{}:{}", one.number(), realm, one.password))});
  return target.put_device_secrets(secrets);
}

Status fill(const DataFolder& folder, const Config& config, bool history, Instant now) {
  auto databases = open(folder);
  if (!databases) return databases.error();
  const auto& [journal, store] = *databases;
  const auto world = demo::make_world(demo::kDefaultSeed);
  if (auto done = fill_register(world, folder, config.scaip.realm, *store); !done) return done;
  demo::Opening opening;
  opening.now = now;
  opening.days = history ? opening.days : 0;
  opening.settings = {.handler_timeout = config.centre.handler_timeout,
                      .default_step_limit = config.centre.answer_limit};
  return demo::open_centre(world, opening, *journal, *store);
}

}  // namespace

Status prepare_demo(const DataFolder& folder, const Config& config, bool history, Instant now) {
  if (folder.is_demo()) {
    const auto state = read_secret_file(folder.demo_marker());
    if (!state) return state.error();
    if (*state + "\n" == kReady) return Done{};
    if (auto done = remove_begun(folder); !done) return done;
  } else if (folder.has_data()) {
    return Error{
        fmt::format("{} holds data that is not the demo's; give another folder with --data",
                    folder.root.string())};
  }
  const auto start = std::chrono::steady_clock::now();
  if (auto done = write_private_file(folder.demo_marker(), kBegun); !done) return done;
  if (auto done = fill(folder, config, history, now); !done) return done;
  if (auto done = write_private_file(folder.demo_marker(), kReady); !done) return done;
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  log::info("demo.made", "in {} ms", took.count());
  return Done{};
}

}  // namespace varde::app
