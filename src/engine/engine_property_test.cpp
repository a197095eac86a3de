#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/codec.hpp"
#include "engine/engine.hpp"
#include "engine/test_centre.hpp"

// Whatever happens, in whatever order: what must hold of the engine after each entry.
namespace varde::engine {
namespace {

using namespace testing;

constexpr int kDevices = 6;
constexpr int kActors = 3;

std::string address_of(int n) {
  if (n == kDevices) return "scaip:unknown";
  return n > kDevices ? "scaip:?" : device_of(static_cast<std::uint64_t>(n)).address;
}

care::ResponsePlan some_plan(std::uint64_t n) {
  care::ResponsePlan plan;
  plan.id = make_id<PlanId>(n);
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    plan.steps.push_back({care::Target::home_care_team, make_id<ContactId>(n), Duration{30s}, {}});
  plan.steps.push_back({});
  plan.priority_shift = *rc::gen::inRange<std::int8_t>(-2, 3);
  return plan;
}

/// A history that hangs together: few devices and people, so that they meet.
class History {
 public:
  Centre centre;

  void step() {
    centre.now += Duration{*rc::gen::weightedElement<std::int64_t>(
        {{6, 0}, {6, 1'000}, {3, 20'000}, {2, 61'000}, {1, 700'000}})};
    if (centre.engine.next_due() && *centre.engine.next_due() <= centre.now) centre.apply(Tick{});
    const int kind = *rc::gen::inRange(0, 20);
    if (kind < 9) {
      centre.apply(some_signal());
    } else if (kind < 16) {
      some_command();
    } else if (kind < 18) {
      centre.apply(SignOfLife{some_actor()});
    } else if (kind == 18) {
      centre.apply(DevicePut{some_device()});
    } else {
      centre.apply(PlanPut{some_plan(*rc::gen::inRange<std::uint64_t>(1, 3))});
    }
  }

 private:
  ActorId some_actor() { return make_id<ActorId>(*rc::gen::inRange<std::uint64_t>(0, kActors)); }

  alarm::Signal some_signal() {
    using alarm::SignalKind;
    const auto kind = *rc::gen::weightedElement<SignalKind>({{6, SignalKind::alarm},
                                                             {2, SignalKind::reset},
                                                             {3, SignalKind::technical},
                                                             {3, SignalKind::heartbeat},
                                                             {1, SignalKind::event},
                                                             {1, SignalKind::location}});
    alarm::Signal s = centre.signal(address_of(*rc::gen::inRange(0, kDevices + 2)), kind);
    if (kind == SignalKind::alarm && *rc::gen::arbitrary<bool>()) s.code = alarm::kFall;
    if (kind == SignalKind::technical)
      s.condition = static_cast<alarm::Condition>(*rc::gen::inRange(1, 8));
    if (*rc::gen::arbitrary<bool>()) {
      s.key = s.address + "/" + std::to_string(*rc::gen::inRange(0, 10));
      s.protocol = static_cast<alarm::Protocol>(*rc::gen::inRange(0, 2));
    }
    return s;
  }

  void some_command() {
    alarm::Command c;
    c.actor = some_actor();
    c.action = static_cast<alarm::Action>(*rc::gen::inRange(0, 11));
    const auto open = centre.engine.open_alarms();
    if (!open.empty()) last_ = open[*rc::gen::inRange<std::size_t>(0, open.size())]->id;
    c.alarm = *rc::gen::weightedElement<AlarmId>({{5, last_}, {1, closed_}});
    if (*rc::gen::arbitrary<bool>()) c.to = some_actor();
    if (*rc::gen::arbitrary<bool>()) c.responder = alarm::Responder{};
    c.outcome = static_cast<alarm::Outcome>(*rc::gen::inRange(0, 8));
    c.has_note = *rc::gen::arbitrary<bool>();
    centre.apply(c);
    const auto& now = centre.receipt.current;
    if (now && !now->open()) closed_ = now->id;
  }

  care::Device some_device() {
    care::Device d = device_of(*rc::gen::inRange<std::uint64_t>(0, kDevices));
    d.state = static_cast<care::DeviceState>(*rc::gen::inRange(0, 3));
    if (*rc::gen::arbitrary<bool>()) d.silence_limit = Duration{1min};
    if (*rc::gen::arbitrary<bool>())
      d.plan = make_id<PlanId>(*rc::gen::inRange<std::uint64_t>(1, 4));
    return d;
  }

  AlarmId last_;
  AlarmId closed_;
};

int length() { return *rc::gen::inRange(1, 120); }

/// Somebody is responsible for every open alarm, and only one.
void check_open_alarms(const Engine& engine) {
  std::map<std::string, int> cases;
  for (const alarm::Alarm* alarm : engine.open_alarms()) {
    RC_ASSERT(alarm::holds(*alarm));
    if (alarm->state == alarm::State::waiting) {
      RC_ASSERT(!alarm->handler && alarm->step_deadline.has_value());
      RC_ASSERT(*alarm->step_deadline > engine.now() ||
                *engine.next_due() <= *alarm->step_deadline);
    } else {
      RC_ASSERT(alarm->handler.has_value());
    }
    RC_ASSERT(engine.next_due().has_value());
    if (alarm->address == "scaip:?") continue;
    std::string name = alarm->address + std::string(alarm::to_string(alarm->kind));
    if (alarm->user)
      name += to_string(*alarm->user);  // one who got the device has a case of its own
    if (alarm->kind == alarm::SignalKind::technical)
      name += alarm::to_string(alarm->code) + std::string(alarm::to_string(alarm->condition));
    RC_ASSERT(++cases[name] == 1);
  }
}

RC_GTEST_PROP(EngineProperty, EveryOpenAlarmHasSomebodyAndEveryDeviceOneCaseForEachPerson, ()) {
  History history;
  for (int left = length(); left > 0; --left) {
    history.step();
    check_open_alarms(history.centre.engine);
  }
}

RC_GTEST_PROP(EngineProperty, OnlyACloseCommandCloses, ()) {
  History history;
  std::set<AlarmId> open;
  for (int left = length(); left > 0; --left) {
    history.step();
    std::set<AlarmId> now;
    for (const auto* alarm : history.centre.engine.open_alarms()) now.insert(alarm->id);
    for (const AlarmId& id : open) {
      if (now.contains(id)) continue;
      const auto* command = std::get_if<alarm::Command>(&history.centre.entries.back().body);
      RC_ASSERT(command != nullptr && command->alarm == id);
      RC_ASSERT(command->action == alarm::Action::close);
      RC_ASSERT(history.centre.receipt.status == Receipt::Status::accepted);
    }
    open = std::move(now);
  }
}

RC_GTEST_PROP(EngineProperty, AnAcceptedAlarmSignalIsInAnOpenAlarm, ()) {
  History history;
  for (int left = length(); left > 0; --left) {
    history.step();
    const auto* signal = std::get_if<alarm::Signal>(&history.centre.entries.back().body);
    if (signal == nullptr || signal->kind != alarm::SignalKind::alarm) continue;
    if (history.centre.receipt.status != Receipt::Status::accepted) continue;
    RC_ASSERT(history.centre.receipt.alarm.has_value());
    RC_ASSERT(history.centre.alarm(*history.centre.receipt.alarm).open());
  }
}

RC_GTEST_PROP(EngineProperty, TheSameEntriesGiveTheSameState, ()) {
  History history;
  for (int left = length(); left > 0; --left) history.step();
  Engine again;
  std::vector<Effect> effects;
  for (const Entry& entry : history.centre.entries) {
    ByteWriter bytes;
    encode(entry, bytes);
    auto read = decode(bytes.bytes());
    RC_ASSERT(read.has_value());
    read->position = entry.position;
    effects.clear();
    again.apply(*read, effects);
  }
  RC_ASSERT(again.snapshot() == history.centre.engine.snapshot());
  RC_ASSERT(effects.size() == history.centre.effects.size());
}

RC_GTEST_PROP(EngineProperty, SnapshotAndReplayIsFullReplay, ()) {
  History history;
  for (int left = length(); left > 0; --left) history.step();
  const auto& entries = history.centre.entries;
  const auto cut = *rc::gen::inRange<std::size_t>(0, entries.size() + 1);
  Engine first;
  std::vector<Effect> effects;
  for (std::size_t i = 0; i < cut; ++i) first.apply(entries[i], effects);
  auto second = Engine::from_snapshot(first.snapshot());
  RC_ASSERT(second.has_value());
  for (std::size_t i = cut; i < entries.size(); ++i) {
    std::vector<Effect> of_first;
    std::vector<Effect> of_second;
    first.apply(entries[i], of_first);
    second->apply(entries[i], of_second);
    RC_ASSERT(of_first.size() == of_second.size());
    for (std::size_t e = 0; e < of_first.size(); ++e)
      RC_ASSERT(of_first[e].body.index() == of_second[e].body.index());
    RC_ASSERT(first.next_due() == second->next_due());
  }
  RC_ASSERT(second->snapshot() == history.centre.engine.snapshot());
}

RC_GTEST_PROP(EngineProperty, ADamagedSnapshotIsRefused, ()) {
  History history;
  for (int left = length(); left > 0; --left) history.step();
  std::string bytes = history.centre.engine.snapshot();
  const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
  RC_ASSERT(!Engine::from_snapshot(std::string_view(bytes).substr(0, at)));
  bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
  RC_ASSERT(!Engine::from_snapshot(bytes));
}

}  // namespace
}  // namespace varde::engine
