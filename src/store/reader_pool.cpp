#include "store/reader_pool.hpp"

namespace varde::store {

ReaderPool::ReaderPool(const std::filesystem::path& path, std::size_t size) {
  VARDE_ASSERT(size > 0);
  for (std::size_t i = 0; i < size; ++i) {
    free_.push_back(sqlite::open(path, {.mode = sqlite::Mode::read}));
    sqlite::execute(*free_.back(), "PRAGMA cache_size = -8000");
  }
}

ReaderPool::Lease::Lease(ReaderPool& owner) : pool(owner) {
  std::unique_lock lock(pool.mutex_);
  pool.returned_.wait(lock, [this] { return !pool.free_.empty(); });
  session = std::move(pool.free_.back());
  pool.free_.pop_back();
}

ReaderPool::Lease::~Lease() {
  {
    const std::lock_guard lock(pool.mutex_);
    pool.free_.push_back(std::move(session));
  }
  pool.returned_.notify_one();
}

}  // namespace varde::store
