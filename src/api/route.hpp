#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "api/call.hpp"

namespace varde::api {

/// Who may call a route at all; what they may then see is decided by access::Handle.
enum class Access : std::uint8_t {
  anybody,
  signed_in,  ///< a console's cookie or an API key
  console,    ///< a console's cookie
  machine,    ///< an API key
};
/// Where a route's handler runs.
enum class Lane : std::uint8_t {
  io,  ///< on the thread that read the request: quick and without the store
  worker,
  sign_in,  ///< one at a time: hashing a password is made to be slow
  report,   ///< one at a time: a PDF takes seconds
};

/// One operation of the API: what it does, and all that the document tells of it.
struct Route {
  Method method;
  std::string_view path;  ///< below /api/v1; at most one {parameter}
  std::string_view summary;
  Access access = Access::signed_in;
  Lane lane = Lane::worker;
  std::function<void(const CallPtr&)> handler;

  using WriteSchema = void (*)(JsonWriter&, SchemaSet&);
  WriteSchema path_schema = nullptr;
  WriteSchema query_parameters = nullptr;
  WriteSchema request_schema = nullptr;
  WriteSchema response_schema = nullptr;
  int success = 200;
  std::string_view request_type = "application/json";
  std::string_view response_type = "application/json";
  std::vector<ProblemKind> problems{};  ///< beside those every route of its access has

  template <class T>
  Route& path_is() {
    path_schema = &write_schema<T>;
    return *this;
  }
  template <Described T>
  Route& takes_query() {
    query_parameters = &write_query_parameters<T>;
    return *this;
  }
  template <Described T>
  Route& takes() {
    request_schema = &write_schema<T>;
    return *this;
  }
  /// A file as it is.
  Route& takes_bytes() {
    request_schema = [](JsonWriter& out, SchemaSet&) { write_type(out, "string", "binary"); };
    request_type = "application/octet-stream";
    return *this;
  }
  Route& gives_bytes() {
    response_schema = [](JsonWriter& out, SchemaSet&) { write_type(out, "string", "binary"); };
    response_type = "application/octet-stream";
    return *this;
  }
  template <Described T>
  Route& gives(int status = 200) {
    response_schema = &write_schema<T>;
    success = status;
    return *this;
  }
  Route& gives_nothing() {
    success = 204;
    return *this;
  }
  Route& may_fail(std::vector<ProblemKind> kinds) {
    problems = std::move(kinds);
    return *this;
  }
  Route& for_access(Access a) {
    access = a;
    return *this;
  }
  Route& in_lane(Lane l) {
    lane = l;
    return *this;
  }
};

using RouteTable = std::vector<Route>;

// One subject each; every file of routes/ adds its own.
void add_session_routes(RouteTable& table);
void add_alarm_routes(RouteTable& table);
void add_alarm_actions(RouteTable& table);
void add_live_route(RouteTable& table);
void add_care_routes(RouteTable& table);
void add_device_routes(RouteTable& table);
void add_municipality_routes(RouteTable& table);
void add_figure_routes(RouteTable& table);
void add_outbox_routes(RouteTable& table);
void add_search_routes(RouteTable& table);
void add_signal_routes(RouteTable& table);
void add_case_routes(RouteTable& table);
void add_version_routes(RouteTable& table);
void add_run_routes(RouteTable& table);
void add_share_routes(RouteTable& table);
void add_document_route(RouteTable& table);

/// All of them. This is the list of what the API can do.
RouteTable all_routes();

struct RouteMatch {
  const Route* route = nullptr;
  std::string path_value;  ///< decoded
};
/// `path` below /api/v1. route is nullptr when there is none.
RouteMatch find_route(const RouteTable& table, Method method, std::string_view path);

}  // namespace varde::api
