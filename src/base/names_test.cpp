#include "base/names.hpp"

#include <gtest/gtest.h>

namespace varde {
namespace {

enum class Fruit { apple, pear };
constexpr auto kFruits = make_names<Fruit>("apple", "pear");

TEST(Names, BothDirections) {
  EXPECT_EQ(kFruits.of(Fruit::pear), "pear");
  EXPECT_EQ(kFruits.find("apple"), Fruit::apple);
  EXPECT_FALSE(kFruits.find("Apple"));
  EXPECT_FALSE(kFruits.find(""));
}

TEST(NamesDeathTest, AValueOutsideTheEnumerationStops) {
  EXPECT_DEATH(kFruits.of(static_cast<Fruit>(2)), "assertion failed");
}

}  // namespace
}  // namespace varde
