#pragma once

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "engine/entry.hpp"

// For property tests: any entry at all, each field over its whole range.
namespace varde::engine::testing {

template <class E>
rc::Gen<E> any_of(E last) {
  return rc::gen::map(rc::gen::inRange(0, static_cast<int>(last) + 1),
                      [](int v) { return static_cast<E>(v); });
}
template <class IdType>
IdType any_id() {
  return IdType{Ulid{*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::arbitrary<std::uint64_t>()}};
}
template <class Make>
auto maybe(Make make) -> std::optional<decltype(make())> {
  if (*rc::gen::arbitrary<bool>()) return make();
  return std::nullopt;
}
inline std::string any_text(std::size_t longest = 40) {
  auto text = *rc::gen::arbitrary<std::string>();
  if (text.size() > longest) text.resize(longest);
  return text;
}
inline Instant any_time() {
  return Instant{Duration{*rc::gen::inRange<std::int64_t>(-1'000'000, 4'102'444'800'000)}};
}
inline Duration any_duration() { return Duration{*rc::gen::arbitrary<std::int32_t>()}; }

inline alarm::Signal any_signal() {
  alarm::Signal s;
  s.id = any_id<SignalId>();
  s.kind = *any_of(alarm::SignalKind::location);
  s.protocol = *any_of(alarm::Protocol::internal);
  s.address = any_text();
  s.key = any_text();
  s.content = *rc::gen::arbitrary<std::uint64_t>();
  s.code = {*rc::gen::arbitrary<std::uint8_t>(), *rc::gen::arbitrary<std::uint8_t>(), 0};
  s.raw_code = any_text();
  s.location = *rc::gen::arbitrary<std::uint16_t>();
  s.condition = *any_of(alarm::Condition::fault);
  s.understood = *rc::gen::arbitrary<bool>();
  s.device_time = maybe(any_time);
  return s;
}

inline alarm::Command any_command() {
  alarm::Command c;
  c.alarm = any_id<AlarmId>();
  c.actor = any_id<ActorId>();
  c.action = *any_of(alarm::Action::reopen);
  c.to = maybe(any_id<ActorId>);
  c.responder = maybe([] {
    return alarm::Responder{*any_of(care::Target::on_call), any_id<ContactId>()};
  });
  c.outcome = *any_of(alarm::Outcome::other);
  c.has_note = *rc::gen::arbitrary<bool>();
  return c;
}

inline care::Device any_device() {
  care::Device d;
  d.id = any_id<DeviceId>();
  d.address = any_text();
  d.model = any_text();
  d.municipality = {*rc::gen::arbitrary<std::uint16_t>()};
  d.state = *any_of(care::DeviceState::withdrawn);
  d.user = maybe(any_id<UserId>);
  d.home = maybe(any_id<HomeId>);
  d.plan = maybe(any_id<PlanId>);
  d.assigned_from = maybe(any_time);
  d.assigned_to = maybe(any_time);
  d.silence_limit = maybe(any_duration);
  return d;
}

inline care::ResponsePlan any_plan() {
  care::ResponsePlan plan;
  plan.id = any_id<PlanId>();
  plan.steps.resize(*rc::gen::inRange<std::size_t>(0, 9));
  for (auto& step : plan.steps) {
    step.target = *any_of(care::Target::on_call);
    step.contact = maybe(any_id<ContactId>);
    step.limit = maybe(any_duration);
    step.hours = {*rc::gen::arbitrary<std::uint8_t>(), *rc::gen::arbitrary<std::uint16_t>(),
                  *rc::gen::arbitrary<std::uint16_t>()};
  }
  plan.priority_shift = *rc::gen::arbitrary<std::int8_t>();
  return plan;
}

inline tenancy::AccessRecord any_access() {
  tenancy::AccessRecord r;
  r.actor = any_id<ActorId>();
  r.role = *any_of(tenancy::Role::integration);
  r.act = *any_of(tenancy::Act::share_case);
  r.municipality = {*rc::gen::arbitrary<std::uint16_t>()};
  r.person = maybe(any_id<UserId>);
  r.alarm = maybe(any_id<AlarmId>);
  r.basis = *any_of(tenancy::Basis::own_municipality);
  r.refusal = *any_of(tenancy::Refusal::reason_required);
  return r;
}

inline Body any_body() {
  switch (*rc::gen::inRange(0, 9)) {
    case 0:
      return any_signal();
    case 1:
      return any_command();
    case 2:
      return SignOfLife{any_id<ActorId>()};
    case 3:
      return Tick{};
    case 4:
      return Settings{any_duration(), any_duration()};
    case 5:
      return DevicePut{any_device()};
    case 6:
      return PlanPut{any_plan()};
    case 7:
      return Resumed{any_duration()};
    default:
      return any_access();
  }
}

inline rc::Gen<Entry> any_entry() {
  return rc::gen::exec([] {
    Entry entry;
    entry.time = any_time();
    entry.body = any_body();
    entry.attachment_hash = maybe([] {
      Sha256 hash;
      for (auto& byte : hash) byte = *rc::gen::arbitrary<std::uint8_t>();
      return hash;
    });
    return entry;
  });
}

}  // namespace varde::engine::testing
