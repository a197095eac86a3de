#include "engine/key_memory.hpp"

#include <gtest/gtest.h>

namespace varde::engine {
namespace {

using namespace std::chrono_literals;

Known known_at(Instant at) {
  Known known;
  known.at = at;
  return known;
}

TEST(KeyMemory, HashIsOfTheWholeKey) {
  EXPECT_EQ(KeyMemory::hash("scaip:1/2"), KeyMemory::hash("scaip:1/2"));
  EXPECT_NE(KeyMemory::hash("scaip:1/2"), KeyMemory::hash("scaip:1/3"));
  EXPECT_EQ(KeyMemory::hash("abc").high, 0xba7816bf8f01cfeaULL) << "FIPS 180-4, example B.1";
}

TEST(KeyMemory, ForgetsAfterItsWindow) {
  KeyMemory memory(10min, 100);
  const auto key = KeyMemory::hash("a");
  const Instant start{};
  memory.remember(key, known_at(start));
  EXPECT_NE(memory.find(key, start + 10min - 1ms), nullptr);
  EXPECT_EQ(memory.find(key, start + 10min), nullptr);
  memory.remember(key, known_at(start + 10min));
  EXPECT_EQ(memory.find(key, start + 10min)->at, start + 10min);
  EXPECT_EQ(memory.size(), 1U);
}

TEST(KeyMemory, AKeyThatIsUsedAnewIsAsNew) {
  KeyMemory memory(10min, 2);
  for (const char* key : {"a", "b", "a"})
    memory.remember(KeyMemory::hash(key), known_at(Instant{} + 1min));
  memory.remember(KeyMemory::hash("c"), known_at(Instant{} + 2min));
  EXPECT_EQ(memory.size(), 2U);
  EXPECT_EQ(memory.find(KeyMemory::hash("b"), Instant{} + 2min), nullptr);
  EXPECT_NE(memory.find(KeyMemory::hash("a"), Instant{} + 2min), nullptr);
}

TEST(KeyMemory, TheOldestGoesFirstWhenItIsFull) {
  KeyMemory memory(1h, 3);
  for (const char* key : {"a", "b", "c", "d"})
    memory.remember(KeyMemory::hash(key), known_at(Instant{}));
  EXPECT_EQ(memory.size(), 3U);
  EXPECT_EQ(memory.find(KeyMemory::hash("a"), Instant{}), nullptr);
  EXPECT_NE(memory.find(KeyMemory::hash("b"), Instant{}), nullptr);
  std::vector<KeyMemory::Hash> order;
  memory.each([&](const KeyMemory::Hash& key, const Known&) { order.push_back(key); });
  EXPECT_EQ(order.front(), KeyMemory::hash("b"));
  EXPECT_EQ(order.back(), KeyMemory::hash("d"));
}

}  // namespace
}  // namespace varde::engine
