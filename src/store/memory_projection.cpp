#include "store/assignment.hpp"
#include "store/memory_store.hpp"
#include "store/messages.hpp"

namespace varde::store {

void MemoryStore::set_outbox_routes(std::set<tenancy::Municipality> routes) {
  const std::lock_guard guard(mutex_);
  routes_ = std::move(routes);
}

Status MemoryStore::erase_words(engine::Position position) {
  const std::lock_guard guard(mutex_);
  for (auto& [id, lines] : log_)
    for (auto& line : lines)
      if (line.position == position) line.note.clear();
  for (auto& signal : signals_)
    if (signal.row.position == position) signal.row.text.clear();
  for (auto& [at, row] : accesses_)
    if (at == position) row.reason.clear();
  return Done{};
}

Status MemoryStore::apply(std::span<const Item> items, engine::Position upto) {
  const std::lock_guard guard(mutex_);
  if (upto <= position_) return Done{};
  while (!items.empty()) {
    const auto position = items.front().effect.position;
    std::size_t size = 0;
    while (size < items.size() && items[size].effect.position == position) ++size;
    const auto entry = items.first(size);
    items = items.subspan(size);
    if (position <= position_) continue;
    for (const auto& item : entry)
      std::visit([&](const auto& body) { take(item, body); }, item.effect.body);
    tell(entry);
  }
  position_ = upto;
  return Done{};
}

engine::Position MemoryStore::position() const {
  const std::lock_guard guard(mutex_);
  return position_;
}

Status MemoryStore::save_snapshot(engine::Position position, std::string_view bytes) {
  const std::lock_guard guard(mutex_);
  VARDE_ASSERT(position <= position_);
  snapshot_ = {position, std::string(bytes)};
  return Done{};
}

std::optional<engine::Projection::Snapshot> MemoryStore::load_snapshot() const {
  const std::lock_guard guard(mutex_);
  return snapshot_;
}

void MemoryStore::take(const Item&, const engine::AlarmChanged& changed) {
  alarms_[changed.alarm.id] = changed.alarm;
}

void MemoryStore::take(const Item& item, const engine::AlarmLogged& logged) {
  log_[logged.alarm].push_back({item.effect.position, item.effect.time, logged.step, logged.actor,
                                logged.to, logged.responder, logged.plan_step, item.attachment});
}

void MemoryStore::take(const Item& item, const engine::SignalLogged& logged) {
  auto signal = logged.signal;
  signal.key.clear();
  signal.content = 0;
  signals_.push_back(
      {logged.device,
       {item.effect.position, item.effect.time, signal, logged.alarm, item.attachment}});
}

void MemoryStore::take(const Item&, const engine::DeviceHeard& heard) {
  const auto found = devices_.find(heard.device);
  if (found == devices_.end()) return;
  auto& row = found->second;
  if (heard.heard_at) row.heard_at = heard.heard_at;
  row.battery = heard.battery;
  row.mains = heard.mains;
  row.contact_lost = heard.contact_lost;
}

void MemoryStore::take(const Item& item, const engine::DeviceChanged& changed) {
  const auto& device = changed.device;
  devices_[device.id].device = device;
  auto& history = assignments_[device.id];
  const auto latest = history.empty() ? std::nullopt : std::optional(history.rbegin()->second);
  for (const auto& period : assignment_changes(latest, device, item.effect.time))
    history[period.from] = period;
}

void MemoryStore::take(const Item&, const engine::PlanChanged& changed) {
  plans_[changed.plan.id] = changed.plan;
}

void MemoryStore::take(const Item& item, const engine::AccessLogged& logged) {
  accesses_.push_back({item.effect.position, {item.effect.time, logged.record, item.attachment}});
}

void MemoryStore::tell(std::span<const Item> items) {
  std::uint32_t number = 0;
  for (const auto& item : items) {
    const auto* logged = std::get_if<engine::AlarmLogged>(&item.effect.body);
    if (logged == nullptr) continue;
    const auto found = alarms_.find(logged->alarm);
    if (found != alarms_.end() && routes_.contains(found->second.municipality)) {
      auto message = alarm_message(item.effect, *logged, number, found->second);
      message.id = ++last_message_;
      outbox_.push_back({message, message.created_at, ""});
    }
    ++number;
  }
}

}  // namespace varde::store
