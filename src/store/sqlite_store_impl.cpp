#include "store/sqlite_store_impl.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sqlite/migration.hpp"
#include "sqlite/settle.hpp"
#include "store/read_models.hpp"

namespace varde::store {
namespace {

constexpr int kCheckpointPages = 4'000;  // 16 MB

}  // namespace

std::span<const sqlite::Migration> migrations();

SqliteStore::Impl::Impl(const std::filesystem::path& path, const Options& options,
                        std::unique_ptr<Session> writer)
    : path_(path), writer_(std::move(writer)), readers_(path, options.readers) {
  if (writer_) effects_ = std::make_unique<EffectWriter>(*writer_);
  position_ = readers_.read(applied_position);
}

Result<std::unique_ptr<SqliteStore::Impl>> SqliteStore::Impl::open(
    const std::filesystem::path& path, const Options& options) {
  const auto name = fmt::format("store {}", path.string());
  std::unique_ptr<Impl> impl;
  auto opened = sqlite::guarded(name, [&]() -> Status {
    const bool write = options.mode == Mode::write;
    auto session = sqlite::open(path, {.mode = write ? sqlite::Mode::write : sqlite::Mode::read,
                                       .autocheckpoint_pages = kCheckpointPages});
    if (write) sqlite::settle_log(*session);
    auto schema = write ? sqlite::migrate(*session, migrations())
                        : sqlite::check_schema(*session, migrations());
    if (!schema) return schema;
    sqlite::execute(*session, "PRAGMA cache_size = -32000");
    impl.reset(new Impl(path, options, write ? std::move(session) : nullptr));
    return Done{};
  });
  if (!opened) return opened.error();
  if (!*opened) return Error{name + ": " + opened->error().message};
  return impl;
}

Status SqliteStore::Impl::write(std::string_view what, const Change& change) {
  const auto name = fmt::format("store {}: {}", path_.string(), what);
  const std::lock_guard guard(mutex_);
  if (!writer_) return Error{name + ": open for reading only"};
  return sqlite::guarded(name, [&] {
    sqlite::Transaction transaction(*writer_, sqlite::Mode::write);
    change(*writer_);
    transaction.commit();
    return Done{};
  });
}

Status SqliteStore::Impl::change_message(std::uint64_t id,
                                         const std::function<bool(Session&)>& change) {
  bool found = false;
  auto done = write("outbox", [&](Session& session) { found = change(session); });
  if (done && !found) return Error{fmt::format("outbox: there is no message {}", id)};
  return done;
}

Status SqliteStore::Impl::apply(std::span<const engine::Projection::Item> items,
                                engine::Position upto) {
  const engine::Position before = position_;
  if (upto <= before) return Done{};
  const auto fresh =
      std::ranges::find_if(items, [&](const auto& item) { return item.effect.position > before; });
  auto done = write("apply", [&](Session& session) {
    effects_->write({fresh, items.end()}, routes_);
    put_applied_position(session, upto);
  });
  if (done) position_ = upto;
  return done;
}

void SqliteStore::Impl::set_routes(std::set<tenancy::Municipality> routes) {
  const std::lock_guard guard(mutex_);
  routes_ = std::move(routes);
}

}  // namespace varde::store
