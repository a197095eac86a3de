#pragma once

#include <atomic>
#include <functional>
#include <string_view>

#include "base/parallel.hpp"
#include "base/result.hpp"

namespace varde::cooperation {

/// How long work is watched and stopped from outside.
struct Watch {
  /// Which stage, and how much of it is done (0 to 1). Called from the thread that asked.
  std::function<void(std::string_view stage, double done)> progress;
  const std::atomic<bool>* cancelled = nullptr;
  Parallel parallel = one_by_one;

  void tell(std::string_view stage, double done) const {
    if (progress) progress(stage, done);
  }
  bool stopped() const { return cancelled != nullptr && cancelled->load(); }
};

inline Error stopped_error() { return {"stopped before it was done; nothing was computed"}; }

}  // namespace varde::cooperation
