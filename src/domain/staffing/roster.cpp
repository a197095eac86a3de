#include "domain/staffing/roster.hpp"

#include "base/assert.hpp"

namespace varde::staffing {

double desk_hours(const Roster& roster) {
  const double hours = roster.weekly_hours * (kWeeksInYear - roster.holiday_weeks) *
                       (1.0 - roster.sickness - roster.training);
  VARDE_ASSERT(hours > 0);
  return hours;
}

double person_years(double weekly_hours, const Roster& roster) {
  return weekly_hours * kWeeksInYear / desk_hours(roster);
}

double person_years_per_seat(const Roster& roster) { return person_years(kHoursInWeek, roster); }

double gross_person_years_per_seat(const Roster& roster) {
  return kHoursInWeek / roster.weekly_hours;
}

double weekly_hours_of(double person_years, const Roster& roster) {
  return person_years * desk_hours(roster) / kWeeksInYear;
}

}  // namespace varde::staffing
