#pragma once

#include <array>
#include <concepts>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/id.hpp"
#include "base/json_writer.hpp"
#include "base/time.hpp"
#include "domain/tenancy/municipality.hpp"

// Each type that crosses the API is described once: a field's name, its member and what it means.
// Writing JSON, the schema in the OpenAPI document and reading requests all come from that
// description.
namespace varde::api {

template <class Owner, class Member>
struct Field {
  std::string_view name;
  Member Owner::*member;
  std::string_view doc;
};
template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view name, Member Owner::*member,
                                     std::string_view doc) {
  return {name, member, doc};
}

/// The fields of a base, as fields of what is derived from it.
template <class T, class Base, class... Member>
constexpr auto inherited(const std::tuple<Field<Base, Member>...>& fields) {
  return std::apply(
      [](const auto&... f) {
        return std::tuple{Field<T, Member>{f.name, f.member, f.doc}...};
      },
      fields);
}

/// struct X { ...; static constexpr std::string_view kName, kDoc; static constexpr auto fields() ->
/// tuple of Field; };
template <class T>
concept Described = requires {
  { T::kName } -> std::convertible_to<std::string_view>;
  { T::kDoc } -> std::convertible_to<std::string_view>;
  T::fields();
};

/// Specialised for each enumeration of the API (views/enums.hpp): the first and last value that may
/// be written. Words come from its to_string.
template <class E>
struct Enumeration;
template <auto First, auto Last>
struct Range {
  static constexpr auto kFirst = First;
  static constexpr auto kLast = Last;
};
template <class E>
concept Enumerated = std::is_enum_v<E> && requires {
  Enumeration<E>::kLast;
};

/// A date without a time, "1941-05-02".
using Date = std::chrono::year_month_day;
std::string date_text(Date date);

/// Schemas under a name, collected while a document is written.
class SchemaSet {
 public:
  using WriteMembers = void (*)(JsonWriter&, SchemaSet&);
  void add(std::string_view name, WriteMembers write) { schemas_.emplace(name, write); }
  const std::map<std::string, WriteMembers, std::less<>>& all() const { return schemas_; }

 private:
  std::map<std::string, WriteMembers, std::less<>> schemas_;
};

template <class T>
struct Json;  ///< value(out, v) writes a value, schema(out, set) the members of its JSON Schema
              ///< (2020-12)

template <class T>
void write_value(JsonWriter& out, const T& value) {
  Json<T>::value(out, value);
}
template <class T>
void write_schema(JsonWriter& out, SchemaSet& set) {
  Json<T>::schema(out, set);
}
template <class T>
std::string to_json_text(const T& value) {
  JsonWriter out;
  write_value(out, value);
  return out.take();
}

inline void write_type(JsonWriter& out, std::string_view type, std::string_view format = {}) {
  out.key("type").text(type);
  if (!format.empty()) out.key("format").text(format);
}

template <>
struct Json<std::string> {
  static void value(JsonWriter& out, const std::string& v) { out.text(v); }
  static void schema(JsonWriter& out, SchemaSet&) { write_type(out, "string"); }
};
template <>
struct Json<bool> {
  static void value(JsonWriter& out, bool v) { out.boolean(v); }
  static void schema(JsonWriter& out, SchemaSet&) { write_type(out, "boolean"); }
};
template <>
struct Json<double> {
  static void value(JsonWriter& out, double v) { out.number(v); }
  static void schema(JsonWriter& out, SchemaSet&) { write_type(out, "number"); }
};
template <std::integral T>
struct Json<T> {
  static void value(JsonWriter& out, T v) { out.integer(static_cast<std::int64_t>(v)); }
  static void schema(JsonWriter& out, SchemaSet&) { write_type(out, "integer"); }
};
template <>
struct Json<Instant> {
  static void value(JsonWriter& out, Instant v) { out.text(to_rfc3339(v)); }
  static void schema(JsonWriter& out, SchemaSet&) { write_type(out, "string", "date-time"); }
};
template <>
struct Json<Date> {
  static void value(JsonWriter& out, Date v) { out.text(date_text(v)); }
  static void schema(JsonWriter& out, SchemaSet&) { write_type(out, "string", "date"); }
};
template <class Tag>
struct Json<Id<Tag>> {
  static void value(JsonWriter& out, const Id<Tag>& v) { out.text(to_string(v)); }
  static void schema(JsonWriter& out, SchemaSet&) {
    write_type(out, "string");
    out.key("pattern").text("^[0-7][0-9A-HJKMNP-TV-Z]{25}$");
  }
};
template <>
struct Json<tenancy::Municipality> {
  static void value(JsonWriter& out, tenancy::Municipality v) { out.text(to_string(v)); }
  static void schema(JsonWriter& out, SchemaSet&) {
    write_type(out, "string");
    out.key("pattern").text("^[0-9]{4}$");
  }
};
template <Enumerated E>
struct Json<E> {
  static void value(JsonWriter& out, E v) { out.text(to_string(v)); }
  static void schema(JsonWriter& out, SchemaSet&) {
    write_type(out, "string");
    out.key("enum").begin_array();
    constexpr auto kFirst = static_cast<int>(Enumeration<E>::kFirst);
    for (int i = kFirst; i <= static_cast<int>(Enumeration<E>::kLast); ++i)
      out.text(to_string(static_cast<E>(i)));
    out.end_array();
  }
};
template <class T>
struct Json<std::optional<T>> {
  static void value(JsonWriter& out, const std::optional<T>& v) {
    if (v) return write_value(out, *v);
    out.null();
  }
  static void schema(JsonWriter& out, SchemaSet& set) {
    out.key("anyOf").begin_array().begin_object();
    write_schema<T>(out, set);
    out.end_object().begin_object().key("type").text("null").end_object().end_array();
  }
};
template <class T>
struct Json<std::vector<T>> {
  static void value(JsonWriter& out, const std::vector<T>& v) {
    out.begin_array();
    for (const auto& item : v) write_value(out, item);
    out.end_array();
  }
  static void schema(JsonWriter& out, SchemaSet& set) {
    write_type(out, "array");
    out.key("items").begin_object();
    write_schema<T>(out, set);
    out.end_object();
  }
};

template <>
struct Json<std::map<std::string, std::string, std::less<>>> {
  using Map = std::map<std::string, std::string, std::less<>>;
  static void value(JsonWriter& out, const Map& v) {
    out.begin_object();
    for (const auto& [name, text] : v) out.key(name).text(text);
    out.end_object();
  }
  static void schema(JsonWriter& out, SchemaSet&) {
    write_type(out, "object");
    out.key("additionalProperties").begin_object().key("type").text("string").end_object();
  }
};

/// JSON that another part has written, whose shape this description does not tell.
struct RawJson {
  std::string text;
};
template <>
struct Json<RawJson> {
  static void value(JsonWriter& out, const RawJson& v) { out.raw(v.text); }
  static void schema(JsonWriter& out, SchemaSet&) { write_type(out, "object"); }
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// The members of an object's schema. A type with kSparse may leave out what is null; every other
/// has all its fields.
template <Described T>
void write_object_schema(JsonWriter& out, SchemaSet& set) {
  constexpr bool kSparse = requires { T::kSparse; };
  write_type(out, "object");
  out.key("description").text(T::kDoc);
  out.key("properties").begin_object();
  const auto property = [&]<class M>(const Field<T, M>& f) {
    out.key(f.name).begin_object();
    write_schema<M>(out, set);
    out.key("description").text(f.doc);
    out.end_object();
  };
  std::apply([&](const auto&... f) { (property(f), ...); }, T::fields());
  out.end_object();
  out.key("required").begin_array();
  const auto required = [&]<class M>(const Field<T, M>& f) {
    if (!kSparse || !IsOptional<M>::value) out.text(f.name);
  };
  std::apply([&](const auto&... f) { (required(f), ...); }, T::fields());
  out.end_array();
}

template <Described T>
struct Json<T> {
  static void value(JsonWriter& out, const T& v) {
    out.begin_object();
    std::apply([&](const auto&... f) { (write_value(out.key(f.name), v.*f.member), ...); },
               T::fields());
    out.end_object();
  }
  static void schema(JsonWriter& out, SchemaSet& set) {
    set.add(T::kName, &write_object_schema<T>);
    out.key("$ref").text(std::string{"#/components/schemas/"}.append(T::kName));
  }
};

/// The schema of a value that is one of two types.
template <Described A, Described B>
void write_either(JsonWriter& out, SchemaSet& set) {
  out.key("anyOf").begin_array().begin_object();
  write_schema<A>(out, set);
  out.end_object().begin_object();
  write_schema<B>(out, set);
  out.end_object().end_array();
}

}  // namespace varde::api
