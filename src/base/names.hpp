#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/assert.hpp"

namespace varde {

/// The words of an enumeration whose enumerators are numbered 0..N-1, in that order: one table for
/// both directions.
template <class E, std::size_t N>
class Names {
 public:
  constexpr explicit Names(std::array<std::string_view, N> words) : words_(words) {}

  std::string_view of(E value) const {
    const auto index = static_cast<std::size_t>(value);
    VARDE_ASSERT(index < N);
    return words_[index];
  }
  std::optional<E> find(std::string_view word) const {
    for (std::size_t i = 0; i < N; ++i) {
      if (words_[i] == word) return static_cast<E>(i);
    }
    return std::nullopt;
  }

 private:
  std::array<std::string_view, N> words_;
};

template <class E, class... Words>
constexpr auto make_names(Words... words) {
  return Names<E, sizeof...(Words)>{{std::string_view{words}...}};
}

}  // namespace varde
