#include "app/commands/output.hpp"

#include <unistd.h>

namespace varde::app {

int fail(const Error& error) {
  fmt::print(stderr, "varde: {}\n", error.message);
  return 1;
}

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what)), terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (percent_ >= 0) fmt::print(stderr, "\r\033[K");
}

void ProgressBar::show(std::uint64_t done, std::uint64_t total) {
  if (!terminal_ || total == 0) return;
  const std::lock_guard lock(mutex_);
  draw(static_cast<int>(done * 100 / total));
}

void ProgressBar::show(std::string_view stage, double share) {
  if (!terminal_) return;
  const std::lock_guard lock(mutex_);
  if (stage != what_) {
    what_ = stage;
    percent_ = -1;
    fmt::print(stderr, "\r\033[K");
  }
  draw(static_cast<int>(share * 100));
}

void ProgressBar::draw(int percent) {
  if (percent == percent_) return;
  percent_ = percent;
  constexpr int kWidth = 40;
  const int filled = percent * kWidth / 100;
  fmt::print(stderr, "\r{} [{:=<{}}{: <{}}] {:3} %", what_, "", filled, "", kWidth - filled,
             percent);
  std::fflush(stderr);
}

}  // namespace varde::app
