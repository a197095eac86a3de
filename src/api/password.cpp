#include "api/password.hpp"

#include <array>

#include <argon2.h>

#include "base/assert.hpp"
#include "base/digest.hpp"

namespace varde::api {
namespace {

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kMemoryKiB = 19'456;
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;

}  // namespace

std::string hash_password(std::string_view password) {
  const std::string salt = random_token(kSaltBytes);
  std::array<char, 160> encoded;
  const int error =
      argon2id_hash_encoded(kPasses, kMemoryKiB, kLanes, password.data(), password.size(),
                            salt.data(), salt.size(), kHashBytes, encoded.data(), encoded.size());
  VARDE_ASSERT(error == ARGON2_OK);
  return encoded.data();
}

bool verify_password(std::string_view encoded_hash, std::string_view password) {
  const std::string terminated{encoded_hash};
  return argon2id_verify(terminated.c_str(), password.data(), password.size()) == ARGON2_OK;
}

}  // namespace varde::api
