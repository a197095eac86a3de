#include "base/digest.hpp"

#include <set>

#include <gtest/gtest.h>

namespace varde {
namespace {

TEST(Digest, Sha256OfPublishedVectors) {
  // FIPS 180-4 examples; the empty text from NIST's CAVP.
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Digest, Sha256OfTwoPartsIsOfTheWhole) { EXPECT_EQ(sha256("a", "bc"), sha256("abc")); }

TEST(Digest, HmacOfAPublishedVector) {
  // RFC 4231, test case 2.
  EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Digest, Md5OfAPublishedVector) {
  // RFC 1321, appendix A.5.
  EXPECT_EQ(md5_hex("message digest"), "f96b697d7cb7938d525a2f31aaf161d0");
}

TEST(Digest, HexIsLowerCaseAndWhole) { EXPECT_EQ(to_hex(std::string_view("\x00\xfe", 2)), "00fe"); }

TEST(Digest, ComparesWholeTexts) {
  EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secreT"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secre"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
}

TEST(Digest, TokensAreUrlSafeLongEnoughAndDiffer) {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const std::string token = random_token(32);
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos) << token;
    seen.insert(token);
  }
  EXPECT_EQ(seen.size(), 100U);
  EXPECT_NE(random_u64(), random_u64());
}

}  // namespace
}  // namespace varde
