#include "journal/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/random_entry.hpp"
#include "journal/test_entries.hpp"

namespace varde::journal {
namespace {

using ::testing::HasSubstr;

std::vector<engine::Entry> some_entries(engine::Position first, std::size_t count) {
  testing::Group group;
  for (std::size_t i = 0; i < count; ++i) group.add(first + i);
  return group.entries;
}

Fault fault_of(const Page& page, const Sha256& before = {}) {
  const auto read = read_page(page, before);
  return read ? Fault{} : read.error();
}

RC_GTEST_PROP(PageProperty, AnyEntriesComeBackTheSame, ()) {
  auto entries = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<engine::Entry>>(engine::testing::any_entry()));
  engine::Position position = *rc::gen::inRange<engine::Position>(1, 1'000'000);
  for (auto& entry : entries) entry.position = position++;
  Sha256 before;
  before.fill(*rc::gen::arbitrary<std::uint8_t>());
  const auto read = read_page(make_page(entries, before), before);
  RC_ASSERT(read.ok());
  RC_ASSERT(read->size() == entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    RC_ASSERT((*read)[i].position == entries[i].position);
    RC_ASSERT(testing::bytes_of((*read)[i]) == testing::bytes_of(entries[i]));
  }
}

TEST(Page, PagesChain) {
  const auto first = make_page(some_entries(1, 2), {});
  const auto second = make_page(some_entries(3, 1), first.hash);
  EXPECT_TRUE(read_page(second, first.hash).ok());
  EXPECT_EQ(to_string(fault_of(second)), "entry 3: does not fit the hash chain");
}

TEST(Page, TheSameEntriesInOtherCommitsHaveTheSameChain) {
  const auto whole = make_page(some_entries(1, 3), {});
  const auto first = make_page(some_entries(1, 1), {});
  EXPECT_EQ(make_page(some_entries(2, 2), first.hash).hash, whole.hash);
}

TEST(Page, EveryChangedByteIsFoundAndItsEntryNamed) {
  const auto page = make_page(some_entries(10, 3), {});
  const auto record = page.bytes.size() / 3;
  for (std::size_t i = 0; i < page.bytes.size(); ++i) {
    for (const int bit : {0, 3, 7}) {
      auto damaged = page;
      damaged.bytes[i] = static_cast<char>(damaged.bytes[i] ^ (1 << bit));
      EXPECT_EQ(fault_of(damaged).position, 10 + i / record) << "byte " << i << " bit " << bit;
    }
  }
}

TEST(Page, EveryCutIsFound) {
  const auto page = make_page(some_entries(1, 3), {});
  for (std::size_t size = 0; size < page.bytes.size(); ++size) {
    auto cut = page;
    cut.bytes.resize(size);
    EXPECT_NE(fault_of(cut).position, 0U) << size;
  }
}

TEST(Page, WhatTheRowSaysMustFitTheBytes) {
  const auto page = make_page(some_entries(1, 3), {});
  auto damaged = page;
  damaged.bytes += 'x';
  EXPECT_THAT(fault_of(damaged).what, HasSubstr("belong to no entry"));
  damaged = page;
  damaged.count = 2;
  EXPECT_EQ(fault_of(damaged).position, 2U);
  damaged = page;
  damaged.count = 4;
  EXPECT_EQ(to_string(fault_of(damaged)), "entry 4: is cut off");
  damaged = page;
  damaged.count = 0;
  EXPECT_NE(fault_of(damaged).position, 0U);
  damaged = page;
  damaged.hash[31] ^= 1;
  EXPECT_EQ(fault_of(damaged).position, 3U);
}

}  // namespace
}  // namespace varde::journal
