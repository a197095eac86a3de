#include "app/demo/plans.hpp"

#include <algorithm>

#include "app/demo/epoch.hpp"

namespace varde::app::demo {
namespace {

using namespace std::chrono_literals;
using care::Hours;
using care::PlanStep;
using care::Target;

constexpr std::uint8_t kWeekdays = 0b0011111;
constexpr Hours kOffice{kWeekdays, 7 * 60 + 30, 15 * 60};
constexpr Hours kDayAndEvening{0x7F, 7 * 60 + 30, 22 * 60};
constexpr Hours kNight{0x7F, 22 * 60, 7 * 60 + 30};
constexpr Hours kEvening{0x7F, 15 * 60, 22 * 60};

std::optional<ContactId> contact_of(const access::MunicipalityRow& municipality,
                                    std::string_view kind) {
  const auto found = std::ranges::find(municipality.teams, kind, &care::Contact::kind);
  if (found == municipality.teams.end()) return std::nullopt;
  return found->id;
}

std::vector<PlanStep> steps(PlanKind kind, std::optional<ContactId> team,
                            std::optional<ContactId> on_call) {
  const PlanStep centre_first{Target::response_centre, std::nullopt, 3min, Hours{}};
  const PlanStep centre_last{Target::response_centre, std::nullopt, std::nullopt, Hours{}};
  const PlanStep on_call_any{Target::on_call, on_call, 10min, Hours{}};
  switch (kind) {
    case PlanKind::centre:
      return {centre_first, on_call_any, centre_last};
    case PlanKind::daytime_team:
      return {
          {Target::home_care_team, team, 3min, kOffice}, centre_first, on_call_any, centre_last};
    case PlanKind::round_the_clock:
      return {{Target::home_care_team, team, 5min, kDayAndEvening},
              {Target::on_call, on_call, 5min, kNight},
              centre_last};
    case PlanKind::next_of_kin:
      return {{Target::next_of_kin, std::nullopt, 3min, kEvening}, centre_first, centre_last};
  }
  return {centre_last};
}

}  // namespace

std::array<care::ResponsePlan, kPlanKinds> plans_of(const access::MunicipalityRow& municipality,
                                                    Random& random) {
  const auto team = contact_of(municipality, to_string(Target::home_care_team));
  const auto on_call = contact_of(municipality, to_string(Target::on_call));
  std::array<care::ResponsePlan, kPlanKinds> plans;
  for (std::size_t kind = 0; kind < kPlanKinds; ++kind) {
    plans[kind].id = PlanId{random.id(kEpoch)};
    plans[kind].steps = steps(static_cast<PlanKind>(kind), team, on_call);
    VARDE_ASSERT(care::check(plans[kind]).ok());
  }
  return plans;
}

PlanKind plan_kind(Random& random) {
  const double draw = random.unit();
  if (draw < 0.62) return PlanKind::centre;
  if (draw < 0.84) return PlanKind::daytime_team;
  if (draw < 0.95) return PlanKind::round_the_clock;
  return PlanKind::next_of_kin;
}

}  // namespace varde::app::demo
