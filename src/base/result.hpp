#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/assert.hpp"

namespace varde {

/// What went wrong, for a person: which thing, what is wrong with it, and what to do.
struct Error {
  std::string message;
};

/// A value, or the expected failure to produce one. Exceptions are for what nobody planned for.
template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : content_(std::in_place_index<0>, std::move(value)) {
  }  // NOLINT(google-explicit-constructor)
  Result(E error)
      : content_(std::in_place_index<1>, std::move(error)) {
  }  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return content_.index() == 0; }
  bool ok() const { return content_.index() == 0; }

  T& value() & {
    VARDE_ASSERT(ok());
    return std::get<0>(content_);
  }
  const T& value() const& {
    VARDE_ASSERT(ok());
    return std::get<0>(content_);
  }
  T&& value() && {
    VARDE_ASSERT(ok());
    return std::get<0>(std::move(content_));
  }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  const E& error() const {
    VARDE_ASSERT(!ok());
    return std::get<1>(content_);
  }

 private:
  std::variant<T, E> content_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace varde
