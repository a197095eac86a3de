#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace varde::api {

/// A few threads that take work from one bounded queue.
class Workers {
 public:
  using Work = std::function<void()>;

  Workers(int threads, std::size_t bound);
  ~Workers();  ///< finishes what is queued
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when the queue is full or stopping: the work is not done.
  bool offer(Work work);
  /// For the rest of work that was admitted before: never refused.
  void resume(Work work);
  /// Finishes what is queued and takes nothing more from offer().
  void stop();

 private:
  void run();

  const std::size_t bound_;
  std::mutex mutex_;
  std::condition_variable woken_;
  std::deque<Work> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace varde::api
