#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/assert.hpp"
#include "base/bytes.hpp"
#include "base/limits.hpp"
#include "engine/fields.hpp"

// Bytes of any type that fields.hpp describes, for entries and snapshots. A struct is written as
// the number of its fields and the fields; a reader that knows more of them leaves the rest at
// their defaults, so fields are only ever added last.
namespace varde::engine::serial {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

// What parse_rfc3339 can give: the years 0000 to 9999, with any offset.
inline constexpr Instant kEarliest{Duration{-62'167'305'600'000}};
inline constexpr Instant kLatest{Duration{253'402'387'200'999}};

template <class T>
void put(ByteWriter& out, const T& v) {
  if constexpr (std::derived_from<T, Ulid>) {
    out.u64(v.high);
    out.u64(v.low);
  } else if constexpr (std::same_as<T, bool> || std::same_as<T, std::uint8_t>) {
    out.u8(static_cast<std::uint8_t>(v));
  } else if constexpr (std::is_enum_v<T>) {
    out.u8(static_cast<std::uint8_t>(v));
  } else if constexpr (std::same_as<T, std::uint64_t>) {
    out.u64(v);
  } else if constexpr (std::unsigned_integral<T>) {
    out.varint(v);
  } else if constexpr (std::signed_integral<T>) {
    out.svarint(v);
  } else if constexpr (std::same_as<T, Instant>) {
    VARDE_ASSERT(v >= kEarliest && v <= kLatest);
    out.u64(static_cast<std::uint64_t>(v.time_since_epoch().count()));
  } else if constexpr (std::same_as<T, Duration>) {
    out.svarint(v.count());
  } else if constexpr (std::same_as<T, std::string>) {
    VARDE_ASSERT(v.size() <= limits::kEntryTextBytes);
    out.string(v);
  } else if constexpr (is_optional<T>) {
    out.u8(v ? 1 : 0);
    if (v) put(out, *v);
  } else if constexpr (is_vector<T>) {
    out.varint(v.size());
    for (const auto& item : v) put(out, item);
  } else {
    std::apply(
        [&out](const auto&... field) {
          out.u8(sizeof...(field));
          (put(out, field), ...);
        },
        fields(v));
  }
}

/// Reads into `v`; a value that put() cannot have written fails the reader.
template <class T>
void get(ByteReader& in, T& v) {
  if constexpr (std::derived_from<T, Ulid>) {
    v.high = in.u64();
    v.low = in.u64();
  } else if constexpr (std::same_as<T, std::uint8_t>) {
    v = in.u8();
  } else if constexpr (std::same_as<T, bool>) {
    const std::uint8_t raw = in.u8();
    if (raw > 1) in.fail();
    v = raw == 1;
  } else if constexpr (std::is_enum_v<T>) {
    const std::uint8_t raw = in.u8();
    if (raw > static_cast<std::uint8_t>(last_of(T{}))) return in.fail();
    v = static_cast<T>(raw);
  } else if constexpr (std::same_as<T, std::uint64_t>) {
    v = in.u64();
  } else if constexpr (std::unsigned_integral<T>) {
    const std::uint64_t raw = in.varint();
    v = static_cast<T>(raw);
    if (v != raw) in.fail();
  } else if constexpr (std::signed_integral<T>) {
    const std::int64_t raw = in.svarint();
    v = static_cast<T>(raw);
    if (v != raw) in.fail();
  } else if constexpr (std::same_as<T, Instant>) {
    v = Instant{Duration{static_cast<std::int64_t>(in.u64())}};
    if (v < kEarliest || v > kLatest) in.fail();
  } else if constexpr (std::same_as<T, Duration>) {
    v = Duration{in.svarint()};
  } else if constexpr (std::same_as<T, std::string>) {
    const std::string_view text = in.string();
    if (text.size() > limits::kEntryTextBytes) return in.fail();
    v.assign(text);
  } else if constexpr (is_optional<T>) {
    bool present = false;
    get(in, present);
    if (present) get(in, v.emplace());
  } else if constexpr (is_vector<T>) {
    const std::uint64_t count = in.varint();
    if (count > in.remaining()) return in.fail();  // every item is at least one byte
    v.resize(static_cast<std::size_t>(count));
    for (auto& item : v) get(in, item);
  } else {
    std::apply(
        [&in](auto&... field) {
          const std::size_t count = in.u8();
          if (count == 0 || count > sizeof...(field)) return in.fail();
          std::size_t i = 0;
          ((i++ < count ? get(in, field) : void()), ...);
        },
        fields(v));
  }
}

}  // namespace varde::engine::serial
