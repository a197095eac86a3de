#pragma once

#include "api/call.hpp"
#include "api/views/alarm_detail.hpp"
#include "api/views/list_view.hpp"

// What several subjects show.
namespace varde::api {

/// Those an alarm can be handed over to, by name.
std::vector<OperatorView> operators(const Call& call);

UserRow make_user_row(const access::UserBrief& brief, const Lookups::Directory& directory,
                      Instant now);
MunicipalityView make_municipality_view(const access::MunicipalityRow& row);
/// Newest first; empty when the caller may not see alarms.
std::vector<AlarmView> alarms_of(const Call& call, const access::AlarmFilter& filter,
                                 std::size_t limit);

}  // namespace varde::api
