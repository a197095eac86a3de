#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace varde::app {

/// A thread that does something again and again, with a pause after each time.
class Periodic {
 public:
  Periodic(std::chrono::milliseconds pause, std::function<void()> work)
      : thread_([this, pause, work = std::move(work)] {
          std::unique_lock lock{mutex_};
          while (!changed_.wait_for(lock, pause, [this] { return stopping_; })) {
            lock.unlock();
            work();
            lock.lock();
          }
        }) {}
  ~Periodic() {
    {
      const std::lock_guard lock{mutex_};
      stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }
  Periodic(const Periodic&) = delete;
  Periodic& operator=(const Periodic&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace varde::app
