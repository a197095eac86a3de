#pragma once

#include <cstdint>
#include <vector>

#include "access/records.hpp"
#include "app/demo/fleet.hpp"

namespace varde::app::demo {

/// The invented centre: 18 real municipalities with invented people, plans and devices. The same
/// seed gives the same world, to the last letter, so that a simulator needs no database to know the
/// fleet.
struct World {
  std::vector<access::MunicipalityRow> municipalities;
  std::vector<care::ResponsePlan> plans;
  std::vector<care::ServiceUser> people;
  Fleet fleet;
};
World make_world(std::uint64_t seed);

inline constexpr std::uint64_t kDefaultSeed = 1;

}  // namespace varde::app::demo
