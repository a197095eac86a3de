#pragma once

#include "api/views/enums.hpp"

namespace varde::api {

/// A text for a person, in both languages of the console.
struct Text {
  std::string nb;
  std::string en;

  static constexpr std::string_view kName = "Text";
  static constexpr std::string_view kDoc = "The same text in bokmål and English.";
  static constexpr auto fields() {
    return std::tuple{field("nb", &Text::nb, "Bokmål"), field("en", &Text::en, "English")};
  }
};

struct ActorRef {
  ActorId id;
  std::string name;

  static constexpr std::string_view kName = "ActorRef";
  static constexpr std::string_view kDoc = "Who did or holds something.";
  static constexpr auto fields() {
    return std::tuple{field("id", &ActorRef::id, "Of the actor"),
                      field("name", &ActorRef::name, "As shown")};
  }
};

struct MunicipalityRef {
  tenancy::Municipality number;
  std::string name;

  static constexpr std::string_view kName = "MunicipalityRef";
  static constexpr std::string_view kDoc = "A municipality.";
  static constexpr auto fields() {
    return std::tuple{field("number", &MunicipalityRef::number, "Four digits (kommunenummer)"),
                      field("name", &MunicipalityRef::name, "Official name")};
  }
};

/// One page of a list, where the list itself has nothing more to tell.
template <Described T>
struct List {
  std::vector<T> items;
  std::optional<std::string> next_cursor;

  inline static const std::string kName = std::string{T::kName} + "List";
  static constexpr std::string_view kDoc = "One page of a list.";
  static constexpr auto fields() {
    return std::tuple{
        field("items", &List::items, "In the order the list has"),
        field("next_cursor", &List::next_cursor, "For the next page; null at the end")};
  }
};

/// A list that is always whole.
template <Described T>
struct Whole {
  std::vector<T> items;

  inline static const std::string kName = std::string{T::kName} + "s";
  static constexpr std::string_view kDoc = "A whole list.";
  static constexpr auto fields() {
    return std::tuple{field("items", &Whole::items, "All of them")};
  }
};

}  // namespace varde::api
