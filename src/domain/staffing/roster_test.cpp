#include "domain/staffing/roster.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::staffing {
namespace {

TEST(Roster, ASeatRoundTheClockIs8766Hours) {
  EXPECT_DOUBLE_EQ(kHoursInYear, 8'766);
  EXPECT_NEAR(kWeeksInYear, 52.18, 0.005);
}

// Five weeks of holiday, 2 % training, sickness 9 and 11 %.
TEST(Roster, AgreesWithTheReferenceFigures) {
  const auto seat = [](double weekly_hours, double sickness) {
    return person_years_per_seat({weekly_hours, 5, sickness, 0.02, 0});
  };
  EXPECT_NEAR(seat(35.5, 0.09), 5.9, 0.05);
  EXPECT_NEAR(seat(35.5, 0.11), 6.0, 0.05);
  EXPECT_NEAR(seat(33.6, 0.09), 6.2, 0.05);
  EXPECT_NEAR(seat(33.6, 0.11), 6.4, 0.05);
  EXPECT_NEAR(seat(37.5, 0.09), 5.6, 0.05);
  EXPECT_NEAR(seat(37.5, 0.11), 5.7, 0.05);
  EXPECT_NEAR(gross_person_years_per_seat({35.5, 5, 0.09, 0.02, 0}), 4.73, 0.005);
  EXPECT_NEAR(gross_person_years_per_seat({33.6, 5, 0.09, 0.02, 0}), 5.00, 0.005);
  EXPECT_NEAR(gross_person_years_per_seat({37.5, 5, 0.09, 0.02, 0}), 4.48, 0.005);
  EXPECT_NEAR(2 * seat(35.5, 0.10), 12, 0.3);  // two seats round the clock
}

RC_GTEST_PROP(RosterProperties, HoursAndPersonYearsAreEachOthersInverse, ()) {
  const Roster roster{*rc::gen::inRange(300, 400) / 10.0, *rc::gen::inRange(0, 8) * 1.0,
                      *rc::gen::inRange(0, 30) / 100.0, *rc::gen::inRange(0, 10) / 100.0, 0};
  const double hours = *rc::gen::inRange(1, 2'000);
  RC_ASSERT(std::abs(weekly_hours_of(person_years(hours, roster), roster) - hours) < 1e-9 * hours);
}

}  // namespace
}  // namespace varde::staffing
