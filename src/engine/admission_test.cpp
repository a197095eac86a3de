#include "engine/admission.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace varde::engine {
namespace {

using alarm::SignalKind;

TEST(Admission, ShedsInTheStatedOrderAndAlarmsLast) {
  const struct {
    SignalKind kind;
    std::size_t refused_from;
  } kRows[] = {
      {SignalKind::heartbeat, limits::kInboxShedHeartbeats},
      {SignalKind::measurement, limits::kInboxShedMeasurements},
      {SignalKind::event, limits::kInboxShedMeasurements},
      {SignalKind::location, limits::kInboxShedMeasurements},
      {SignalKind::technical, limits::kInboxShedTechnical},
      {SignalKind::alarm, limits::kInboxEntries},
      {SignalKind::reset, limits::kInboxEntries},
  };
  for (const auto& row : kRows) {
    EXPECT_TRUE(admits(row.kind, 0)) << to_string(row.kind);
    EXPECT_TRUE(admits(row.kind, row.refused_from - 1)) << to_string(row.kind);
    EXPECT_FALSE(admits(row.kind, row.refused_from)) << to_string(row.kind);
  }
}

}  // namespace
}  // namespace varde::engine
