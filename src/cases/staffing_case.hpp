#pragma once

#include <vector>

#include "base/result.hpp"
#include "cases/load.hpp"
#include "domain/staffing/model.hpp"

namespace varde::cases {

/// staffing.toml of a case folder, with what a person-year costs from its case.toml; or everything
/// that must be put right first. A plan with a hole and arrivals above capacity are such.
/// `shapes` learns what is asked for of staffing.toml.
Result<staffing::StaffingCase, std::vector<Complaint>> parse_staffing(const Files& files,
                                                                      Shapes* shapes = nullptr);

}  // namespace varde::cases
