#pragma once

#include <cstdint>
#include <string>

#include "answers/economy/cooperation_view.hpp"
#include "domain/economy/financing.hpp"
#include "domain/economy/growth.hpp"

namespace varde::answers {

/// Workbooks in which an economist can follow the arithmetic: inputs are shaded, figures are
/// formulas on them. `made`: seconds since 1970.
Result<std::string> cooperation_workbook(const CooperationView& view, std::int64_t made);
Result<std::string> financing_workbook(const economy::FinancingCase& input,
                                       const economy::Financing& result, std::int64_t made);
Result<std::string> growth_workbook(const economy::GrowthCase& input, const economy::Growth& result,
                                    std::int64_t made);

}  // namespace varde::answers
