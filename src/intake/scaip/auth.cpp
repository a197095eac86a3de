#include "intake/scaip/auth.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {
namespace {

/// Takes one name=value or name="value" off the front; false at the end.
bool take_parameter(std::string_view& rest, std::string_view& name, std::string& value) {
  while (!rest.empty() && (is_space(rest.front()) || rest.front() == ',')) rest.remove_prefix(1);
  const auto equals = rest.find('=');
  if (equals == std::string_view::npos) return false;
  name = trim(rest.substr(0, equals));
  rest = trim(rest.substr(equals + 1));
  value.clear();
  if (rest.empty() || rest.front() != '"') {
    const auto end = std::min(rest.find(','), rest.size());
    value = trim(rest.substr(0, end));
    rest.remove_prefix(end);
    return true;
  }
  std::size_t i = 1;
  for (; i < rest.size() && rest[i] != '"'; ++i) {
    if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
    value += rest[i];
  }
  rest.remove_prefix(std::min(i + 1, rest.size()));
  return true;
}

std::string* field_of(std::string_view name, DigestFields& out) {
  const std::array<std::pair<std::string_view, std::string*>, 8> fields{
      {{"username", &out.username},
       {"realm", &out.realm},
       {"nonce", &out.nonce},
       {"uri", &out.uri},
       {"response", &out.response},
       {"qop", &out.qop},
       {"nc", &out.nc},
       {"cnonce", &out.cnonce}}};
  return field_named(name, fields);
}

}  // namespace

std::string Nonces::signature(std::string_view expiry) const {
  return to_hex(hmac_sha256(key_, expiry)).substr(0, 32);
}

std::string Nonces::make(Instant now) const {
  const auto expiry =
      fmt::format("{:x}", (now + limits::kScaipNonceLife).time_since_epoch().count());
  return expiry + "-" + signature(expiry);
}

Nonces::State Nonces::check(std::string_view nonce, Instant now) const {
  const auto dash = nonce.find('-');
  if (dash == std::string_view::npos) return State::foreign;
  const auto expiry = nonce.substr(0, dash);
  if (!equal_in_constant_time(nonce.substr(dash + 1), signature(expiry))) return State::foreign;
  std::int64_t at = 0;
  std::from_chars(expiry.data(), expiry.data() + expiry.size(), at, 16);
  return now.time_since_epoch().count() <= at ? State::good : State::stale;
}

bool read_digest(std::string_view header, DigestFields& out) {
  std::string_view rest = trim(header);
  constexpr std::string_view scheme = "digest";
  if (find_word(rest, scheme) != 0) return false;
  rest.remove_prefix(scheme.size());
  std::string_view name;
  std::string value;
  while (take_parameter(rest, name, value)) {
    if (auto* field = field_of(name, out)) *field = value;
  }
  return !out.realm.empty() && !out.nonce.empty();
}

std::string digest_ha1(std::string_view user, std::string_view realm, std::string_view password) {
  return md5_hex(fmt::format("{}:{}:{}", user, realm, password));
}

std::string digest_response(const std::string& ha1, const DigestFields& f,
                            std::string_view method) {
  const std::string ha2 = md5_hex(fmt::format("{}:{}", method, f.uri));
  if (f.qop.empty()) return md5_hex(fmt::format("{}:{}:{}", ha1, f.nonce, ha2));
  return md5_hex(fmt::format("{}:{}:{}:{}:{}:{}", ha1, f.nonce, f.nc, f.cnonce, f.qop, ha2));
}

Credentials verify(std::string_view authorization, std::string_view method, std::string_view realm,
                   const std::string& ha1, const Nonces& nonces, Instant now) {
  DigestFields fields;
  if (authorization.empty() || !read_digest(authorization, fields)) return Credentials::none;
  if (fields.realm != realm) return Credentials::none;
  // A nonce that is not ours is of before a restart, most often: asking again costs little.
  if (nonces.check(fields.nonce, now) != Nonces::State::good) return Credentials::stale;
  for (char& c : fields.response) c = lower(c);
  return equal_in_constant_time(digest_response(ha1, fields, method), fields.response)
             ? Credentials::right
             : Credentials::wrong;
}

bool UsedCredentials::may_carry(std::string_view authorization, std::string_view body,
                                Instant now) {
  DigestFields fields;
  if (!read_digest(authorization, fields)) return false;
  if (uses_.size() >= limits::kStrangersTracked) forget(now);
  for (char& c : fields.response) c = lower(c);
  const Use use{sha256(body), now + limits::kScaipNonceLife};
  const auto [known, is_new] = uses_.try_emplace(fields.response, use);
  return is_new || known->second.body == use.body;
}

void UsedCredentials::forget(Instant now) {
  std::erase_if(uses_, [&](const auto& use) { return use.second.until < now; });
  if (uses_.size() >= limits::kStrangersTracked) uses_.clear();
}

std::string challenge(std::string_view realm, const std::string& nonce, bool stale) {
  return fmt::format("Digest realm=\"{}\", nonce=\"{}\", algorithm=MD5, qop=\"auth\"{}", realm,
                     nonce, stale ? ", stale=true" : "");
}

}  // namespace varde::scaip
