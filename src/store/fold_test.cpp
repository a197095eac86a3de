#include "store/fold.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::store {
namespace {

using ::testing::ElementsAre;

TEST(Fold, LowersCaseAndTakesAccentsOff) {
  EXPECT_EQ(fold("Kari NORDMANN"), "kari nordmann");
  EXPECT_EQ(fold("Éva Müller-Łukasz"), "eva muller lukasz");
  EXPECT_EQ(fold("Áhkká Čoahkki Žuŋŋá"), "ahkka coahkki zunna");
}

TEST(Fold, KeepsTheNorwegianLettersApartAndLast) {
  EXPECT_EQ(fold("ÆØÅ æøå"), "{|} {|}");
  EXPECT_EQ(fold("Ässjö"), fold("Æssjø"));
  EXPECT_LT(fold("Zara"), fold("Ærlig"));
  EXPECT_LT(fold("Ærlig"), fold("Øyvind"));
  EXPECT_LT(fold("Øyvind"), fold("Åse"));
}

TEST(Fold, PunctuationAndBlanksAreOneBlank) {
  EXPECT_EQ(fold("  Per--Ole,\t O'Neil. "), "per ole o neil");
  EXPECT_EQ(fold("100% _x_"), "100 x");
  EXPECT_EQ(fold("漢字 😀"), "");
}

TEST(Fold, WordsAreWhatIsBetweenBlanks) {
  EXPECT_THAT(words(fold(" kari   nord mann ")), ElementsAre("kari", "nord", "mann"));
  EXPECT_THAT(words(""), ElementsAre());
}

RC_GTEST_PROP(FoldProperty, AnyBytesGiveSearchableText, (const std::string& text)) {
  const auto folded = fold(text);
  RC_ASSERT(fold(folded).size() <= folded.size());
  for (const char c : folded)
    RC_ASSERT(c == ' ' || (c >= 'a' && c <= '}') || (c >= '0' && c <= '9'));
  RC_ASSERT(folded.find("  ") == std::string::npos);
}

}  // namespace
}  // namespace varde::store
