#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/alarm/lifecycle.hpp"

namespace varde::alarm {
namespace {

TEST(Priority, FromCodeKindPlanAndWhetherItWasUnderstood) {
  const struct {
    AlertCode code;
    SignalKind kind;
    std::int8_t shift;
    bool understood;
    int priority;
  } kRows[] = {
      {kSocialAlarm, SignalKind::alarm, 0, true, 2},
      {kSocialAlarm, SignalKind::alarm, -1, true, 1},
      {kSocialAlarm, SignalKind::alarm, -2, true, 1},
      {kSocialAlarm, SignalKind::alarm, 2, true, 4},
      {kFall, SignalKind::alarm, 0, true, 1},
      {kFall, SignalKind::alarm, 0, false, 1},
      {{5, 1, 0}, SignalKind::alarm, 2, true, 5},
      {{5, 1, 0}, SignalKind::alarm, 0, false, 2},
      {{200, 0, 0}, SignalKind::alarm, 0, true, 2},
      {kSocialAlarm, SignalKind::technical, 0, true, 4},
      {kSocialAlarm, SignalKind::technical, -2, true, 3},
      {{1, 18, 0}, SignalKind::technical, 0, true, 3},
      {{1, 18, 0}, SignalKind::technical, -2, true, 3},
      {{200, 0, 0}, SignalKind::technical, 0, false, 4},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(initial_priority(row.code, row.kind, row.shift, row.understood), row.priority)
        << to_string(row.code) << " " << to_string(row.kind) << " " << int{row.shift};
  }
}

RC_GTEST_PROP(Priority, StaysInItsClassesAndNeverFalls, (std::uint8_t group, std::uint8_t item)) {
  const auto kind = *rc::gen::element(SignalKind::alarm, SignalKind::technical);
  const auto shift = *rc::gen::inRange<std::int8_t>(-2, 3);
  Alarm alarm;
  alarm.kind = kind;
  alarm.priority = initial_priority({group, item, 0}, kind, shift, *rc::gen::arbitrary<bool>());
  const int most = kind == SignalKind::technical ? 3 : 1;
  for (int i = 0; i < 6; ++i) {
    const int before = alarm.priority;
    RC_ASSERT(before >= most && before <= 5);
    raise_priority(alarm);
    RC_ASSERT(alarm.priority == std::max(most, before - 1));
  }
}

}  // namespace
}  // namespace varde::alarm
