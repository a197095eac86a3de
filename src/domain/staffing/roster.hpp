#pragma once

namespace varde::staffing {

constexpr double kDaysInYear = 365.25;
constexpr double kWeeksInYear = kDaysInYear / 7.0;   ///< 52.18
constexpr double kHoursInYear = 24.0 * kDaysInYear;  ///< 8,766: a seat round the clock
constexpr double kHoursInWeek = 168.0;

/// What a person-year gives at the desk. Public holidays, breaks and supervision are not in it.
struct Roster {
  double weekly_hours = 35.5;  ///< 37.5 ordinary, 35.5 turnus, 33.6 fully continuous
  double holiday_weeks = 5.0;
  double sickness = 0.09;      ///< share of working time, 0..1
  double training = 0.02;      ///< share of working time, 0..1
  double overlap_minutes = 0;  ///< of each shift, when two hand over and one is counted
};

/// Hours a year that one person-year is at the desk: weekly hours x (weeks - holiday) x
/// (1 - sickness - training).
double desk_hours(const Roster& roster);

/// Person-years for `weekly_hours` of desk to be filled every week of the year.
double person_years(double weekly_hours, const Roster& roster);
/// Of one seat round the clock, without overlap.
double person_years_per_seat(const Roster& roster);
/// As person_years_per_seat, with nobody on holiday, ill or in training.
double gross_person_years_per_seat(const Roster& roster);
/// Weekly hours of desk that so many person-years fill.
double weekly_hours_of(double person_years, const Roster& roster);

}  // namespace varde::staffing
