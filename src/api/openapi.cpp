#include "api/openapi.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

#include "api/route.hpp"

namespace varde::api {
namespace {

std::string method_key(Method method) {
  switch (method) {
    case Method::get:
      return "get";
    case Method::post:
      return "post";
    case Method::put:
      return "put";
    default:
      return "delete";
  }
}

/// "list_alarms" would be nicer than this, but it cannot lie: "get_alarms_id".
std::string operation_id(const Route& route) {
  std::string id = method_key(route.method);
  for (const char c : route.path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      id += c;
    } else if (id.back() != '_') {
      id += '_';
    }
  }
  if (id.back() == '_') id.pop_back();
  return id;
}

std::string_view path_parameter(std::string_view path) {
  const auto open = path.find('{');
  if (open == std::string_view::npos) return {};
  return path.substr(open + 1, path.find('}') - open - 1);
}

/// One line per status; several kinds of problem may share one.
std::map<int, std::string> problems_of(const Route& route) {
  std::vector<ProblemKind> kinds = route.problems;
  kinds.push_back(ProblemKind::unavailable);
  if (route.access != Access::anybody) kinds.push_back(ProblemKind::not_signed_in);
  // To a role that has no right to it, or to a write from another site's page.
  if (route.access != Access::anybody || route.method != Method::get)
    kinds.push_back(ProblemKind::forbidden);
  if (route.request_schema != nullptr) {
    kinds.push_back(ProblemKind::unreadable);
    kinds.push_back(ProblemKind::too_large);
  }
  std::map<int, std::string> lines;
  for (const ProblemKind kind : std::set<ProblemKind>(kinds.begin(), kinds.end())) {
    const auto& text = text_of(kind);
    std::string& line = lines[text.status];
    line += fmt::format("{}{} ({})", line.empty() ? "" : "; ", text.title, text.slug);
  }
  return lines;
}

void write_parameters(JsonWriter& out, SchemaSet& set, const Route& route) {
  const auto name = path_parameter(route.path);
  if (name.empty() && route.query_parameters == nullptr) return;
  out.key("parameters").begin_array();
  if (!name.empty()) {
    out.begin_object().key("name").text(name).key("in").text("path");
    out.key("required").boolean(true).key("schema").begin_object();
    route.path_schema(out, set);
    out.end_object().end_object();
  }
  if (route.query_parameters != nullptr) route.query_parameters(out, set);
  out.end_array();
}

void write_content(JsonWriter& out, SchemaSet& set, std::string_view type,
                   Route::WriteSchema schema) {
  out.key("content").begin_object().key(type).begin_object().key("schema").begin_object();
  if (schema != nullptr) {
    schema(out, set);
  } else {
    write_type(out, type == "application/json" ? "object" : "string");
  }
  out.end_object().end_object().end_object();
}

void write_problem(JsonWriter& out, SchemaSet& set, std::string_view status,
                   std::string_view line) {
  out.key(status).begin_object().key("description").text(line);
  write_content(out, set, "application/problem+json", [](JsonWriter& o, SchemaSet&) {
    o.key("$ref").text("#/components/schemas/Problem");
  });
  out.end_object();
}

void write_responses(JsonWriter& out, SchemaSet& set, const Route& route) {
  out.key("responses").begin_object();
  out.key(std::to_string(route.success)).begin_object().key("description").text("Done");
  if (route.success != 204) write_content(out, set, route.response_type, route.response_schema);
  out.end_object();
  for (const auto& [status, line] : problems_of(route))
    write_problem(out, set, std::to_string(status), line);
  write_problem(out, set, "default", "What a proxy on the way, or a later version, may answer");
  out.end_object();
}

void write_security(JsonWriter& out, Access access) {
  out.key("security").begin_array();
  if (access == Access::signed_in || access == Access::console)
    out.begin_object().key("session").begin_array().end_array().end_object();
  if (access == Access::signed_in || access == Access::machine)
    out.begin_object().key("key").begin_array().end_array().end_object();
  out.end_array();
}

void write_operation(JsonWriter& out, SchemaSet& set, const Route& route) {
  out.key(method_key(route.method)).begin_object();
  out.key("operationId").text(operation_id(route));
  out.key("summary").text(route.summary);
  write_security(out, route.access);
  write_parameters(out, set, route);
  if (route.request_schema != nullptr) {
    out.key("requestBody").begin_object().key("required").boolean(true);
    write_content(out, set, route.request_type, route.request_schema);
    out.end_object();
  }
  write_responses(out, set, route);
  out.end_object();
}

void write_paths(JsonWriter& out, SchemaSet& set, const RouteTable& table) {
  std::map<std::string, std::vector<const Route*>> paths;
  for (const Route& route : table) paths[fmt::format("/api/v1{}", route.path)].push_back(&route);
  out.key("paths").begin_object();
  for (const auto& [path, routes] : paths) {
    out.key(path).begin_object();
    for (const Route* route : routes) write_operation(out, set, *route);
    out.end_object();
  }
  out.end_object();
}

void write_problem_schema(JsonWriter& out) {
  out.key("Problem").begin_object();
  write_type(out, "object");
  out.key("description").text("RFC 9457. Further members: handler, state, errors.");
  out.key("properties").begin_object();
  for (const std::string_view name : {"type", "title", "detail"}) {
    out.key(name).begin_object();
    write_type(out, "string");
    out.end_object();
  }
  out.key("status").begin_object();
  write_type(out, "integer");
  out.end_object().end_object();
  out.key("required").begin_array();
  for (const std::string_view name : {"type", "title", "status", "detail"}) out.text(name);
  out.end_array().end_object();
}

/// Writing a schema may name further ones, before or after it; goes on until all that are named are
/// written.
void write_schemas(JsonWriter& out, SchemaSet& set) {
  out.key("schemas").begin_object();
  write_problem_schema(out);
  std::set<std::string> written;
  for (bool found = true; found;) {
    found = false;
    for (const auto& [name, write] : set.all()) {
      if (!written.insert(name).second) continue;
      found = true;
      out.key(name).begin_object();
      write(out, set);
      out.end_object();
    }
  }
  out.end_object();
}

void write_security_schemes(JsonWriter& out) {
  out.key("securitySchemes").begin_object();
  out.key("session").begin_object().key("type").text("apiKey").key("in").text("cookie");
  out.key("name").text("varde_session");
  out.key("description").text("Writes also need the header X-Varde-Request.").end_object();
  out.key("key").begin_object().key("type").text("http").key("scheme").text("bearer").end_object();
  out.end_object();
}

}  // namespace

std::set<int> described_statuses(const Route& route) {
  std::set<int> statuses{route.success};
  for (const auto& [status, line] : problems_of(route)) statuses.insert(status);
  return statuses;
}

std::string openapi() {
  const RouteTable table = all_routes();
  SchemaSet set;
  JsonWriter out;
  out.begin_object().key("openapi").text("3.1.0");
  out.key("info").begin_object().key("title").text("Varde").key("version").text("1");
  out.key("description")
      .text(
          "Alarms of a response centre: delivered, handled, counted. Errors are problem+json with "
          "a "
          "stable type. A write may carry Idempotency-Key: sent again within 24 hours it is "
          "answered "
          "as before and done once.");
  out.key("license").begin_object().key("name").text("Apache-2.0");
  out.key("identifier").text("Apache-2.0").end_object().end_object();
  out.key("servers").begin_array().begin_object().key("url").text("/").end_object().end_array();
  write_paths(out, set, table);
  out.key("components").begin_object();
  write_schemas(out, set);
  write_security_schemes(out);
  out.end_object().end_object();
  return out.take();
}

}  // namespace varde::api
