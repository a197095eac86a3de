#include "auditor.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace varde::sim {

namespace {

std::string named(const char* text, const Ulid& id) {
  return std::string(text) + " " + to_string(id);
}

// A technical message that says all is well again.
bool says_well(alarm::Condition condition) {
  return condition == alarm::Condition::battery_ok || condition == alarm::Condition::mains_ok ||
         condition == alarm::Condition::contact_ok;
}

}  // namespace

void Auditor::entry(const engine::Entry& entry, const engine::Receipt& receipt,
                    const std::vector<engine::Effect>& effects) {
  require(entry.position == position_ + 1, "positions have no gap");
  require(entry.time >= now_, "time in the journal never runs backwards");
  position_ = entry.position;
  now_ = entry.time;
  ticked_ = std::holds_alternative<engine::Tick>(entry.body);
  using Answer = engine::Receipt::Status;
  require(receipt.position == entry.position || receipt.status == Answer::duplicate ||
              receipt.status == Answer::conflict,
          "a receipt names the entry's position");
  if (const auto* s = std::get_if<alarm::Signal>(&entry.body)) return signal(*s, receipt, now_);
  if (const auto* c = std::get_if<alarm::Command>(&entry.body)) return command(*c, receipt, now_);
  if (const auto* l = std::get_if<engine::SignOfLife>(&entry.body)) return life(l->actor, now_);
  if (receipt.status != Answer::accepted) return;
  if (const auto* d = std::get_if<engine::DevicePut>(&entry.body)) return device(d->device, now_);
  if (const auto* s = std::get_if<engine::Settings>(&entry.body)) settings_ = *s;
  if (const auto* r = std::get_if<engine::Resumed>(&entry.body)) return resumed(r->pause, now_);
  if (ticked_) tick(effects, now_);
}

void Auditor::repeat(const alarm::Signal& signal, const engine::Receipt& receipt, Instant now) {
  const Memory memory = remembers(signal, std::max(now, now_));
  require(memory != Memory::fresh,
          "only a remembered key is answered without an entry: " + signal.key);
  check_repeat(signal, receipt, memory);
}

// Keys live for a window that depends on the protocol; exactly at its end both answers are right.
Auditor::Memory Auditor::remembers(const alarm::Signal& signal, Instant at) const {
  const auto found = keys_.find(signal.key);
  // A heartbeat proves life each time, whatever key it carries.
  if (signal.kind == alarm::SignalKind::heartbeat) return Memory::fresh;
  if (signal.key.empty() || found == keys_.end()) return Memory::fresh;
  const Duration window = found->second.protocol == alarm::Protocol::scaip
                              ? Duration(limits::kScaipKeyWindow)
                              : Duration(limits::kHttpKeyWindow);
  const Instant end = found->second.at + window;
  if (at > end) return Memory::fresh;
  if (at == end) return Memory::either;
  if (calls_again(signal, found->second, at)) {
    // Closed in the same commit: the repeat was looked at before.
    const bool just_now = cases_.at(*found->second.alarm).closed_at == at;
    return just_now ? Memory::either : Memory::fresh;
  }
  return found->second.content == signal.content ? Memory::same : Memory::other;
}

// Somebody who calls by SCAIP a minute or more later, when the first call has been dealt with, is
// not to be taken for an echo of it, whatever reference the device writes.
bool Auditor::calls_again(const alarm::Signal& signal, const Key& first, Instant at) const {
  const bool person = signal.kind == alarm::SignalKind::alarm || !signal.understood;
  const bool fault = signal.kind == alarm::SignalKind::technical && !says_well(signal.condition);
  if (first.protocol != alarm::Protocol::scaip || !(person || fault) || !first.alarm) return false;
  return at - first.at >= std::chrono::seconds(60) && !cases_.at(*first.alarm).open;
}

void Auditor::check_repeat(const alarm::Signal& signal, const engine::Receipt& receipt,
                           Memory memory) const {
  using Status = engine::Receipt::Status;
  if (memory == Memory::either) return;
  if (memory == Memory::other) {
    require(receipt.status == Status::conflict,
            "a key with another content is a conflict: " + signal.key);
    return;
  }
  require(receipt.status == Status::duplicate,
          "a key with the same content is a duplicate: " + signal.key);
  const Key& first = keys_.at(signal.key);
  require(receipt.signal && *receipt.signal == first.signal, "a duplicate names the first signal");
  require(receipt.alarm == first.alarm, "a duplicate names the first signal's alarm");
}

void Auditor::signal(const alarm::Signal& signal, const engine::Receipt& receipt, Instant at) {
  const Memory memory = remembers(signal, at);
  const bool taken = receipt.status == engine::Receipt::Status::accepted;
  heard(signal.address, at);
  if (memory == Memory::same || memory == Memory::other || (memory == Memory::either && !taken)) {
    return check_repeat(signal, receipt, memory);
  }
  require(taken, "a fresh signal is accepted: " + signal.key);
  require(receipt.signal && *receipt.signal == signal.id, "an accepted signal keeps its id");
  const bool person = signal.kind == alarm::SignalKind::alarm || !signal.understood;
  const bool fault = signal.kind == alarm::SignalKind::technical && !says_well(signal.condition);
  if (person || fault) {
    opens_or_joins(signal, receipt, at);
  } else {
    resets(signal);
    require(!receipt.alarm || cases_.contains(*receipt.alarm),
            "a signal names an alarm that is there");
  }
  if (!signal.key.empty()) {
    keys_[signal.key] = {signal.content, signal.id, receipt.alarm, at, signal.protocol};
  }
}

std::optional<UserId> Auditor::served(const std::string& address, Instant at) const {
  const auto known = devices_.find(address);
  if (known == devices_.end() || !known->second.device.serves_at(at)) return std::nullopt;
  return known->second.device.user;
}

bool Auditor::belongs(const Case& c, const alarm::Signal& signal, Instant at) const {
  if (!c.open || c.address != signal.address) return false;
  const auto person = served(signal.address, at);
  if (person && c.user != person) return false;  // another person's, whoever had the device before
  if (signal.kind == alarm::SignalKind::alarm || !signal.understood) {
    return c.kind == alarm::SignalKind::alarm;
  }
  return c.kind == alarm::SignalKind::technical && c.code == signal.code &&
         c.condition == signal.condition;
}

// A signal belongs to exactly one alarm: the open one of its device and kind, else one of its own.
void Auditor::opens_or_joins(const alarm::Signal& signal, const engine::Receipt& receipt,
                             Instant at) {
  require(receipt.alarm.has_value(), named("an alarm signal has an alarm:", signal.id));
  const bool some = std::any_of(cases_.begin(), cases_.end(), [&](const auto& entry) {
    return belongs(entry.second, signal, at);
  });
  const auto found = cases_.find(*receipt.alarm);
  if (found != cases_.end()) {
    require(belongs(found->second, signal, at),
            named("a signal joins only an open alarm of its own:", signal.id));
    ++found->second.signals;
    found->second.reset = false;  // called again since
    return;
  }
  // Who sent it is not known: nobody can say that two of these are one case.
  const bool nameless = signal.address == "scaip:?";
  require(!some || nameless, named("a repeat joins the open alarm:", signal.id));
  require(*receipt.alarm == AlarmId(signal.id), "a new alarm has its first signal's id");
  const bool person = signal.kind == alarm::SignalKind::alarm || !signal.understood;
  add_case(signal, person ? alarm::SignalKind::alarm : alarm::SignalKind::technical, at);
}

void Auditor::add_case(const alarm::Signal& signal, alarm::SignalKind kind, Instant at) {
  Case c;
  c.id = AlarmId(signal.id);
  c.kind = kind;
  c.address = signal.address;
  if (const auto known = devices_.find(signal.address); known != devices_.end()) {
    c.device = known->second.device.id;
  }
  c.user = served(signal.address, at);
  c.code = signal.code;
  c.condition = signal.condition;
  c.understood = signal.understood;
  c.life_at_least = c.life_at_most = at;
  cases_.emplace(c.id, std::move(c));
}

void Auditor::resets(const alarm::Signal& signal) {
  if (signal.kind != alarm::SignalKind::reset) return;
  for (auto& [id, c] : cases_) {
    if (c.open && c.address == signal.address && c.kind == alarm::SignalKind::alarm) c.reset = true;
  }
}

void Auditor::resumed(Duration pause, Instant at) {
  for (auto& [address, known] : devices_) {
    known.heard_at_least = std::min(known.heard_at_least + pause, at);
    known.heard_at_most = std::min(known.heard_at_most + pause, at);
  }
}

void Auditor::heard(const std::string& address, Instant at) {
  const auto found = devices_.find(address);
  if (found == devices_.end()) return;
  found->second.heard_at_least = found->second.heard_at_most = at;
  found->second.lost = false;
}

// A device is itself whatever its address: its open alarms and its silence go with it to a new one.
void Auditor::device(const care::Device& device, Instant at) {
  const auto before = std::find_if(devices_.begin(), devices_.end(), [&](const auto& known) {
    return known.second.device.id == device.id;
  });
  Supervised known;
  known.heard_at_least = at;
  if (before != devices_.end()) {
    known = before->second;
    devices_.erase(before);
  }
  known.device = device;
  known.heard_at_most = at;
  known.again = true;
  devices_[device.address] = known;
  for (auto& [id, c] : cases_) {
    if (!c.open) continue;
    if (c.device == device.id) c.address = device.address;
    if (c.address != device.address) continue;
    if (!c.device) c.user = served(device.address, at);
    c.device = device.id;
  }
}

void Auditor::life(const ActorId& actor, Instant at) {
  for (auto& [id, c] : cases_) {
    if (c.open && c.handler == actor) c.life_at_least = c.life_at_most = at;
  }
}

void Auditor::tick(const std::vector<engine::Effect>& effects, Instant at) {
  for (auto& [id, c] : cases_) {
    if (c.open && c.handler && c.life_at_most + settings_.handler_timeout <= at) c.handler.reset();
  }
  for (const engine::Effect& effect : effects) {
    const auto* noticed = std::get_if<engine::SignalLogged>(&effect.body);
    if (noticed != nullptr) silence(*noticed, at);
  }
}

// The one rule that opens an alarm without a device's signal: a supervised device has been silent
// too long.
void Auditor::silence(const engine::SignalLogged& noticed, Instant at) {
  const alarm::Signal& signal = noticed.signal;
  const auto found = devices_.find(signal.address);
  require(signal.kind == alarm::SignalKind::technical &&
              signal.condition == alarm::Condition::contact_lost && found != devices_.end() &&
              noticed.alarm,
          named("time opens nothing but lost contact:", signal.id));
  Supervised& device = found->second;
  require(device.device.silence_limit && device.heard_at_least + *device.device.silence_limit <= at,
          "contact is lost only after the silence limit: " + signal.address);
  require(!device.lost || device.again, "one silence is noticed once: " + signal.address);
  device.lost = true;
  device.again = false;
  engine::Receipt receipt;
  receipt.alarm = noticed.alarm;
  opens_or_joins(signal, receipt, at);
}

std::set<Ulid> Auditor::handlers() const {
  std::set<Ulid> all;
  for (const auto& [id, c] : cases_) {
    if (c.open && c.handler) all.insert(*c.handler);
  }
  return all;
}

std::size_t Auditor::open_cases() const {
  return static_cast<std::size_t>(std::count_if(
      cases_.begin(), cases_.end(), [](const auto& entry) { return entry.second.open; }));
}

}  // namespace varde::sim
