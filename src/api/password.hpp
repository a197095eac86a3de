#pragma once

#include <string>
#include <string_view>

namespace varde::api {

/// argon2id in its encoded form ("$argon2id$v=19$m=19456,t=2,p=1$..."), with a random salt; the
/// parameters are the first choice of the OWASP Password Storage Cheat Sheet. Takes some tens of
/// milliseconds and 19 MiB.
std::string hash_password(std::string_view password);

/// False for a wrong password and for a hash that cannot be read. Takes as long as hashing.
bool verify_password(std::string_view encoded_hash, std::string_view password);

}  // namespace varde::api
