#pragma once

#include <vector>

#include "domain/economy/projection.hpp"

namespace varde::economy {

/// A stated figure beside what the model gives.
struct StatedCheck {
  StatedFigure stated;
  double computed = 0;
  bool agrees = false;  ///< within the rounding of the report
};

/// Inhabitants in the comparison year, from the register.
std::int64_t inhabitants(const Case& input);
/// What a report divides by, or the register's when none is stated.
std::int64_t stated_inhabitants(const Case& input);

/// Holds every stated figure of the case against the model. `projections` has all alternatives.
std::vector<StatedCheck> check_stated(const Case& input,
                                      const std::vector<Projection>& projections);

}  // namespace varde::economy
