#include "engine/engine.hpp"

#include "base/assert.hpp"
#include "engine/fold.hpp"
#include "engine/remembered.hpp"
#include "engine/snapshot.hpp"
#include "engine/state.hpp"

namespace varde::engine {

Engine::Engine() : state_(std::make_unique<State>()) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Receipt Engine::apply(const Entry& entry, std::vector<Effect>& effects) {
  VARDE_ASSERT(entry.position == state_->position + 1);
  VARDE_ASSERT(entry.time >= state_->now);
  state_->position = entry.position;
  state_->now = entry.time;
  state_->alarms.forget_closed(entry.time);
  return std::visit(Fold(*state_, entry, effects), entry.body);
}

std::optional<Instant> Engine::next_due() const { return state_->next_due(); }

std::optional<Receipt> Engine::remembered(const alarm::Signal& signal, Instant at) const {
  const KeyMemory* keys = state_->keys_for(signal);
  if (keys == nullptr) return std::nullopt;
  const Known* known = state_->first_of(signal, *keys, KeyMemory::hash(signal.key), at);
  if (known == nullptr) return std::nullopt;
  return repeated(*known, signal);
}

bool Engine::holds_alarm(const ActorId& actor) const { return state_->alarms.holds_any(actor); }

Position Engine::position() const { return state_->position; }
Instant Engine::now() const { return state_->now; }
const Settings& Engine::settings() const { return state_->settings; }

const alarm::Alarm* Engine::find_alarm(const AlarmId& id) const {
  const auto* record = std::as_const(state_->alarms).find(id);
  return record == nullptr ? nullptr : &record->alarm;
}

const care::Device* Engine::find_device(const DeviceId& id) const {
  const auto* slot = std::as_const(state_->devices).find(id);
  return slot == nullptr ? nullptr : &slot->device;
}

const care::Device* Engine::find_device(std::string_view address) const {
  const auto* slot = std::as_const(state_->devices).find(address);
  return slot == nullptr ? nullptr : &slot->device;
}

const care::ResponsePlan* Engine::find_plan(const PlanId& id) const {
  const auto it = state_->plans.find(id);
  return it == state_->plans.end() ? nullptr : &it->second;
}

std::vector<const alarm::Alarm*> Engine::open_alarms(std::size_t limit) const {
  std::vector<const alarm::Alarm*> out;
  out.reserve(std::min(limit, open_alarm_count()));
  for (const auto* record : state_->alarms.by_urgency()) {
    if (out.size() == limit) break;
    out.push_back(&record->alarm);
  }
  return out;
}

std::size_t Engine::open_alarm_count() const { return state_->alarms.open_count(); }
std::size_t Engine::device_count() const { return state_->devices.size(); }

std::string Engine::snapshot() const { return write_snapshot(*state_); }

std::optional<Engine> Engine::from_snapshot(std::string_view bytes) {
  std::optional<Engine> engine{std::in_place};
  if (!read_snapshot(bytes, *engine->state_)) engine.reset();
  return engine;
}

}  // namespace varde::engine
