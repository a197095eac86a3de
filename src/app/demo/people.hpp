#pragma once

#include <vector>

#include "access/records.hpp"
#include "app/demo/plans.hpp"
#include "app/demo/random.hpp"
#include "domain/care/person.hpp"

namespace varde::app::demo {

/// Alarm users for each 1,000 inhabitants aged 67 or more: the upper end of what Norway has (126 to
/// 134), 2,200 in Helgeland.
inline constexpr double kUsersPer1000Aged67 = 133.7;

/// Invented service users of each municipality in proportion to its old people: about 84 years old,
/// six of ten women, some couples, homes near the municipality's centre. `plans` are those of each
/// municipality, in the same order.
std::vector<care::ServiceUser> make_people(
    const std::vector<access::MunicipalityRow>& municipalities,
    const std::vector<std::array<care::ResponsePlan, kPlanKinds>>& plans, Random random);

}  // namespace varde::app::demo
