#pragma once

// Assertions that stay on in production. A broken invariant on the alarm path stops the process:
// the journal is intact and the supervisor starts it again, which is safer than going on with state
// nobody understands.
namespace varde {
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);
}  // namespace varde

#define VARDE_ASSERT(expression) \
  ((expression) ? static_cast<void>(0) : ::varde::assertion_failed(#expression, __FILE__, __LINE__))
