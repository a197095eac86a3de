#include "app/commands/end_signals.hpp"

#include <ctime>

namespace varde::app {

sigset_t block_end_signals() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  return ends;
}

bool end_signal_within(const sigset_t& ends, std::chrono::milliseconds at_most) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(at_most);
  const timespec limit{.tv_sec = seconds.count(),
                       .tv_nsec = std::chrono::nanoseconds{at_most - seconds}.count()};
  return sigtimedwait(&ends, nullptr, &limit) > 0;
}

void wait_for_end_signal(const sigset_t& ends) {
  int which = 0;
  sigwait(&ends, &which);
}

}  // namespace varde::app
