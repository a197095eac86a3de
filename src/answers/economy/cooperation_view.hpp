#pragma once

#include <vector>

#include "answers/economy/cooperation.hpp"
#include "domain/economy/projection.hpp"

namespace varde::answers {

/// What every part of a cooperation's report looks at, computed once.
struct CooperationView {
  const CooperationRun* run = nullptr;
  std::vector<economy::KeyComparison> keys;  ///< by alternative
  std::vector<std::string> key_names;        ///< of the case
  std::vector<std::vector<std::int64_t>>
      shares;  ///< by key, municipality: hundredths of a per mille
  std::vector<std::vector<economy::Hours>>
      staffing;  ///< by alternative, municipality: part of shared hours

  const economy::Case& input() const { return run->input; }
  std::size_t municipalities() const { return run->input.municipalities.size(); }
  std::size_t alternatives() const { return run->projections.size(); }
  const economy::Comparison& comparison(std::size_t alternative) const {
    return run->projections[alternative].comparison;
  }
  const std::string& alternative_name(std::size_t alternative) const {
    return run->input.alternatives[alternative].name;
  }
  const economy::AlternativeSpread* spread(std::size_t alternative) const {
    return run->uncertainty ? &run->uncertainty->alternatives[alternative] : nullptr;
  }
  bool compared(economy::Area area) const;
  economy::Hours hours_today(std::size_t municipality) const;
  double person_years(economy::Hours hours) const;
  /// Whether any number of today's cost of the municipality stands in for an answer it did not
  /// give.
  bool filled(std::size_t municipality) const;
  /// Whether what each municipality has today is nothing but a part of a total by inhabitants.
  bool all_by_stated_total() const;
  economy::Money per_inhabitant(economy::Money amount, std::size_t municipality) const;
  /// One-off costs of the municipality over all years.
  economy::Money one_off(std::size_t alternative, std::size_t municipality) const;
};

/// An error when a key cannot share.
Result<CooperationView> view_of(const CooperationRun& run);

}  // namespace varde::answers
