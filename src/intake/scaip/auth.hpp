#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/digest.hpp"
#include "base/time.hpp"

// SIP digest authentication (RFC 3261 section 22, RFC 2617; MD5, with and without qop=auth).
namespace varde::scaip {

/// Nonces that need no memory: the time of expiry, signed with a key of this process.
class Nonces {
 public:
  explicit Nonces(std::string key) : key_(std::move(key)) {}

  std::string make(Instant now) const;
  enum class State { good, stale, foreign };
  State check(std::string_view nonce, Instant now) const;

 private:
  std::string signature(std::string_view expiry) const;
  std::string key_;
};

struct DigestFields {
  std::string username, realm, nonce, uri, response, qop, nc, cnonce;
};
/// Of an Authorization or WWW-Authenticate value; false when it is not Digest or lacks realm or
/// nonce.
bool read_digest(std::string_view header, DigestFields& out);

/// MD5(user:realm:password) as lower-case hex.
std::string digest_ha1(std::string_view user, std::string_view realm, std::string_view password);
std::string digest_response(const std::string& ha1, const DigestFields& fields,
                            std::string_view method);

enum class Credentials {
  none,   ///< no Authorization for this realm: challenge
  stale,  ///< right or not, the nonce is too old: challenge again
  wrong,
  right,
};
/// `authorization` is the header's value, empty when the message has none.
Credentials verify(std::string_view authorization, std::string_view method, std::string_view realm,
                   const std::string& ha1, const Nonces& nonces, Instant now);

/// What right credentials have been used for, as long as their nonce lives: heard on the way, they
/// must not open another message. The same message sent again is the same message.
class UsedCredentials {
 public:
  /// Whether these credentials may go with this body. At most `limits::kStrangersTracked` are
  /// remembered.
  bool may_carry(std::string_view authorization, std::string_view body, Instant now);

 private:
  struct Use {
    Sha256 body;
    Instant until;
  };
  void forget(Instant now);
  std::unordered_map<std::string, Use> uses_;  ///< by response: it is of nonce, count and key
};

/// Value of a WWW-Authenticate header.
std::string challenge(std::string_view realm, const std::string& nonce, bool stale);

}  // namespace varde::scaip
