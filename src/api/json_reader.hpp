#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/parse_text.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"

namespace varde::api {

/// A JSON object of a request body. Small bodies only: signals have a reader of their own.
class JsonObject {
 public:
  /// nullopt when the text is not one JSON object.
  static std::optional<JsonObject> parse(std::string_view text);

  enum class Found : std::uint8_t { absent, value, other_type };  ///< null counts as absent
  Found read(std::string_view name, std::string& into) const;
  Found read(std::string_view name, std::optional<JsonObject>& into) const;
  Found read(std::string_view name, bool& into) const;
  /// An object whose values are all strings.
  Found read(std::string_view name, std::map<std::string, std::string, std::less<>>& into) const;
  /// An array of objects.
  Found read(std::string_view name, std::vector<JsonObject>& into) const;

 private:
  struct Content;
  std::shared_ptr<const Content> content_;
};

/// Fills a described request from its JSON. What is wrong is noted with its pointer; fields nobody
/// asked for are passed over.
class RequestReader {
 public:
  explicit RequestReader(std::vector<Problem::Item>& errors) : errors_(errors) {}

  template <Described T>
  void read(const JsonObject& object, const std::string& pointer, T& into) {
    const auto member = [&](const auto& f) {
      take(object, f.name, pointer + "/" + std::string{f.name}, into.*f.member);
    };
    std::apply([&](const auto&... f) { (member(f), ...); }, T::fields());
  }

 private:
  using Found = JsonObject::Found;

  template <class M>
  void take(const JsonObject& object, std::string_view name, const std::string& pointer,
            std::optional<M>& into) {
    M value{};
    if (found(object, name, pointer, value) == Found::value) into = std::move(value);
  }
  template <class M>
  void take(const JsonObject& object, std::string_view name, const std::string& pointer, M& into) {
    if (found(object, name, pointer, into) == Found::absent) note(pointer, "is required");
  }

  template <class M>
  Found found(const JsonObject& object, std::string_view name, const std::string& pointer,
              M& into) {
    std::string text;
    const Found found = object.read(name, text);
    if (found == Found::other_type) note(pointer, "must be a string");
    if (found == Found::value && !parse_text(text, into)) note(pointer, "has a value not allowed");
    return found;
  }
  template <Described M>
  Found found(const JsonObject& object, std::string_view name, const std::string& pointer,
              M& into) {
    std::optional<JsonObject> inner;
    const Found found = object.read(name, inner);
    if (found == Found::other_type) note(pointer, "must be an object");
    if (found == Found::value) read(*inner, pointer, into);
    return found;
  }

  Found found(const JsonObject& object, std::string_view name, const std::string& pointer,
              bool& into) {
    const Found found = object.read(name, into);
    if (found == Found::other_type) note(pointer, "must be true or false");
    return found;
  }
  Found found(const JsonObject& object, std::string_view name, const std::string& pointer,
              std::map<std::string, std::string, std::less<>>& into) {
    const Found found = object.read(name, into);
    if (found == Found::other_type) note(pointer, "must be an object of strings");
    return found;
  }
  template <Described M>
  Found found(const JsonObject& object, std::string_view name, const std::string& pointer,
              std::vector<M>& into) {
    std::vector<JsonObject> items;
    const Found found = object.read(name, items);
    if (found == Found::other_type) note(pointer, "must be an array of objects");
    for (std::size_t i = 0; i < items.size(); ++i)
      read(items[i], pointer + "/" + std::to_string(i), into.emplace_back());
    return found;
  }

  void note(const std::string& pointer, std::string_view detail) {
    errors_.push_back({pointer, std::string{detail}});
  }

  std::vector<Problem::Item>& errors_;
};

template <Described T>
Result<T, Problem> read_request(std::string_view body) {
  const auto object = JsonObject::parse(body);
  if (!object) return Problem{ProblemKind::unreadable, "The body is not a JSON object.", {}, {}};
  T request{};
  std::vector<Problem::Item> errors;
  RequestReader{errors}.read(*object, "", request);
  if (errors.empty()) return request;
  return Problem{ProblemKind::invalid, "Fields are missing or wrong.", std::move(errors), {}};
}

}  // namespace varde::api
