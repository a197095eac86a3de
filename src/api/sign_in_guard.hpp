#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"

namespace varde::api {

/// Slows guessing of passwords: after 5 failures for an account from an address within 15 minutes,
/// that pair must wait until the 15 minutes are over. Bounded; not thread-safe (used on the sign-in
/// thread).
class SignInGuard {
 public:
  bool allows(std::string_view account, std::string_view address, Instant now) const;
  void failed(std::string_view account, std::string_view address, Instant now);
  void succeeded(std::string_view account, std::string_view address);

 private:
  struct Failures {
    int count = 0;
    Instant since{};
  };
  std::unordered_map<std::string, Failures> failures_;
};

}  // namespace varde::api
