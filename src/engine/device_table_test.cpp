#include "engine/device_table.hpp"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/test_centre.hpp"

namespace varde::engine {
namespace {

using namespace testing;

TEST(DeviceTable, FindsByIdAndByItsPresentAddress) {
  DeviceTable table;
  care::Device device = device_of(1);
  table.put(device, kStart, 1);
  device.address = "scaip:moved";
  DeviceTable::Slot& slot = table.put(device, kStart, 2);
  EXPECT_EQ(table.find(device.id), &slot);
  EXPECT_EQ(table.find("scaip:moved"), &slot);
  EXPECT_EQ(table.find(device_of(1).address), nullptr);
  EXPECT_EQ(table.size(), 1U);
}

/// Lines of silence against the obvious way: look at every device.
RC_GTEST_PROP(DeviceTable, TheNextToFallSilentIsTheOneAFullSearchFinds, ()) {
  DeviceTable table;
  std::map<DeviceId, Instant> deadline;
  Instant now = kStart;
  Position position = 0;
  for (int left = *rc::gen::inRange(1, 150); left > 0; --left) {
    now += Duration{*rc::gen::inRange(0, 30'000)};
    const auto n = *rc::gen::inRange<std::uint64_t>(0, 8);
    ++position;
    if (*rc::gen::inRange(0, 4) == 0) {
      care::Device device = device_of(n);
      if (*rc::gen::arbitrary<bool>()) device.silence_limit = 1min * *rc::gen::inRange(1, 4);
      const auto* before = table.find(device.id);
      const bool same = before != nullptr && before->device.silence_limit == device.silence_limit;
      table.put(device, now, position);
      if (!same) deadline.erase(device.id);
      if (!same && device.silence_limit) deadline[device.id] = now + *device.silence_limit;
    } else if (auto* slot = table.find(device_of(n).id)) {
      table.heard(*slot, now, position);
      if (slot->device.silence_limit) deadline[slot->device.id] = now + *slot->device.silence_limit;
    }
    const auto earliest =
        std::min_element(deadline.begin(), deadline.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (earliest == deadline.end()) {
      RC_ASSERT(!table.next_silent());
      continue;
    }
    RC_ASSERT(table.next_silent() == earliest->second);
    if (earliest->second <= now) deadline.erase(table.take_silent().device.id);
  }
}

}  // namespace
}  // namespace varde::engine
