#pragma once

#include <cstddef>
#include <functional>

namespace varde::app {

/// Runs task(0) to task(tasks - 1) on all cores; each takes the next task that nobody has.
void on_threads(std::size_t tasks, const std::function<void(std::size_t)>& task);

}  // namespace varde::app
