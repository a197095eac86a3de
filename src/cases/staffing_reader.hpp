#pragma once

#include <map>
#include <string>
#include <vector>

#include "cases/section.hpp"
#include "domain/economy/model.hpp"
#include "domain/staffing/model.hpp"

namespace varde::cases {

/// Reads staffing.toml part by part; later parts refer to earlier ones by id.
class StaffingReader {
 public:
  StaffingReader(Section& root, const economy::Case& economy, staffing::StaffingCase& into)
      : root_(root), economy_(economy), into_(into) {}

  void read();
  /// What only shows when everything is read: holes in plans, more work than people.
  void check_plans();

 private:
  /// A number that may carry its origin, which goes to the case's list of numbers.
  std::optional<double> number(Section& section, const std::string& key, double least, double most,
                               bool required = false, staffing::Given* given = nullptr);
  /// The place of the name at `key` among `names`.
  std::optional<std::size_t> reference(Section& section, std::string_view key,
                                       const std::vector<std::string>& names,
                                       std::string_view what);
  std::string id(Section& section, std::vector<std::string>& names);

  void read_roster(Section section);
  void read_targets();
  void read_profiles();
  void read_kinds();
  void read_kind(Section& section);
  staffing::Handling read_handling(Section section, staffing::KindRange& range);
  void read_bursts();
  void read_plans();
  void read_reserves();
  void read_hosts();
  void read_alternatives();
  void read_alternative(Section& section);
  void refer_to_economy(Section& section, staffing::Alternative& into);
  std::optional<staffing::Shift> read_shift(Section& section);

  Section& root_;
  const economy::Case& economy_;
  staffing::StaffingCase& into_;
  std::vector<std::string> profile_names_, kind_names_, plan_names_, reserve_names_, host_names_,
      alternative_names_;
  std::vector<staffing::HourOfWeek> profiles_;
  std::vector<double> per_user_;  ///< alarms per user and year, by kind; 0 = a number for the year
  std::vector<std::vector<staffing::Shift>> plans_;
  std::vector<staffing::Reserve> reserves_;
  std::vector<bool> reserve_counts_;
  std::vector<Section> host_sections_, alternative_sections_;
};

}  // namespace varde::cases
