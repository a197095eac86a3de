#include "domain/care/device.hpp"

#include <gtest/gtest.h>

namespace varde::care {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNoon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 18} + 11h;

Device assigned() {
  Device device;
  device.state = DeviceState::in_use;
  device.user = UserId{{1, 1}};
  device.assigned_from = kNoon;
  return device;
}

TEST(Device, ServesWhileAnAssignmentCoversTheMoment) {
  Device device = assigned();
  EXPECT_FALSE(device.serves_at(kNoon - 1ms));
  EXPECT_TRUE(device.serves_at(kNoon));
  EXPECT_TRUE(device.serves_at(kNoon + 87'600h)) << "until further notice";
  device.assigned_to = kNoon + 1h;
  EXPECT_TRUE(device.serves_at(kNoon + 1h - 1ms));
  EXPECT_FALSE(device.serves_at(kNoon + 1h)) << "the end is exclusive";
}

TEST(Device, ServesNobodyFromTheStoreWithdrawnOrUnassigned) {
  for (const auto state : {DeviceState::in_store, DeviceState::withdrawn}) {
    Device device = assigned();
    device.state = state;
    EXPECT_FALSE(device.serves_at(kNoon)) << to_string(state);
  }
  Device nobody = assigned();
  nobody.user.reset();
  EXPECT_FALSE(nobody.serves_at(kNoon));
  Device never = assigned();
  never.assigned_from.reset();
  EXPECT_FALSE(never.serves_at(kNoon));
}

}  // namespace
}  // namespace varde::care
