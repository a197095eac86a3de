#include "api/openapi.hpp"

#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "api/route.hpp"

namespace varde::api {
namespace {

using nlohmann::json;

const json& document() {
  static const json parsed = json::parse(openapi());
  return parsed;
}

void collect_references(const json& node, std::set<std::string>& references) {
  if (node.is_object() && node.contains("$ref")) references.insert(node["$ref"]);
  for (const auto& child : node)
    if (child.is_structured()) collect_references(child, references);
}

TEST(OpenApi, IsADocumentOfVersion31) {
  EXPECT_EQ(document()["openapi"], "3.1.0");
  EXPECT_EQ(document()["info"]["title"], "Varde");
  EXPECT_TRUE(document()["info"].contains("version"));
}

TEST(OpenApi, HasEveryRouteWithSummaryAndSchemas) {
  for (const Route& route : all_routes()) {
    const std::string path = "/api/v1" + std::string{route.path};
    std::string method{to_string(route.method)};
    for (char& c : method) c = static_cast<char>(c | 0x20);
    ASSERT_TRUE(document()["paths"].contains(path)) << path;
    const json& operation = document()["paths"][path][method];
    EXPECT_FALSE(operation["summary"].get<std::string>().empty()) << path;
    EXPECT_TRUE(operation["responses"].contains(std::to_string(route.success))) << path;
    EXPECT_TRUE(operation["responses"].contains("503")) << path;
    const bool writes_body = route.method == Method::post && route.request_schema != nullptr;
    EXPECT_EQ(operation.contains("requestBody"), writes_body) << path;
    const bool has_parameter = route.path.find('{') != std::string_view::npos;
    EXPECT_EQ(has_parameter, route.path_schema != nullptr) << path;
  }
}

TEST(OpenApi, EveryReferenceIsDefinedAndEveryFieldDescribed) {
  std::set<std::string> references;
  collect_references(document()["paths"], references);
  collect_references(document()["components"], references);
  EXPECT_GT(references.size(), 30u);
  for (const auto& reference : references) {
    ASSERT_TRUE(reference.starts_with("#/components/schemas/")) << reference;
    const std::string name = reference.substr(reference.rfind('/') + 1);
    EXPECT_TRUE(document()["components"]["schemas"].contains(name)) << name;
  }
  for (const auto& [name, schema] : document()["components"]["schemas"].items()) {
    EXPECT_FALSE(schema["description"].get<std::string>().empty()) << name;
    for (const auto& required : schema["required"])
      EXPECT_TRUE(schema["properties"].contains(required.get<std::string>())) << name;
    if (name == "Problem") continue;
    for (const auto& [field, property] : schema["properties"].items())
      EXPECT_TRUE(property.contains("description")) << name << "." << field;
  }
}

TEST(OpenApi, OperationIdsAreUnique) {
  std::set<std::string> ids;
  for (const auto& [path, operations] : document()["paths"].items())
    for (const auto& [method, operation] : operations.items())
      EXPECT_TRUE(ids.insert(operation["operationId"]).second) << path;
}

TEST(OpenApi, ParametersInThePathAreDeclared) {
  for (const auto& [path, operations] : document()["paths"].items()) {
    const auto open = path.find('{');
    if (open == std::string::npos) continue;
    const std::string name = path.substr(open + 1, path.find('}') - open - 1);
    for (const auto& [method, operation] : operations.items()) {
      EXPECT_EQ(operation["parameters"][0]["name"], name);
      EXPECT_EQ(operation["parameters"][0]["required"], true);
    }
  }
}

TEST(OpenApi, SignalsMayBeOneOrABatch) {
  const json& schema = document()["paths"]["/api/v1/signals"]["post"]["requestBody"]["content"]
                                 ["application/json"]["schema"];
  EXPECT_EQ(schema["anyOf"][0]["$ref"], "#/components/schemas/Signal");
  EXPECT_EQ(schema["anyOf"][1]["$ref"], "#/components/schemas/SignalBatch");
}

}  // namespace
}  // namespace varde::api
