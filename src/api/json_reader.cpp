#include "api/json_reader.hpp"

#include <nlohmann/json.hpp>

namespace varde::api {

struct JsonObject::Content {
  nlohmann::json json;
};

namespace {

using Found = JsonObject::Found;

/// Finds a member of the wanted type; `member` is set only then.
Found look(const nlohmann::json& object, std::string_view name, bool (nlohmann::json::*is)() const,
           const nlohmann::json*& member) {
  const auto it = object.find(name);
  if (it == object.end() || it->is_null()) return Found::absent;
  if (!((*it).*is)()) return Found::other_type;
  member = &*it;
  return Found::value;
}

}  // namespace

std::optional<JsonObject> JsonObject::parse(std::string_view text) {
  auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  JsonObject object;
  object.content_ = std::make_shared<const Content>(Content{std::move(json)});
  return object;
}

Found JsonObject::read(std::string_view name, std::string& into) const {
  const nlohmann::json* member = nullptr;
  const Found found = look(content_->json, name, &nlohmann::json::is_string, member);
  if (member != nullptr) into = member->get<std::string>();
  return found;
}

Found JsonObject::read(std::string_view name, std::optional<JsonObject>& into) const {
  const nlohmann::json* member = nullptr;
  const Found found = look(content_->json, name, &nlohmann::json::is_object, member);
  if (member == nullptr) return found;
  JsonObject object;
  object.content_ = std::make_shared<const Content>(Content{*member});
  into = std::move(object);
  return found;
}

Found JsonObject::read(std::string_view name, bool& into) const {
  const nlohmann::json* member = nullptr;
  const Found found = look(content_->json, name, &nlohmann::json::is_boolean, member);
  if (member != nullptr) into = member->get<bool>();
  return found;
}

Found JsonObject::read(std::string_view name,
                       std::map<std::string, std::string, std::less<>>& into) const {
  const nlohmann::json* member = nullptr;
  const Found found = look(content_->json, name, &nlohmann::json::is_object, member);
  if (member == nullptr) return found;
  for (const auto& [key, value] : member->items()) {
    if (!value.is_string()) return Found::other_type;
    into[key] = value.get<std::string>();
  }
  return found;
}

Found JsonObject::read(std::string_view name, std::vector<JsonObject>& into) const {
  const nlohmann::json* member = nullptr;
  const Found found = look(content_->json, name, &nlohmann::json::is_array, member);
  if (member == nullptr) return found;
  for (const auto& value : *member) {
    if (!value.is_object()) return Found::other_type;
    JsonObject object;
    object.content_ = std::make_shared<const Content>(Content{value});
    into.push_back(std::move(object));
  }
  return found;
}

}  // namespace varde::api
