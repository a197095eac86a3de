#include "app/core/gate.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace varde::app {
namespace {

using alarm::SignalKind;

TEST(Gate, RefusesHeartbeatsFirstAndAlarmsOnlyWhenFull) {
  Gate gate;
  EXPECT_TRUE(gate.admit(SignalKind::heartbeat, limits::kInboxShedHeartbeats - 1));
  EXPECT_FALSE(gate.admit(SignalKind::heartbeat, limits::kInboxShedHeartbeats));
  EXPECT_TRUE(gate.admit(SignalKind::technical, limits::kInboxShedHeartbeats));
  EXPECT_TRUE(gate.admit(SignalKind::alarm, limits::kInboxEntries - 1));
  EXPECT_FALSE(gate.admit(SignalKind::alarm, limits::kInboxEntries));
}

TEST(Gate, ARefusedKindComesBackOnlyWellBelowItsLimit) {
  Gate gate;
  EXPECT_FALSE(gate.admit(SignalKind::heartbeat, limits::kInboxShedHeartbeats));
  EXPECT_FALSE(gate.admit(SignalKind::heartbeat, limits::kInboxShedHeartbeats - 1));
  EXPECT_TRUE(gate.admit(SignalKind::heartbeat, limits::kInboxShedHeartbeats * 3 / 4));
  EXPECT_TRUE(gate.admit(SignalKind::heartbeat, limits::kInboxShedHeartbeats - 1));
}

TEST(Gate, AlarmsComeBackAsSoonAsThereIsRoom) {
  Gate gate;
  EXPECT_FALSE(gate.admit(SignalKind::alarm, limits::kInboxEntries));
  EXPECT_TRUE(gate.admit(SignalKind::alarm, limits::kInboxEntries - 1));
}

}  // namespace
}  // namespace varde::app
