#pragma once

#include <string>
#include <string_view>

#include "engine/state.hpp"

namespace varde::engine {

/// The whole state: a format number, the state, and the SHA-256 of both. The same state gives the
/// same bytes.
std::string write_snapshot(const State& state);
/// Into a fresh state; false when the bytes are damaged, of another format, or tell of a state that
/// cannot be. The state is then not to be used.
bool read_snapshot(std::string_view bytes, State& state);

}  // namespace varde::engine
