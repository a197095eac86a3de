#include "api/api_keys.hpp"

#include "base/digest.hpp"

namespace varde::api {

std::shared_ptr<const tenancy::Actor> ApiKeys::find(std::string_view key, Instant now) {
  if (key.empty()) return nullptr;
  std::string hash = to_hex(sha256(key));
  return known_.get(hash, now, [&]() -> std::shared_ptr<const tenancy::Actor> {
    const auto found = gate_.api_key(hash);
    if (!found) return nullptr;
    return std::make_shared<const tenancy::Actor>(found->actor);
  });
}

}  // namespace varde::api
