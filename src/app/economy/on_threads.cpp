#include "app/economy/on_threads.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace varde::app {

void on_threads(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (auto i = next++; i < tasks; i = next++) task(i);
  };
  const auto count = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 64);
  std::vector<std::jthread> threads;
  for (std::size_t n = 1; n < std::min(count, tasks); ++n) threads.emplace_back(work);
  work();
}

}  // namespace varde::app
