#pragma once

#include "api/describe.hpp"
#include "domain/alarm/lifecycle.hpp"
#include "domain/alarm/signal.hpp"
#include "domain/care/device.hpp"
#include "domain/care/person.hpp"
#include "domain/care/plan.hpp"
#include "domain/tenancy/access.hpp"

// The domain's words as the API writes and reads them.
namespace varde::api {

template <>
struct Enumeration<alarm::State> {
  static constexpr auto kFirst = alarm::State::waiting;  ///< `received` lasts no time
  static constexpr auto kLast = alarm::State::closed;
};
template <>
struct Enumeration<alarm::SignalKind> {
  static constexpr auto kFirst = alarm::SignalKind::alarm;
  static constexpr auto kLast = alarm::SignalKind::location;
};
template <>
struct Enumeration<alarm::Protocol> {
  static constexpr auto kFirst = alarm::Protocol::scaip;
  static constexpr auto kLast = alarm::Protocol::internal;
};
template <>
struct Enumeration<alarm::Outcome> {
  static constexpr auto kFirst = alarm::Outcome::real_help;  ///< none is null
  static constexpr auto kLast = alarm::Outcome::other;
};
template <>
struct Enumeration<alarm::Action> {
  static constexpr auto kFirst = alarm::Action::take;
  static constexpr auto kLast = alarm::Action::reopen;
};
template <>
struct Enumeration<alarm::Step> {
  static constexpr auto kFirst = alarm::Step::received;
  static constexpr auto kLast = alarm::Step::reopened;
};
template <>
struct Enumeration<care::Target> {
  static constexpr auto kFirst = care::Target::response_centre;
  static constexpr auto kLast = care::Target::on_call;
};
template <>
struct Enumeration<care::Sex> {
  static constexpr auto kFirst = care::Sex::unknown;
  static constexpr auto kLast = care::Sex::male;
};
template <>
struct Enumeration<care::DeviceState> {
  static constexpr auto kFirst = care::DeviceState::in_store;
  static constexpr auto kLast = care::DeviceState::withdrawn;
};
template <>
struct Enumeration<tenancy::Role> {
  static constexpr auto kFirst = tenancy::Role::operator_;
  static constexpr auto kLast = tenancy::Role::integration;
};
template <>
struct Enumeration<tenancy::Act> {
  static constexpr auto kFirst = tenancy::Act::list_alarms;
  static constexpr auto kLast = tenancy::Act::manage_outbox;
};

}  // namespace varde::api
