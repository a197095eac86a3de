#pragma once

#include <chrono>

#include <signal.h>

namespace varde::app {

/// From now on SIGINT and SIGTERM wait to be asked for; threads that are made later inherit this. A
/// closed socket is no signal.
sigset_t block_end_signals();

/// Whether the program was asked to end, now or within `at_most`.
bool end_signal_within(const sigset_t& ends, std::chrono::milliseconds at_most);
/// Sleeps until then.
void wait_for_end_signal(const sigset_t& ends);

}  // namespace varde::app
