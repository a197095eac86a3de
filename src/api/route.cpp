#include "api/route.hpp"

namespace varde::api {

RouteTable all_routes() {
  RouteTable table;
  add_signal_routes(table);
  add_session_routes(table);
  add_alarm_routes(table);
  add_alarm_actions(table);
  add_live_route(table);
  add_care_routes(table);
  add_device_routes(table);
  add_municipality_routes(table);
  add_figure_routes(table);
  add_outbox_routes(table);
  add_search_routes(table);
  add_case_routes(table);
  add_version_routes(table);
  add_run_routes(table);
  add_share_routes(table);
  add_document_route(table);
  return table;
}

namespace {

/// Whether `path` has the form of `pattern`; the part that stands for {parameter} goes into
/// `value`.
bool matches(std::string_view pattern, std::string_view path, std::string_view& value) {
  const auto open = pattern.find('{');
  if (open == std::string_view::npos) return pattern == path;
  const auto head = pattern.substr(0, open);
  const auto tail = pattern.substr(pattern.find('}') + 1);
  if (path.size() <= head.size() + tail.size()) return false;
  if (!path.starts_with(head) || !path.ends_with(tail)) return false;
  value = path.substr(head.size(), path.size() - head.size() - tail.size());
  return value.find('/') == std::string_view::npos;
}

}  // namespace

RouteMatch find_route(const RouteTable& table, Method method, std::string_view path) {
  for (const Route& route : table) {
    std::string_view value;
    if (route.method != method || !matches(route.path, path, value)) continue;
    if (auto decoded = decode_percent(value, false)) return {&route, std::move(*decoded)};
  }
  return {};
}

}  // namespace varde::api
