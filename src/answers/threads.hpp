#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace varde::answers {

/// task(0) to task(tasks - 1) on `threads` threads, 0 = one per core; each takes the next that
/// nobody has.
inline void on_threads(std::size_t threads, std::size_t tasks,
                       const std::function<void(std::size_t)>& task) {
  if (threads == 0) threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 64);
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> running;
  for (std::size_t n = 0; n < std::min(threads, tasks); ++n) {
    running.emplace_back([&] {
      for (auto i = next++; i < tasks; i = next++) task(i);
    });
  }
}

/// As domain code asks for it: each task on whichever of the machine's cores is free.
inline void on_all_cores(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  on_threads(0, tasks, task);
}

}  // namespace varde::answers
