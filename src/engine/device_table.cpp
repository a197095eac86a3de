#include "engine/device_table.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace varde::engine {
namespace {

bool is_supervised(const care::Device& device) {
  return device.state == care::DeviceState::in_use && device.silence_limit.has_value();
}

}  // namespace

DeviceTable::Slot& DeviceTable::put(const care::Device& device, Instant at, Position position) {
  Slot* known = find(device.id);
  Slot& slot = known != nullptr ? *known : add(device.id);
  const bool same_watch = known != nullptr && is_supervised(slot.device) == is_supervised(device) &&
                          slot.device.silence_limit == device.silence_limit;
  if (!same_watch) unwatch(slot);
  forget_address(slot);
  slot.device = device;
  index_address(slot);
  if (!same_watch && is_supervised(device)) watch(slot, at, position);
  VARDE_ASSERT(find(device.address) == &slot);
  return slot;
}

bool DeviceTable::restore(Slot restored) {
  if (find(restored.device.id) != nullptr || find(restored.device.address) != nullptr) return false;
  if (restored.watched && !is_supervised(restored.device)) return false;
  Slot& slot = add(restored.device.id);
  restored.index = slot.index;
  slot = std::move(restored);
  slot.before = slot.after = kNone;
  index_address(slot);
  return true;
}

bool DeviceTable::resume_watch() {
  std::vector<Slot*> watched;
  for (Slot& slot : slots_) {
    if (slot.watched) watched.push_back(&slot);
  }
  std::sort(watched.begin(), watched.end(),
            [](const Slot* a, const Slot* b) { return a->silent_position < b->silent_position; });
  const auto in_time = std::is_sorted(
      watched.begin(), watched.end(),
      [](const Slot* a, const Slot* b) { return a->silent_since < b->silent_since; });
  if (!in_time) return false;
  for (Slot* slot : watched) append(*slot);
  return true;
}

DeviceTable::Slot* DeviceTable::find(const DeviceId& id) {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : &slots_[it->second];
}
const DeviceTable::Slot* DeviceTable::find(const DeviceId& id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : &slots_[it->second];
}
DeviceTable::Slot* DeviceTable::find(std::string_view address) {
  const auto it = by_address_.find(address);
  return it == by_address_.end() ? nullptr : &slots_[it->second];
}
const DeviceTable::Slot* DeviceTable::find(std::string_view address) const {
  const auto it = by_address_.find(address);
  return it == by_address_.end() ? nullptr : &slots_[it->second];
}

void DeviceTable::shift_watch(Duration by, Instant at) {
  // Compared without adding: a journal may hold any length of pause.
  for (Slot& slot : slots_)
    if (slot.watched) slot.silent_since = by < at - slot.silent_since ? slot.silent_since + by : at;
}

void DeviceTable::heard(Slot& slot, Instant at, Position position) {
  slot.heard_at = at;
  if (!is_supervised(slot.device)) return;
  unwatch(slot);
  watch(slot, at, position);
}

std::optional<Instant> DeviceTable::next_silent() const {
  const auto line = most_silent_line();
  if (line == lines_.end()) return std::nullopt;
  return slots_[line->second.first].silent_since + line->first;
}

DeviceTable::Slot& DeviceTable::take_silent() {
  const auto line = most_silent_line();
  VARDE_ASSERT(line != lines_.end());
  Slot& slot = slots_[line->second.first];
  unwatch(slot);
  return slot;
}

DeviceTable::Slot& DeviceTable::add(const DeviceId& id) {
  VARDE_ASSERT(slots_.size() < kNone);
  Slot& slot = slots_.emplace_back();
  slot.index = static_cast<std::uint32_t>(slots_.size() - 1);
  by_id_.emplace(id, slot.index);
  return slot;
}

void DeviceTable::index_address(Slot& slot) {
  const bool is_free = by_address_.emplace(slot.device.address, slot.index).second;
  VARDE_ASSERT(is_free);
}

void DeviceTable::forget_address(const Slot& slot) {
  const auto it = by_address_.find(slot.device.address);
  if (it != by_address_.end() && it->second == slot.index) by_address_.erase(it);
}

void DeviceTable::watch(Slot& slot, Instant at, Position position) {
  slot.silent_since = at;
  slot.silent_position = position;
  slot.watched = true;
  append(slot);
}

void DeviceTable::append(Slot& slot) {
  VARDE_ASSERT(is_supervised(slot.device));
  Line& line = lines_[*slot.device.silence_limit];
  slot.before = line.last;
  slot.after = kNone;
  if (line.last != kNone) {
    VARDE_ASSERT(slots_[line.last].silent_since <= slot.silent_since);
    slots_[line.last].after = slot.index;
  } else {
    line.first = slot.index;
  }
  line.last = slot.index;
}

void DeviceTable::unwatch(Slot& slot) {
  if (!slot.watched) return;
  const auto it = lines_.find(*slot.device.silence_limit);
  VARDE_ASSERT(it != lines_.end());
  Line& line = it->second;
  (slot.before != kNone ? slots_[slot.before].after : line.first) = slot.after;
  (slot.after != kNone ? slots_[slot.after].before : line.last) = slot.before;
  slot.before = slot.after = kNone;
  slot.watched = false;
  if (line.first == kNone) lines_.erase(it);
}

DeviceTable::Lines::const_iterator DeviceTable::most_silent_line() const {
  return std::min_element(lines_.begin(), lines_.end(), [this](const auto& a, const auto& b) {
    return slots_[a.second.first].silent_since + a.first <
           slots_[b.second.first].silent_since + b.first;
  });
}

}  // namespace varde::engine
