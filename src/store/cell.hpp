#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/alarm/code.hpp"
#include "domain/alarm/lifecycle.hpp"
#include "domain/tenancy/municipality.hpp"

namespace varde::store {

/// One value on its way to or from a column.
struct Cell {
  enum class Type : std::uint8_t { number, real, text };
  Type type = Type::number;
  bool null = false;
  long long number = 0;
  double real = 0;
  std::string text{};
};

/// How a C++ type is kept in a column: `kType`, put() and get(). Both directions in one place, so
/// that they agree.
template <class T>
struct Column;

template <class T>
requires std::is_integral_v<T> || std::is_enum_v<T>
struct Column<T> {
  static constexpr auto kType = Cell::Type::number;
  static void put(Cell& cell, T value) { cell.number = static_cast<long long>(value); }
  static void get(const Cell& cell, T& value) { value = static_cast<T>(cell.number); }
};

template <>
struct Column<double> {
  static constexpr auto kType = Cell::Type::real;
  static void put(Cell& cell, double value) { cell.real = value; }
  static void get(const Cell& cell, double& value) { value = cell.real; }
};

template <>
struct Column<std::string> {
  static constexpr auto kType = Cell::Type::text;
  static void put(Cell& cell, const std::string& value) { cell.text = value; }
  static void get(const Cell& cell, std::string& value) { value = cell.text; }
};

template <class Tag>
struct Column<Id<Tag>> {
  static constexpr auto kType = Cell::Type::text;
  static void put(Cell& cell, const Id<Tag>& value) { cell.text = to_string(value); }
  static void get(const Cell& cell, Id<Tag>& value) {
    value = Id<Tag>(parse_ulid(cell.text).value_or(Ulid{}));
  }
};

/// Milliseconds, since 1970 for a time.
template <>
struct Column<Instant> {
  static constexpr auto kType = Cell::Type::number;
  static void put(Cell& cell, Instant value) { cell.number = value.time_since_epoch().count(); }
  static void get(const Cell& cell, Instant& value) { value = Instant{Duration{cell.number}}; }
};
template <>
struct Column<Duration> {
  static constexpr auto kType = Cell::Type::number;
  static void put(Cell& cell, Duration value) { cell.number = value.count(); }
  static void get(const Cell& cell, Duration& value) { value = Duration{cell.number}; }
};

/// yyyymmdd
template <>
struct Column<std::chrono::year_month_day> {
  static constexpr auto kType = Cell::Type::number;
  static void put(Cell& cell, std::chrono::year_month_day value) {
    cell.number = static_cast<int>(value.year()) * 10'000LL +
                  static_cast<unsigned>(value.month()) * 100LL + static_cast<unsigned>(value.day());
  }
  static void get(const Cell& cell, std::chrono::year_month_day& value) {
    value = {std::chrono::year{static_cast<int>(cell.number / 10'000)},
             std::chrono::month{static_cast<unsigned>(cell.number / 100 % 100)},
             std::chrono::day{static_cast<unsigned>(cell.number % 100)}};
  }
};

template <>
struct Column<tenancy::Municipality> {
  static constexpr auto kType = Cell::Type::number;
  static void put(Cell& cell, tenancy::Municipality value) { cell.number = value.number; }
  static void get(const Cell& cell, tenancy::Municipality& value) {
    value.number = static_cast<std::uint16_t>(cell.number);
  }
};

/// group * 1000000 + item * 1000 + part: sorts as the code does.
template <>
struct Column<alarm::AlertCode> {
  static constexpr auto kType = Cell::Type::number;
  static void put(Cell& cell, alarm::AlertCode value) {
    cell.number = value.group * 1'000'000LL + value.item * 1'000LL + value.part;
  }
  static void get(const Cell& cell, alarm::AlertCode& value) {
    value = {static_cast<std::uint8_t>(cell.number / 1'000'000),
             static_cast<std::uint8_t>(cell.number / 1'000 % 1'000),
             static_cast<std::uint8_t>(cell.number % 1'000)};
  }
};

/// "home_care_team 01J..."
template <>
struct Column<alarm::Responder> {
  static constexpr auto kType = Cell::Type::text;
  static void put(Cell& cell, const alarm::Responder& value) {
    cell.text = std::string(care::to_string(value.kind)) + ' ' + to_string(value.contact);
  }
  static void get(const Cell& cell, alarm::Responder& value) {
    const auto blank = cell.text.find(' ');
    if (blank == std::string::npos) return;
    value.kind = care::parse_target(cell.text.substr(0, blank)).value_or(value.kind);
    value.contact = ContactId(parse_ulid(cell.text.substr(blank + 1)).value_or(Ulid{}));
  }
};

/// "1813 1824"
template <>
struct Column<std::vector<tenancy::Municipality>> {
  static constexpr auto kType = Cell::Type::text;
  static void put(Cell& cell, const std::vector<tenancy::Municipality>& value) {
    cell.text.clear();
    for (const auto municipality : value)
      cell.text += (cell.text.empty() ? "" : " ") + to_string(municipality);
  }
  static void get(const Cell& cell, std::vector<tenancy::Municipality>& value) {
    value.clear();
    for (std::size_t at = 0; at < cell.text.size(); at += 5) {
      if (const auto found = tenancy::parse_municipality(std::string_view(cell.text).substr(at, 4)))
        value.push_back(*found);
    }
  }
};

template <class T>
struct Column<std::optional<T>> {
  static constexpr auto kType = Column<T>::kType;
  static void put(Cell& cell, const std::optional<T>& value) {
    cell.null = !value.has_value();
    if (value) Column<T>::put(cell, *value);
  }
  static void get(const Cell& cell, std::optional<T>& value) {
    if (cell.null) return value.reset();
    Column<T>::get(cell, value.emplace());
  }
};

}  // namespace varde::store
