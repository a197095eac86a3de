#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/economy/model.hpp"
#include "domain/economy/projection.hpp"
#include "report/workbook.hpp"

namespace varde::answers {

/// Where the municipalities' basis stands in a workbook: one row each, from `first` on.
struct BasisSheet {
  std::string name;
  int first = 0, last = 0;
  const economy::Basis* basis = nullptr;
  /// Column of a measure; usage metrics follow the populations in order of name.
  int column(const economy::KeyPart& part) const;
  std::vector<std::string> metrics;
};

/// Writes how `allocation` is split on municipalities from column `left` of `sheet`, with formulas
/// that give the model's own øre: each part of the key is cut from the total, split by whole øre,
/// and the øre left over go to the largest remainders. A key with bounds, or a price per unit,
/// comes as numbers. `total`: formula of the sum to split. Gives the column of the parts and the
/// next free one; rows begin at `top` + 3.
struct SplitColumns {
  int parts = 0, next = 0;
};
SplitColumns write_split(report::Workbook::Sheet& sheet, int top, int left,
                         const economy::Allocation& allocation, const economy::Key* key,
                         const std::string& total, const BasisSheet& basis);

}  // namespace varde::answers
