#pragma once

#include <string>

#include "domain/economy/financing.hpp"
#include "domain/economy/growth.hpp"

namespace varde::answers {

/// The reports of cases about national solutions, as pages. `made`: the day, "22.11.2026".
std::string financing_page(const economy::FinancingCase& input, const economy::Financing& result,
                           const std::string& made);
std::string growth_page(const economy::GrowthCase& input, const economy::Growth& result,
                        const std::string& made);

}  // namespace varde::answers
