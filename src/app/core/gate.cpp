#include "app/core/gate.hpp"

#include "base/assert.hpp"
#include "engine/admission.hpp"

namespace varde::app {

bool Gate::admit(alarm::SignalKind kind, std::size_t depth) {
  const auto index = static_cast<std::size_t>(kind);
  VARDE_ASSERT(index < shedding_.size());
  const bool person = kind == alarm::SignalKind::alarm || kind == alarm::SignalKind::reset;
  // While a kind is refused, a queue counts for a quarter more than it is.
  const std::size_t counted = shedding_[index] && !person ? depth + depth / 4 : depth;
  shedding_[index] = !engine::admits(kind, counted);
  return !shedding_[index];
}

}  // namespace varde::app
