#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace varde {

/// 128-bit id that sorts by creation time (48 bits of Unix milliseconds, 80 random bits); text form
/// is 26 characters of Crockford base 32. Specification: github.com/ulid/spec.
struct Ulid {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const Ulid&, const Ulid&) = default;
  bool is_nil() const { return high == 0 && low == 0; }
  Instant time() const;
};

Ulid make_ulid(Instant t, std::uint64_t random_high, std::uint64_t random_low);
std::string to_string(const Ulid& id);
/// Either letter case; nullopt for a wrong length, a foreign character or a first character above
/// '7' (overflow).
std::optional<Ulid> parse_ulid(std::string_view text);

/// A ULID that knows what it names, so that a device's id cannot be passed for a user's.
template <class Tag>
struct Id : Ulid {
  Id() = default;
  explicit Id(const Ulid& id) : Ulid(id) {}
};

using SignalId = Id<struct SignalTag>;
using AlarmId = Id<struct AlarmTag>;
using DeviceId = Id<struct DeviceTag>;
using UserId = Id<struct UserTag>;  ///< a service user (tjenestemottaker)
using PlanId = Id<struct PlanTag>;
using ActorId = Id<struct ActorTag>;      ///< an operator, coordinator, leader or machine
using ContactId = Id<struct ContactTag>;  ///< next of kin, home-care team or on-call service
using HomeId = Id<struct HomeTag>;

}  // namespace varde

template <>
struct std::hash<varde::Ulid> {
  // The low word is random already.
  std::size_t operator()(const varde::Ulid& id) const noexcept { return id.low ^ (id.high << 1); }
};
template <class Tag>
struct std::hash<varde::Id<Tag>> : std::hash<varde::Ulid> {};
