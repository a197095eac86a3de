#include <fmt/format.h>
#include <rapidcheck.h>

#include "store/register_tables.hpp"
#include "store/tables.hpp"
#include "store/test_contract.hpp"

// Any stream of effects leaves both stores with the same answers to every question.
namespace varde::store::testing {
namespace {

template <class E>
E any_enum(E last) {
  return static_cast<E>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}
std::uint64_t below(std::uint64_t bound) { return *rc::gen::inRange<std::uint64_t>(0, bound); }
bool coin() { return *rc::gen::arbitrary<bool>(); }
Instant some_time() { return at(static_cast<std::int64_t>(below(20'000))); }
/// From few, so that different effects meet.
template <class IdType>
IdType some_id() {
  return id<IdType>(1 + below(5));
}
template <class Make>
auto perhaps(Make&& make) -> std::optional<decltype(make())> {
  if (coin()) return make();
  return std::nullopt;
}
tenancy::Municipality some_place() {
  return {static_cast<std::uint16_t>(below(3) == 0 ? 0 : 1810 + below(3))};
}
std::string some_words() { return coin() ? "" : *rc::gen::arbitrary<std::string>(); }
alarm::Responder some_responder() {
  return {any_enum(care::Target::on_call), some_id<ContactId>()};
}

alarm::Alarm some_alarm() {
  alarm::Alarm alarm;
  alarm.id = some_id<AlarmId>();
  alarm.kind = coin() ? alarm::SignalKind::alarm : alarm::SignalKind::technical;
  alarm.code = {static_cast<std::uint8_t>(3 + below(2)), static_cast<std::uint8_t>(below(2)), 0};
  alarm.raw_code = some_words();
  alarm.device = perhaps(some_id<DeviceId>);
  alarm.user = perhaps(some_id<UserId>);
  alarm.home = perhaps(some_id<HomeId>);
  alarm.municipality = some_place();
  alarm.state = coin() ? alarm::State::closed : any_enum(alarm::State::closed);
  alarm.priority = static_cast<std::uint8_t>(1 + below(3));
  alarm.received_at = some_time();
  alarm.handler = perhaps(some_id<ActorId>);
  if (coin()) alarm.first_taken_at = alarm.received_at + std::chrono::seconds{below(300)};
  if (coin()) alarm.closed_at = alarm.received_at + std::chrono::seconds{300 + below(300)};
  alarm.responder = perhaps(some_responder);
  alarm.outcome = any_enum(alarm::Outcome::other);
  alarm.version = static_cast<std::uint32_t>(below(100));
  return alarm;
}

care::Device some_device(DeviceId device_id) {
  care::Device device;
  device.id = device_id;
  device.address = "scaip:" + std::to_string(below(4));
  device.model = coin() ? "Æra" : some_words();
  device.municipality = some_place();
  device.state = any_enum(care::DeviceState::withdrawn);
  device.user = perhaps(some_id<UserId>);
  device.home = perhaps(some_id<HomeId>);
  device.assigned_from = perhaps(some_time);
  device.assigned_to = perhaps(some_time);
  return device;
}

engine::DeviceHeard some_heard() {
  return {some_id<DeviceId>(), any_enum(alarm::Condition::battery_ok),
          any_enum(alarm::Condition::mains_ok), coin(), perhaps(some_time)};
}

care::ResponsePlan some_plan() {
  care::ResponsePlan plan{.id = some_id<PlanId>(), .steps = {}, .priority_shift = 1};
  plan.steps.resize(below(4));
  for (auto& step : plan.steps) step.limit = perhaps([] { return Duration{below(9)}; });
  return plan;
}

engine::SignalLogged some_signal() {
  alarm::Signal signal;
  signal.id = some_id<SignalId>();
  signal.kind = any_enum(alarm::SignalKind::location);
  signal.device_time = perhaps(some_time);
  return {signal, perhaps(some_id<DeviceId>), perhaps(some_id<AlarmId>)};
}

engine::AccessLogged some_access() {
  return {{.actor = some_id<ActorId>(),
           .role = any_enum(tenancy::Role::integration),
           .act = any_enum(tenancy::Act::manage_outbox),
           .municipality = some_place(),
           .person = perhaps(some_id<UserId>),
           .alarm = perhaps(some_id<AlarmId>),
           .basis = any_enum(tenancy::Basis::own_municipality),
           .refusal = any_enum(tenancy::Refusal::reason_required)}};
}

engine::EffectBody some_effect() {
  switch (below(9)) {
    case 0:
      return engine::DeviceChanged{some_device(some_id<DeviceId>())};
    case 1:
      return some_heard();
    case 2:
      return engine::PlanChanged{some_plan()};
    case 3:
      return some_signal();
    case 4:
      return some_access();
    case 5:
    case 6:
      return engine::AlarmLogged{some_id<AlarmId>(),        any_enum(alarm::Step::reopened),
                                 perhaps(some_id<ActorId>), perhaps(some_id<ActorId>),
                                 perhaps(some_responder),   1};
    default:
      return engine::AlarmChanged{some_alarm()};
  }
}

/// One entry's effects; an entry is one signal or one look at most.
void add_entry(Effects& effects) {
  effects.entry(some_time());
  bool single = false;
  for (auto left = below(4); left > 0; --left) {
    auto effect = some_effect();
    const bool once = std::holds_alternative<engine::SignalLogged>(effect) ||
                      std::holds_alternative<engine::AccessLogged>(effect);
    if (once && single) continue;
    single = single || once;
    effects.add(std::move(effect), some_words());
  }
}

/// The engine tells what a device says only once it knows the device.
void add_devices(Effects& effects) {
  effects.entry(at(0));
  for (std::uint64_t number = 1; number <= 5; ++number)
    effects.add(engine::DeviceChanged{some_device(id<DeviceId>(number))});
}

care::ServiceUser some_user(std::uint64_t number) {
  care::ServiceUser user;
  user.id = id<UserId>(number);
  user.name = *rc::gen::element<std::string>("Kari Ås", "kåre", "Ærlig  Kari", "") + some_words();
  user.born = std::chrono::year{1930} / 1 / 2;
  user.municipality = some_place();
  user.contacts.resize(below(3));
  return user;
}

template <class T>
void tell(std::string& out, const T& value) {
  Row<T> row;
  row.put(value);
  out += to_line(row.cells());
}
void tell(std::string& out, const access::DeviceRow& row) {
  tell<access::DeviceRow>(out, row);
  out += fmt::format("{} open\n", row.open_alarms);
}
void tell(std::string& out, const access::UserBrief& brief) {
  tell(out, KeptBrief{brief, ""});
  out += fmt::format("{} open\n", brief.open_alarms);
}

void tell(std::string& out, const access::KeyFigures& figures) {
  out += fmt::format("{} {} {} {}\n", figures.alarms, figures.technical, figures.open_now,
                     figures.answered);
  for (const auto& times : {figures.answer, figures.handling})
    out += fmt::format("{} {} {} {} {}\n", times.p50, times.p90, times.p99, times.within_60_share,
                       times.within_180_share);
  for (const auto& hour : figures.by_hour)
    out += fmt::format("{} {} {}\n", to_rfc3339(hour.hour), hour.alarms, hour.technical);
  for (const auto& [code, count] : figures.by_code)
    out += fmt::format("{} {}\n", alarm::to_string(code), count);
  for (const auto& [place, count] : figures.by_municipality)
    out += fmt::format("{} {} {}\n", place.number, count.first, count.second);
  for (const auto& [outcome, count] : figures.by_outcome)
    out += fmt::format("{} {}\n", alarm::to_string(outcome), count);
}

const std::vector<std::optional<access::Municipalities>> kScopes = {
    std::nullopt, access::Municipalities{}, access::Municipalities{{0}, {1811}},
    access::Municipalities{{1812}}};

void ask_for_alarms(std::string& out, const access::Records& records) {
  using Which = access::AlarmFilter::Which;
  for (const auto which : {Which::open, Which::closed, Which::all})
    for (const auto& scope : kScopes)
      for (const auto& alarm : all_pages(2, [&](const auto& page) {
             return records.alarms({.which = which, .municipalities = scope, .from = at(1'000)},
                                   page);
           }))
        tell(out, alarm);
  for (std::uint64_t number = 1; number <= 5; ++number) {
    const auto found =
        records.alarms({.device = id<DeviceId>(number), .user = id<UserId>(1)}, {}).items;
    for (const auto& alarm : found) tell(out, alarm);
    std::uint32_t line_number = 0;
    for (const auto& line : records.alarm_log(id<AlarmId>(number)))
      tell(out, LogRow{{}, line_number++, line});
  }
}

void ask_for_devices(std::string& out, const access::Records& records) {
  using Condition = access::DeviceFilter::Condition;
  for (const auto condition :
       {Condition::any, Condition::lost, Condition::battery, Condition::mains, Condition::well})
    for (const auto& scope : kScopes)
      for (const auto& row : all_pages(2, [&](const auto& page) {
             return records.devices({.condition = condition, .municipalities = scope}, page);
           }))
        tell(out, row);
  for (const auto& row : records.devices({.text = "ær"}, {}).items) tell(out, row);
  for (std::uint64_t number = 1; number <= 5; ++number) {
    for (const auto& assignment : records.assignments(id<DeviceId>(number)))
      tell(out, AssignmentRow{{}, assignment});
    for (const auto& signal : records.signals(id<DeviceId>(number), 3))
      tell(out, KeptSignal{signal, {}});
    if (const auto plan = records.plan(id<PlanId>(number)))
      for (const auto& step : plan->steps) tell(out, PlanStepRow{{}, 0, step});
  }
}

void ask_for_people(std::string& out, const access::Records& records) {
  for (const auto& scope : kScopes)
    for (const auto* search : {"", "kar", "ås kari", "x"})
      for (const auto& brief : all_pages(2, [&](const auto& page) {
             return records.users({.text = search, .municipalities = scope}, page);
           }))
        tell(out, brief);
  for (std::uint64_t number = 1; number <= 5; ++number) {
    for (const auto& look : records.access_log(id<UserId>(number))) tell(out, AccessEntry{0, look});
    if (const auto user = records.user(id<UserId>(number)))
      out += fmt::format("{} contacts\n", user->contacts.size());
  }
  for (const auto& row : records.municipalities())
    out += fmt::format("{} {} {} {} {}\n", row.municipality.number, row.users, row.devices,
                       row.open_alarms, row.lost_contact);
  for (const auto& scope : kScopes)
    tell(out, records.key_figures(at(500), at(15'000), at(12'000), scope));
}

/// Every answer, as text.
std::string answers(Subject& subject) {
  std::string out = fmt::format("position {}\n", subject.projection().position());
  ask_for_alarms(out, subject.records());
  ask_for_devices(out, subject.records());
  ask_for_people(out, subject.records());
  for (const auto& message : subject.outbox().due(at(100'000), 100, {}))
    out += fmt::format("{} {} {}\n", message.municipality.number, message.idempotency_key,
                       message.body);
  return out;
}

/// Where two texts part: the lines there. Empty when they are the same.
std::string difference(const std::string& a, const std::string& b) {
  if (a == b) return "";
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const auto line = [at](const std::string& text) {
    const auto start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return text.substr(start, 400);
  };
  return line(a) + "\n--- against ---\n" + line(b);
}

TEST(Agreement, OfBothStoresAfterAnyEffects) {
  EXPECT_TRUE(rc::check([] {
    MemorySubject memory;
    SqliteSubject sqlite;
    std::vector<care::ServiceUser> users;
    for (std::uint64_t number = 1; number <= 5; ++number) users.push_back(some_user(number));
    for (Subject* subject : {static_cast<Subject*>(&memory), static_cast<Subject*>(&sqlite)}) {
      subject->route({{1811}, {0}});
      RC_ASSERT(subject->reg().put_users(users).ok());
      RC_ASSERT(subject->reg().put_municipality({.municipality = {1811}, .name = "Bindal"}).ok());
    }
    Effects effects;
    add_devices(effects);
    for (auto groups = 1 + below(4); groups > 0; --groups) {
      for (auto entries = below(12); entries > 0; --entries) add_entry(effects);
      auto same = effects;
      RC_ASSERT(effects.apply_to(memory.projection()).ok());
      RC_ASSERT(same.apply_to(sqlite.projection()).ok());
    }
    if (coin()) sqlite.reopen();
    RC_ASSERT(difference(answers(memory), answers(sqlite)) == "");
  }));
}

/// The store grouped as it happened and the store rebuilt one entry at a time are the same to the
/// last byte.
TEST(Agreement, OfAStoreAndItsRebuildWhateverTheGroups) {
  EXPECT_TRUE(rc::check([] {
    SqliteSubject grouped;
    SqliteSubject single;
    Effects effects;
    add_devices(effects);
    auto devices = effects.since(0);
    RC_ASSERT(devices.apply_to(single.projection()).ok());
    for (auto groups = 1 + below(3); groups > 0; --groups) {
      for (auto entries = below(10); entries > 0; --entries) {
        const auto position = effects.position();
        add_entry(effects);
        Effects one = effects.since(position);
        RC_ASSERT(one.apply_to(single.projection()).ok());
      }
      RC_ASSERT(effects.apply_to(grouped.projection()).ok());
    }
    RC_ASSERT(grouped.store().dump_read_models() == single.store().dump_read_models());
  }));
}

}  // namespace
}  // namespace varde::store::testing
