#include "domain/care/person.hpp"

#include <gtest/gtest.h>

namespace varde::care {
namespace {

using namespace std::chrono;

TEST(Person, AgeTurnsOnTheBirthdayInNorway) {
  const year_month_day born = year{1941} / 5 / 2;
  const Instant midnight = sys_days{year{2026} / 5 / 1} + 22h;  // 00:00 on 2 May in summer time
  EXPECT_EQ(age_at(born, midnight - 1ms), 84);
  EXPECT_EQ(age_at(born, midnight), 85);
  EXPECT_EQ(age_at(born, sys_days{year{2026} / 12 / 31}), 85);
  EXPECT_EQ(age_at(born, sys_days{year{2026} / 1 / 1}), 84);
}

TEST(Person, ALeapDayChildIsOlderFromTheFirstOfMarch) {
  const year_month_day born = year{1940} / 2 / 29;
  EXPECT_EQ(age_at(born, sys_days{year{2026} / 2 / 28} + 12h), 85);
  EXPECT_EQ(age_at(born, sys_days{year{2026} / 3 / 1} + 12h), 86);
}

TEST(Person, SexHasNames) { EXPECT_EQ(to_string(Sex::female), "female"); }

}  // namespace
}  // namespace varde::care
