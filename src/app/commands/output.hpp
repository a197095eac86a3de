#pragma once

#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/result.hpp"

// What a person at the terminal sees.
namespace varde::app {

/// A line on standard output, at once.
template <class... Args>
void say(fmt::format_string<Args...> text, Args&&... args) {
  fmt::print("{}\n", fmt::format(text, std::forward<Args>(args)...));
  std::fflush(stdout);
}

/// "varde: what is wrong" on standard error; gives exit code 1.
int fail(const Error& error);

/// A bar on standard error while something long goes on; nothing when that is no terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::string what);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  // From any thread.
  void show(std::uint64_t done, std::uint64_t total);
  /// Of work in stages: which it is at, and how much of it is done, 0 to 1.
  void show(std::string_view stage, double share);

 private:
  void draw(int percent);

  std::mutex mutex_;
  std::string what_;
  bool terminal_;
  int percent_ = -1;
};

}  // namespace varde::app
