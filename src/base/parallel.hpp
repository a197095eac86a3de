#pragma once

#include <cstddef>
#include <functional>

namespace varde {

/// Runs task(0) to task(tasks - 1), in any order and on any threads. What is computed must not
/// depend on it.
using Parallel =
    std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& task)>;

inline void one_by_one(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  for (std::size_t i = 0; i < tasks; ++i) task(i);
}

}  // namespace varde
