#pragma once

#include <string>

#include "domain/economy/financing.hpp"
#include "domain/economy/growth.hpp"

// What is printed of the cases about national solutions.
namespace varde::answers {

std::string financing_json(const economy::FinancingCase& input, const economy::Financing& result);
std::string financing_text(const economy::FinancingCase& input, const economy::Financing& result);

std::string growth_json(const economy::GrowthCase& input, const economy::Growth& result);
std::string growth_text(const economy::GrowthCase& input, const economy::Growth& result);

}  // namespace varde::answers
