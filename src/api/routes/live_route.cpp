#include "api/route.hpp"

namespace varde::api {
namespace {

struct LiveQuery {
  std::optional<std::uint64_t> since;

  static constexpr std::string_view kName = "LiveQuery";
  static constexpr std::string_view kDoc = "Where to go on from.";
  static constexpr auto fields() {
    return std::tuple{
        field("since", &LiveQuery::since, "The last position the console has applied")};
  }
};

void ask_for_upgrade(const CallPtr& call) {
  call->fail(ProblemKind::invalid, "Open a WebSocket here: Upgrade: websocket.");
}

}  // namespace

void add_live_route(RouteTable& table) {
  table.push_back(Route{
      Method::get, "/live",
      "WebSocket. The server sends objects of type snapshot (position, alarms), change "
      "(position, alarm), operators (operators) and, every 5 s, ping (position, server_time); "
      "the console sends {\"type\":\"alive\"} every 10 s",
      Access::console, Lane::worker, ask_for_upgrade}
                      .takes_query<LiveQuery>()
                      .may_fail({ProblemKind::invalid, ProblemKind::unavailable}));
}

}  // namespace varde::api
