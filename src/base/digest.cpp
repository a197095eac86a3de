#include "base/digest.hpp"

#include <memory>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include "base/assert.hpp"

namespace varde {
namespace {

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

struct ContextFree {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

Sha256 sha256(std::string_view first, std::string_view second) {
  // One fetched algorithm and one context per thread: fetching costs more than hashing a journal
  // entry.
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local const std::unique_ptr<EVP_MD_CTX, ContextFree> context{EVP_MD_CTX_new()};
  Sha256 out;
  VARDE_ASSERT(EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1);
  VARDE_ASSERT(EVP_DigestUpdate(context.get(), first.data(), first.size()) == 1);
  VARDE_ASSERT(EVP_DigestUpdate(context.get(), second.data(), second.size()) == 1);
  VARDE_ASSERT(EVP_DigestFinal_ex(context.get(), out.data(), nullptr) == 1);
  return out;
}

Sha256 hmac_sha256(std::string_view key, std::string_view message) {
  Sha256 out;
  unsigned size = 0;
  VARDE_ASSERT(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(message),
                    message.size(), out.data(), &size) != nullptr);
  return out;
}

std::string md5_hex(std::string_view text) {
  std::array<unsigned char, 16> out;
  VARDE_ASSERT(EVP_Digest(text.data(), text.size(), out.data(), nullptr, EVP_md5(), nullptr) == 1);
  return to_hex({reinterpret_cast<const char*>(out.data()), out.size()});
}

std::string to_hex(std::string_view raw) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(raw.size() * 2);
  for (const char c : raw) {
    out.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    out.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  return out;
}

std::string to_hex(const Sha256& digest) {
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_token(std::size_t size) {
  std::vector<unsigned char> raw(size);
  VARDE_ASSERT(RAND_bytes(raw.data(), static_cast<int>(size)) == 1);
  std::string out(4 * ((size + 2) / 3) + 1, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), raw.data(),
                                     static_cast<int>(size));
  out.resize(static_cast<std::size_t>(length));
  while (!out.empty() && out.back() == '=') out.pop_back();
  for (char& c : out) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return out;
}

std::uint64_t random_u64() {
  std::uint64_t value;
  VARDE_ASSERT(RAND_bytes(reinterpret_cast<unsigned char*>(&value), sizeof value) == 1);
  return value;
}

}  // namespace varde
