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

// `received` lasts no time; Outcome::none is null.
template <>
struct Enumeration<alarm::State> : Range<alarm::State::waiting, alarm::State::closed> {};
template <>
struct Enumeration<alarm::SignalKind>
    : Range<alarm::SignalKind::alarm, alarm::SignalKind::location> {};
template <>
struct Enumeration<alarm::Protocol> : Range<alarm::Protocol::scaip, alarm::Protocol::internal> {};
template <>
struct Enumeration<alarm::Outcome> : Range<alarm::Outcome::real_help, alarm::Outcome::other> {};
template <>
struct Enumeration<alarm::Action> : Range<alarm::Action::take, alarm::Action::reopen> {};
template <>
struct Enumeration<alarm::Step> : Range<alarm::Step::received, alarm::Step::reopened> {};
template <>
struct Enumeration<care::Target> : Range<care::Target::response_centre, care::Target::on_call> {};
template <>
struct Enumeration<care::Sex> : Range<care::Sex::unknown, care::Sex::male> {};
template <>
struct Enumeration<care::DeviceState>
    : Range<care::DeviceState::in_store, care::DeviceState::withdrawn> {};
template <>
struct Enumeration<tenancy::Role> : Range<tenancy::Role::operator_, tenancy::Role::integration> {};
template <>
struct Enumeration<tenancy::Act> : Range<tenancy::Act::list_alarms, tenancy::Act::share_case> {};

}  // namespace varde::api
