#pragma once

#include <atomic>
#include <mutex>

#include "store/effect_writer.hpp"
#include "store/reader_pool.hpp"
#include "store/sqlite_store.hpp"

namespace varde::store {

/// The connections of a SqliteStore and how a write runs on the one that may write.
class SqliteStore::Impl {
 public:
  static Result<std::unique_ptr<Impl>> open(const std::filesystem::path& path,
                                            const Options& options);

  template <class Query>
  auto read(Query&& query) {
    return readers_.read(std::forward<Query>(query));
  }

  /// One transaction, on the disk when it returns.
  using Change = std::function<void(Session&)>;
  Status write(std::string_view what, const Change& change);
  Status change_message(std::uint64_t id, const std::function<bool(Session&)>& change);

  Status apply(std::span<const engine::Projection::Item> items, engine::Position upto);
  engine::Position position() const { return position_; }
  void set_routes(std::set<tenancy::Municipality> routes);

 private:
  Impl(const std::filesystem::path& path, const Options& options, std::unique_ptr<Session> writer);

  std::filesystem::path path_;
  std::mutex mutex_;                 ///< for all below but the readers
  std::unique_ptr<Session> writer_;  ///< none when open for reading
  std::unique_ptr<EffectWriter> effects_;
  std::set<tenancy::Municipality> routes_;
  std::atomic<engine::Position> position_ = 0;
  ReaderPool readers_;
};

}  // namespace varde::store
