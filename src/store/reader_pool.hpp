#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "sqlite/database.hpp"

namespace varde::store {

/// A fixed number of connections that can only read; who finds none free waits.
class ReaderPool {
 public:
  ReaderPool(const std::filesystem::path& path, std::size_t size);

  /// Runs `query` on one of them, on one state of the database.
  template <class Query>
  auto read(Query&& query) {
    const Lease lease(*this);
    sqlite::Transaction transaction(*lease.session, sqlite::Mode::read);
    auto found = query(*lease.session);
    transaction.commit();
    return found;
  }

 private:
  struct Lease {
    explicit Lease(ReaderPool& pool);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ReaderPool& pool;
    std::unique_ptr<sqlite::Session> session;
  };

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<sqlite::Session>> free_;
};

}  // namespace varde::store
