#include "engine/snapshot.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "engine/serial.hpp"
#include "engine/sound.hpp"

namespace varde::engine {

// Beside the types they describe, where serial.hpp finds them.
auto fields(serial::Some<DeviceTable::Slot> auto& v) {
  return std::tie(v.device, v.silent_since, v.silent_position, v.heard_at, v.battery, v.mains,
                  v.contact_lost, v.watched, v.code_group);
}
auto fields(serial::Some<KeyMemory::Hash> auto& v) { return std::tie(v.high, v.low); }
auto fields(serial::Some<Known> auto& v) {
  return std::tie(v.content, v.signal, v.alarm, v.position, v.at);
}

namespace {

using serial::get;
using serial::put;

constexpr std::string_view kMagic = "varde engine state 1\n";

void write_keys(ByteWriter& out, const KeyMemory& keys) {
  out.varint(keys.size());
  keys.each([&out](const KeyMemory::Hash& key, const Known& known) {
    put(out, key);
    put(out, known);
  });
}

bool read_keys(ByteReader& in, KeyMemory& keys, Instant now) {
  Instant before = Instant::min();
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    KeyMemory::Hash key;
    Known known;
    get(in, key);
    get(in, known);
    if (known.at < before || known.at > now || keys.find(key, known.at) != nullptr) return false;
    before = known.at;
    keys.remember(key, known);
  }
  return in.ok();
}

void write_plans(ByteWriter& out, const State& state) {
  std::vector<const care::ResponsePlan*> plans;
  plans.reserve(state.plans.size());
  for (const auto& [id, plan] : state.plans) plans.push_back(&plan);
  std::sort(plans.begin(), plans.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  out.varint(plans.size());
  for (const auto* plan : plans) put(out, *plan);
}

bool read_plans(ByteReader& in, State& state) {
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    care::ResponsePlan plan;
    get(in, plan);
    if (!care::check(plan)) return false;
    const PlanId id = plan.id;
    if (!state.plans.emplace(id, std::move(plan)).second) return false;
  }
  return in.ok();
}

void write_devices(ByteWriter& out, const DeviceTable& devices) {
  out.varint(devices.size());
  for (const auto& slot : devices.slots()) put(out, slot);
}

bool read_devices(ByteReader& in, State& state) {
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    DeviceTable::Slot slot;
    get(in, slot);
    const bool possible = is_sound(slot.device) && slot.silent_since <= state.now &&
                          slot.silent_position <= state.position;
    if (!in.ok() || !possible || !state.devices.restore(std::move(slot))) return false;
  }
  return in.ok() && state.devices.resume_watch();
}

void write_alarms(ByteWriter& out, const AlarmTable& alarms) {
  out.varint(alarms.open_count() + alarms.closed().size());
  for (const auto* record : alarms.by_urgency()) put(out, record->alarm);
  for (const auto& [at, id] : alarms.closed()) put(out, alarms.find(id)->alarm);
}

bool is_possible(const alarm::Alarm& alarm, Instant now) {
  return alarm::holds(alarm) && alarm.priority >= 1 && alarm.priority <= 5 &&
         alarm.changed_at <= now && alarm.closed_at.value_or(now) <= now &&
         alarm::clock_runs(alarm.state) == alarm.step_deadline.has_value() &&
         alarm.state != alarm::State::received;
}

bool read_alarms(ByteReader& in, State& state) {
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    alarm::Alarm alarm;
    get(in, alarm);
    if (!in.ok() || !is_possible(alarm, state.now) || state.alarms.find(alarm.id) != nullptr)
      return false;
    const auto due = state.due(alarm);
    state.alarms.restore(std::move(alarm), due);
  }
  return in.ok();
}

std::string_view view(const Sha256& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

std::string write_snapshot(const State& state) {
  ByteWriter out;
  out.raw(kMagic);
  put(out, state.position);
  put(out, state.now);
  put(out, state.settings);
  write_plans(out, state);
  write_devices(out, state.devices);
  write_alarms(out, state.alarms);
  write_keys(out, state.scaip_keys);
  write_keys(out, state.http_keys);
  out.raw(view(sha256(out.bytes())));
  return out.take();
}

bool read_snapshot(std::string_view bytes, State& state) {
  if (bytes.size() < kMagic.size() + sizeof(Sha256) || !bytes.starts_with(kMagic)) return false;
  const std::string_view content = bytes.substr(0, bytes.size() - sizeof(Sha256));
  if (bytes.substr(content.size()) != view(sha256(content))) return false;
  ByteReader in(content.substr(kMagic.size()));
  get(in, state.position);
  get(in, state.now);
  get(in, state.settings);
  return is_sound(state.settings) && read_plans(in, state) && read_devices(in, state) &&
         read_alarms(in, state) && read_keys(in, state.scaip_keys, state.now) &&
         read_keys(in, state.http_keys, state.now) && in.at_end();
}

}  // namespace varde::engine
