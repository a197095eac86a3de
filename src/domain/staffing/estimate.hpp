#pragma once

#include <span>

namespace varde::staffing {

/// A figure from simulated years, with its 95 % confidence interval: what more years would still
/// move. It says nothing of whether the input is right.
struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// Student's t for the middle 95 % with so many degrees of freedom (Hill, algorithm 396, 1970).
double student_t_95(int degrees);

/// Mean of the years; at least two.
Estimate mean_of(std::span<const double> years);
/// sum(over) / sum(under), with the spread of the years' over - ratio x under (delta method). Where
/// nothing is under, 0.
Estimate ratio_of(std::span<const double> over, std::span<const double> under);
/// `value` of all years together, with the spread of the single years around it (sectioning).
Estimate around(double value, std::span<const double> years);

}  // namespace varde::staffing
