#pragma once

#include "api/http.hpp"
#include "api/parse_text.hpp"
#include "base/result.hpp"

// Query parameters are a described struct of optionals, so that the route, its reader and the
// document agree.
namespace varde::api {

template <Described T>
Result<T, Problem> read_query(std::string_view query) {
  T request{};
  std::vector<Problem::Item> errors;
  const QueryPairs pairs = parse_query(query);
  const auto take = [&]<class M>(const Field<T, std::optional<M>>& f) {
    for (const auto& [name, value] : pairs) {
      if (name != f.name || value.empty()) continue;
      M parsed{};
      if (parse_text(value, parsed)) {
        request.*f.member = std::move(parsed);
      } else {
        errors.push_back({"/query/" + name, "has a value not allowed"});
      }
    }
  };
  std::apply([&](const auto&... f) { (take(f), ...); }, T::fields());
  if (errors.empty()) return request;
  return Problem{ProblemKind::invalid, "Query parameters are wrong.", std::move(errors), {}};
}

/// The OpenAPI parameter objects, without the brackets of their array.
template <Described T>
void write_query_parameters(JsonWriter& out, SchemaSet& set) {
  const auto parameter = [&]<class M>(const Field<T, std::optional<M>>& f) {
    out.begin_object().key("name").text(f.name).key("in").text("query");
    out.key("description").text(f.doc).key("schema").begin_object();
    write_schema<M>(out, set);
    out.end_object().end_object();
  };
  std::apply([&](const auto&... f) { (parameter(f), ...); }, T::fields());
}

}  // namespace varde::api
