#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/economy/money.hpp"
#include "domain/economy/number.hpp"
#include "domain/staffing/capacity.hpp"
#include "domain/staffing/roster.hpp"

namespace varde::staffing {

/// A number of the case and where it comes from.
struct Given {
  std::string name;  ///< as the file has it: "roster.sickness", "kind.fall.per_user_month"
  double value = 0;
  std::optional<double> low, high;
  economy::Origin origin;
};

/// How far off a kind's work may be: its arrivals and its handling time at low and at high, as
/// parts of the middle.
struct KindRange {
  double arrivals_low = 1, arrivals_high = 1;
  double handling_low = 1, handling_high = 1;

  friend bool operator==(const KindRange&, const KindRange&) = default;
};
enum class Bound : std::uint8_t { low, high };

struct Target {
  AnswerTarget answer;
  std::string source;
};

/// A larger centre that alarms can go to.
struct Host {
  std::string id, name;
  Demand demand;
  std::vector<Shift> shifts;
  int minimum = 2;
};

/// One way to staff the answering.
struct Alternative {
  std::string id, name;
  std::vector<Shift> shifts;                  ///< own operators; none when connected
  Reserve reserve;                            ///< persons = 0: none
  bool reserve_counts = false;                ///< as one on duty, where the minimum is asked for
  std::optional<std::size_t> host;            ///< connected to this one
  economy::Money overhead;                    ///< yearly, besides pay: competence, administration
  std::string economy;                        ///< the alternative of the economy case it stands for
  std::optional<double> stated_person_years;  ///< what that one reckons with
  std::optional<economy::Money> stated_cost;
};

/// All that a staffing case says.
struct StaffingCase {
  std::string name;
  double users = 0;
  Demand demand;
  std::vector<std::vector<std::string>>
      codes;                      ///< by kind: event codes it stands for, when measured
  std::vector<KindRange> ranges;  ///< by kind; empty when no number of the work has one
  std::vector<Target> targets;    ///< the first is what plans are sized for
  Roster roster;
  std::optional<double> sickness_low, sickness_high;
  int minimum = 2;  ///< on duty at the same time
  economy::Money person_year_cost;
  double person_year_hours = 1'950;  ///< as the economy reckons them
  std::vector<Host> hosts;
  std::vector<Alternative> alternatives;
  std::vector<Given> numbers;

  const Alternative* alternative(std::string_view id) const;
};

/// The case with all uncertain work at its low or its high, ours and the hosts'; no ranges are
/// left.
StaffingCase at_bound(const StaffingCase& input, Bound bound);

/// Why an alternative cannot be computed: a hole in its plan, or more work than people.
std::optional<std::string> fault(const StaffingCase& input, const Alternative& alternative);
/// The same for a host without and with the case's alarms.
std::optional<std::string> fault(const StaffingCase& input, const Host& host, bool with_ours);

/// People and pay of a plan. `low` and `high` are the range that the roster's sickness gives.
struct Cost {
  double person_years = 0, person_years_low = 0, person_years_high = 0;
  economy::Money pay, pay_low, pay_high;
};
Cost cost_of(const StaffingCase& input, const WeekPlan& plan);
/// Cost of an hour at the desk.
double cost_of_hour(const StaffingCase& input);

/// What a number of person-years buys.
struct Bought {
  double person_years = 0;
  double seats = 0;  ///< round the clock
  int whole_seats = 0;
  double hours_left_a_week = 0;  ///< with one more than whole_seats
  double desk_hours = 0;         ///< a year
};
Bought buys(const StaffingCase& input, double person_years);

}  // namespace varde::staffing
