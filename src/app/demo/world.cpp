#include "app/demo/world.hpp"

#include <fmt/format.h>

#include "app/demo/epoch.hpp"
#include "app/demo/municipalities.hpp"
#include "app/demo/people.hpp"
#include "app/demo/plans.hpp"

namespace varde::app::demo {
namespace {

access::MunicipalityRow municipality(const Facts& facts, Random& random) {
  access::MunicipalityRow row;
  row.municipality = {facts.number};
  row.name = facts.name;
  row.organisation_number = facts.organisation_number;
  row.inhabitants = facts.inhabitants;
  row.latitude = facts.latitude;
  row.longitude = facts.longitude;
  const auto add = [&](const char* kind, std::string name) {
    // No Norwegian subscriber number starts with 0.
    row.teams.push_back({ContactId{random.id(kEpoch)}, kind, std::move(name), "",
                         fmt::format("+4700{}{:02}", facts.number, row.teams.size()), true});
  };
  const int teams = facts.inhabitants > 20'000 ? 3 : facts.inhabitants > 7'000 ? 2 : 1;
  constexpr std::string_view kParts[]{"sentrum", "nord", "sør"};
  for (int i = 0; i < teams; ++i)
    add("home_care_team", teams == 1 ? fmt::format("Hjemmetjenesten {}", facts.name)
                                     : fmt::format("Hjemmetjenesten {} {}", facts.name, kParts[i]));
  add("on_call", fmt::format("Vakttelefon {}", facts.name));
  return row;
}

}  // namespace

World make_world(std::uint64_t seed) {
  const Random root{seed};
  Random places = root.part(1);
  World world;
  std::vector<std::array<care::ResponsePlan, kPlanKinds>> plans;
  for (const auto& facts : helgeland()) {
    world.municipalities.push_back(municipality(facts, places));
    plans.push_back(plans_of(world.municipalities.back(), places));
    world.plans.insert(world.plans.end(), plans.back().begin(), plans.back().end());
  }
  world.people = make_people(world.municipalities, plans, root.part(2));
  world.fleet = make_fleet(world.people, root.part(3));
  return world;
}

}  // namespace varde::app::demo
