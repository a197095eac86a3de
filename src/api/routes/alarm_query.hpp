#pragma once

#include "access/records.hpp"
#include "api/call.hpp"

namespace varde::api {

struct AlarmQuery {
  std::optional<std::string> state;
  std::optional<alarm::SignalKind> kind;
  std::optional<tenancy::Municipality> municipality;
  std::optional<std::string> code;
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<ActorId> handler;
  std::optional<DeviceId> device;
  std::optional<UserId> service_user;
  std::optional<alarm::Outcome> outcome;
  std::optional<std::string> cursor;
  std::optional<std::uint32_t> limit;

  static constexpr std::string_view kName = "AlarmQuery";
  static constexpr std::string_view kDoc = "Which alarms.";
  static constexpr auto fields() {
    using Q = AlarmQuery;
    return std::tuple{field("state", &Q::state, "open, closed, all, or one state"),
                      field("kind", &Q::kind, "alarm or technical"),
                      field("municipality", &Q::municipality, "0000: unknown devices"),
                      field("code", &Q::code, "Of the national event list"),
                      field("from", &Q::from, "Received at or after"),
                      field("to", &Q::to, "Received before"),
                      field("handler", &Q::handler, "Who has it"),
                      field("device", &Q::device, "Of this device"),
                      field("service_user", &Q::service_user, "Of this person"),
                      field("outcome", &Q::outcome, "What it turned out to be"),
                      field("cursor", &Q::cursor, "next_cursor of the page before"),
                      field("limit", &Q::limit, "Rows, 1 to 200; 50 unless told")};
  }
};

/// Answers the call and gives nullopt when the query is wrong.
std::optional<access::AlarmFilter> alarm_filter(const CallPtr& call, const AlarmQuery& query);

/// 1 to limits::kPageRows; 50 unless told.
access::PageRequest page_request(const std::optional<std::string>& cursor,
                                 const std::optional<std::uint32_t>& limit);

}  // namespace varde::api
