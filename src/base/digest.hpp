#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace varde {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 of the parts one after the other. Fast path for short input; no allocation.
Sha256 sha256(std::string_view first, std::string_view second = {});
Sha256 hmac_sha256(std::string_view key, std::string_view message);
/// MD5 as lower-case hex, for RFC 2617/7616 digest authentication only.
std::string md5_hex(std::string_view text);

std::string to_hex(std::string_view bytes);
std::string to_hex(const Sha256& digest);
/// Compares in time that does not depend on where the texts differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// `size` bytes from the operating system's generator, as URL-safe base 64. For keys, tokens and
/// nonces.
std::string random_token(std::size_t size);
std::uint64_t random_u64();

}  // namespace varde
