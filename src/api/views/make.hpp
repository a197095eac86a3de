#pragma once

#include "api/lookups.hpp"
#include "api/views/alarm_detail.hpp"

// From what the records hold to what the API shows.
namespace varde::api {

AlarmView make_alarm_view(const alarm::Alarm& alarm, Lookups& lookups, Instant now);
std::vector<AlarmView> make_alarm_views(const std::vector<alarm::Alarm>& alarms, Lookups& lookups,
                                        Instant now);
LogLineView make_log_line(const access::LogLine& line, const Lookups::Directory& directory);
/// `alarm`, when given, marks its current step.
PlanView make_plan_view(const care::ResponsePlan& plan, const alarm::Alarm* alarm,
                        const Lookups::Directory& directory, Instant now);
/// `user_name` only where the person is open to the reader.
DeviceView make_device_view(const access::DeviceRow& row, const Lookups::Directory& directory,
                            std::optional<std::string> user_name);
/// Without devices, alarms and plan, which the caller looks up.
ServiceUserView make_user_view(const care::ServiceUser& user, const Lookups::Directory& directory,
                               Instant now);

}  // namespace varde::api
