#pragma once

#include "api/views/common.hpp"
#include "domain/care/plan.hpp"

// Words of the console that come from the server, so that every client says the same.
namespace varde::api {

Text code_text(alarm::AlertCode code);
/// With the device's condition for a technical alarm whose code does not say it.
Text code_text(const alarm::Alarm& alarm);
std::optional<Text> location_text(std::uint16_t lco);
/// "Hjemmetjenesten"; with the team's own name when it is known.
Text target_text(care::Target target, const std::string& team_name);
/// nullopt when the step counts at all hours. "man–fre 08:00–15:30".
std::optional<Text> hours_text(const care::Hours& hours);
Text step_text(alarm::Step step);
Text outcome_text(alarm::Outcome outcome);
Text basis_text(tenancy::Basis basis, tenancy::Refusal refusal);
Text role_text(tenancy::Role role);

}  // namespace varde::api
