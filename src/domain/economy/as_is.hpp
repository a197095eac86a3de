#pragma once

#include <vector>

#include "domain/economy/model.hpp"

namespace varde::economy {

/// One number of today's cost: what a municipality has in one category of one area, and how it
/// came.
struct AsIsLine {
  std::size_t municipality = 0;  ///< place in Case::municipalities
  Area area = Area::vtp;
  Category category = Category::other;
  Money amount;
  Hours hours;  ///< Category::hours only; `amount` is what they cost
  bool filled = false;
  Fill how = Fill::none;  ///< of a filled line
  Origin origin;
};

/// A question without an answer, and what was put in its place.
struct Gap {
  std::size_t municipality = 0;
  Area area = Area::vtp;
  Category category = Category::other;
  Fill how = Fill::none;
  bool filled = false;  ///< false: nothing to fill it by; counts as nothing
};

/// Today's cost in the kroner of the case's price year.
struct AsIs {
  std::vector<AsIsLine> lines;
  std::vector<Gap> gaps;

  /// Sums over lines for which `pick(line)` holds.
  template <class Pick>
  Money amount(Pick pick) const {
    Money sum;
    for (const auto& line : lines) {
      if (pick(line)) sum += line.amount;
    }
    return sum;
  }
  template <class Pick>
  Hours hours(Pick pick) const {
    Hours sum;
    for (const auto& line : lines) {
      if (pick(line)) sum += line.hours;
    }
    return sum;
  }
};

/// Fills the gaps of the survey by the rules of each area and marks them. Municipalities are
/// weighed by their inhabitants in the comparison year. An error when a stated total is less than
/// what is reported, or leaves something and nobody has a gap to take it.
Result<AsIs> as_is_of(const Case& input);

/// Share of `of` that is reported or measured, in basis points.
std::int64_t coverage(const AsIs& as_is, const std::vector<Area>& areas);

}  // namespace varde::economy
