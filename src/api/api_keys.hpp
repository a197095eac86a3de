#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "access/gate.hpp"
#include "api/cache.hpp"
#include "domain/tenancy/access.hpp"

namespace varde::api {

/// Whose an API key is. The answer is remembered for 30 seconds, "nobody" too. Thread-safe.
class ApiKeys {
 public:
  explicit ApiKeys(const access::Gate& gate) : gate_(gate) {}

  /// nullptr for a key nobody has.
  std::shared_ptr<const tenancy::Actor> find(std::string_view key, Instant now);

 private:
  const access::Gate& gate_;
  Cache<std::string, std::shared_ptr<const tenancy::Actor>> known_{10'000,
                                                                   std::chrono::seconds{30}};
};

}  // namespace varde::api
