#include "api/workers.hpp"

#include "base/assert.hpp"

namespace varde::api {

Workers::Workers(int threads, std::size_t bound) : bound_(bound) {
  VARDE_ASSERT(threads > 0);
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() { stop(); }

bool Workers::offer(Work work) {
  {
    const std::lock_guard lock{mutex_};
    if (stopping_ || queue_.size() >= bound_) return false;
    queue_.push_back(std::move(work));
  }
  woken_.notify_one();
  return true;
}

void Workers::resume(Work work) {
  {
    const std::lock_guard lock{mutex_};
    if (threads_.empty()) return;
    queue_.push_back(std::move(work));
  }
  woken_.notify_one();
}

void Workers::stop() {
  std::vector<std::thread> threads;
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    threads.swap(threads_);
  }
  woken_.notify_all();
  for (auto& thread : threads) thread.join();
}

void Workers::run() {
  std::unique_lock lock{mutex_};
  while (true) {
    woken_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return;
    Work work = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    work();
    work = nullptr;
    lock.lock();
  }
}

}  // namespace varde::api
