#include "intake/scaip/auth.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace varde::scaip {
namespace {

using namespace std::chrono_literals;
const Instant kNow{std::chrono::seconds{1'800'000'000}};

std::string authorization(const std::string& nonce, const std::string& response,
                          const std::string& extra = "") {
  return "Digest username=\"17\", realm=\"varde\", nonce=\"" + nonce +
         "\", uri=\"sip:alarm@x\", response=\"" + response + "\"" + extra;
}

// RFC 2617 section 3.5.
TEST(Digest, MatchesTheStandardsExample) {
  DigestFields fields;
  fields.nonce = "dcd98b7102dd2f0e8b11d0f600bfb0c093";
  fields.uri = "/dir/index.html";
  fields.qop = "auth";
  fields.nc = "00000001";
  fields.cnonce = "0a4f113b";
  const auto ha1 = digest_ha1("Mufasa", "testrealm@host.com", "Circle Of Life");
  EXPECT_EQ(ha1, "939e7578ed9e3c518a452acee763bce9");
  EXPECT_EQ(digest_response(ha1, fields, "GET"), "6629fae49393a05397450978507c4ef1");
}

TEST(Digest, ReadsQuotedAndBareParameters) {
  DigestFields fields;
  ASSERT_TRUE(
      read_digest("digest realm=\"a, \\\"b\\\"\",nonce=abc , qop=auth,opaque=\"x\"", fields));
  EXPECT_EQ(fields.realm, "a, \"b\"");
  EXPECT_EQ(fields.nonce, "abc");
  EXPECT_EQ(fields.qop, "auth");
  EXPECT_FALSE(read_digest("Basic abc", fields));
  DigestFields none;
  EXPECT_FALSE(read_digest("Digest realm=\"x\"", none));
}

TEST(Digest, VerifiesWithAndWithoutQop) {
  const Nonces nonces("key");
  const auto nonce = nonces.make(kNow);
  const auto ha1 = digest_ha1("17", "varde", "secret");
  DigestFields plain;
  plain.nonce = nonce;
  plain.uri = "sip:alarm@x";
  auto with_qop = plain;
  with_qop.qop = "auth";
  with_qop.nc = "00000001";
  with_qop.cnonce = "c";
  const auto check = [&](const std::string& header, Instant now = kNow) {
    return verify(header, "MESSAGE", "varde", ha1, nonces, now);
  };
  const auto right = digest_response(ha1, plain, "MESSAGE");
  EXPECT_EQ(check(authorization(nonce, right)), Credentials::right);
  EXPECT_EQ(check(authorization(nonce, digest_response(ha1, with_qop, "MESSAGE"),
                                ", qop=auth, nc=00000001, cnonce=\"c\"")),
            Credentials::right);
  EXPECT_EQ(check(authorization(nonce, std::string(32, '0'))), Credentials::wrong);
  EXPECT_EQ(check(""), Credentials::none);
  EXPECT_EQ(check(authorization(nonce, right), kNow + limits::kScaipNonceLife + 1ms),
            Credentials::stale);
  EXPECT_EQ(check(authorization("1-2", right)), Credentials::stale);
  EXPECT_EQ(verify(authorization(nonce, right), "MESSAGE", "other", ha1, nonces, kNow),
            Credentials::none);
}

TEST(UsedCredentials, OpenOneMessageHoweverOftenItIsSent) {
  UsedCredentials used;
  const auto first = authorization("1-2", std::string(32, 'a'));
  EXPECT_TRUE(used.may_carry(first, "<mrq>1</mrq>", kNow));
  EXPECT_TRUE(used.may_carry(first, "<mrq>1</mrq>", kNow + 1s));
  EXPECT_FALSE(used.may_carry(first, "<mrq>2</mrq>", kNow + 1s));
  EXPECT_FALSE(used.may_carry(authorization("1-2", std::string(32, 'A')), "<mrq>2</mrq>", kNow));
  EXPECT_TRUE(used.may_carry(authorization("1-2", std::string(32, 'b')), "<mrq>2</mrq>", kNow));
  EXPECT_FALSE(used.may_carry("", "", kNow));
}

TEST(Nonces, AreSigned) {
  const Nonces nonces("key");
  auto nonce = nonces.make(kNow);
  EXPECT_EQ(nonces.check(nonce, kNow), Nonces::State::good);
  EXPECT_EQ(nonces.check(nonce, kNow + 6min), Nonces::State::stale);
  EXPECT_EQ(Nonces("other").check(nonce, kNow), Nonces::State::foreign);
  nonce[0] = nonce[0] == '1' ? '2' : '1';
  EXPECT_EQ(nonces.check(nonce, kNow), Nonces::State::foreign);
  EXPECT_EQ(nonces.check("", kNow), Nonces::State::foreign);
}

}  // namespace
}  // namespace varde::scaip
