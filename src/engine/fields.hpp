#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "engine/entry.hpp"

// The fields of everything that is kept as bytes, once, for writing and reading alike. Append only:
// the order is the format.
namespace varde::engine::serial {

template <class T, class U>
concept Some = std::same_as<std::remove_const_t<T>, U>;

auto fields(Some<tenancy::Municipality> auto& v) { return std::tie(v.number); }

auto fields(Some<care::Hours> auto& v) { return std::tie(v.weekdays, v.from, v.until); }
auto fields(Some<care::PlanStep> auto& v) {
  return std::tie(v.target, v.contact, v.limit, v.hours);
}
auto fields(Some<care::ResponsePlan> auto& v) { return std::tie(v.id, v.steps, v.priority_shift); }
auto fields(Some<care::Device> auto& v) {
  return std::tie(v.id, v.address, v.model, v.municipality, v.state, v.user, v.home, v.plan,
                  v.assigned_from, v.assigned_to, v.silence_limit);
}

auto fields(Some<alarm::AlertCode> auto& v) { return std::tie(v.group, v.item, v.part); }
auto fields(Some<alarm::Responder> auto& v) { return std::tie(v.kind, v.contact); }
auto fields(Some<alarm::Signal> auto& v) {
  return std::tie(v.id, v.kind, v.protocol, v.address, v.key, v.content, v.code, v.raw_code,
                  v.location, v.condition, v.understood, v.device_time);
}
auto fields(Some<alarm::Command> auto& v) {
  return std::tie(v.alarm, v.actor, v.action, v.to, v.responder, v.outcome, v.has_note);
}
auto fields(Some<alarm::Alarm> auto& v) {
  return std::tie(v.id, v.kind, v.code, v.raw_code, v.protocol, v.address, v.device, v.user, v.home,
                  v.municipality, v.location, v.understood, v.condition, v.state, v.priority,
                  v.received_at, v.changed_at, v.last_signal_at, v.repeats, v.reset_at, v.handler,
                  v.handler_seen_at, v.first_taken_at, v.responder, v.seen_by_person, v.plan,
                  v.step, v.step_started_at, v.step_deadline, v.escalations, v.outcome, v.has_note,
                  v.closed_at, v.version);
}

auto fields(Some<SignOfLife> auto& v) { return std::tie(v.actor); }
auto fields(Some<Settings> auto& v) { return std::tie(v.handler_timeout, v.default_step_limit); }
auto fields(Some<Resumed> auto& v) { return std::tie(v.pause); }
auto fields(Some<DevicePut> auto& v) { return std::tie(v.device); }
auto fields(Some<PlanPut> auto& v) { return std::tie(v.plan); }
auto fields(Some<tenancy::AccessRecord> auto& v) {
  return std::tie(v.actor, v.role, v.act, v.municipality, v.person, v.alarm, v.basis, v.refusal);
}

// The last enumerator of each enumeration: what is above it was not written by us.
constexpr auto last_of(tenancy::Role) { return tenancy::Role::integration; }
constexpr auto last_of(tenancy::Act) { return tenancy::Act::share_case; }
constexpr auto last_of(tenancy::Basis) { return tenancy::Basis::own_municipality; }
constexpr auto last_of(tenancy::Refusal) { return tenancy::Refusal::reason_required; }
constexpr auto last_of(care::Target) { return care::Target::on_call; }
constexpr auto last_of(care::DeviceState) { return care::DeviceState::withdrawn; }
constexpr auto last_of(alarm::SignalKind) { return alarm::SignalKind::location; }
constexpr auto last_of(alarm::Protocol) { return alarm::Protocol::internal; }
constexpr auto last_of(alarm::Condition) { return alarm::Condition::fault; }
constexpr auto last_of(alarm::Action) { return alarm::Action::reopen; }
constexpr auto last_of(alarm::Outcome) { return alarm::Outcome::other; }
constexpr auto last_of(alarm::State) { return alarm::State::closed; }

}  // namespace varde::engine::serial
