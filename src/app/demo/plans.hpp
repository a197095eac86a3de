#pragma once

#include <array>
#include <string>
#include <vector>

#include "access/records.hpp"
#include "app/demo/random.hpp"
#include "domain/care/plan.hpp"

namespace varde::app::demo {

/// The ways a municipality here answers alarms.
enum class PlanKind : std::uint8_t {
  centre,           ///< the response centre, then the on-call service, then the centre again
  daytime_team,     ///< home care first on weekdays 07:30-15:00
  round_the_clock,  ///< home care day and evening, the on-call service at night
  next_of_kin,      ///< a relative first in the evening (wandering, GPS)
};
inline constexpr std::size_t kPlanKinds = 4;

/// One plan of each kind for a municipality, with its own team and on-call service; in the order of
/// PlanKind.
std::array<care::ResponsePlan, kPlanKinds> plans_of(const access::MunicipalityRow& municipality,
                                                    Random& random);
/// How common each kind is: most people here get the response centre first.
PlanKind plan_kind(Random& random);

}  // namespace varde::app::demo
