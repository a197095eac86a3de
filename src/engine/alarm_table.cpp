#include "engine/alarm_table.hpp"

#include <algorithm>
#include <tuple>

#include "base/assert.hpp"
#include "base/limits.hpp"

namespace varde::engine {

bool AlarmTable::MoreUrgent::operator()(const Record* a, const Record* b) const {
  return std::tie(a->urgency, a->alarm.received_at, a->alarm.id) <
         std::tie(b->urgency, b->alarm.received_at, b->alarm.id);
}

bool AlarmTable::EarlierDue::operator()(const Record* a, const Record* b) const {
  return std::tie(a->due, a->alarm.id) < std::tie(b->due, b->alarm.id);
}

AlarmTable::Record& AlarmTable::add(alarm::Alarm alarm, std::optional<Instant> due) {
  const AlarmId id = alarm.id;
  const auto [it, is_new] = records_.emplace(id, Record{std::move(alarm), {}, {}, 0, false, false});
  VARDE_ASSERT(is_new);
  file(it->second, due);
  return it->second;
}

void AlarmTable::restore(alarm::Alarm alarm, std::optional<Instant> due) {
  Record& record = add(std::move(alarm), due);
  if (!record.open) keep_closed(record);
}

void AlarmTable::file(Record& record, std::optional<Instant> due) {
  const bool open = record.alarm.open();
  VARDE_ASSERT(open || !due);
  if (open && !record.open) file_open(record);
  if (!open && record.open) file_closed(record);
  if (open) file_urgency(record);
  file_due(record, due);
  file_handler(record);
}

void AlarmTable::file_open(Record& record) {
  const alarm::Alarm& alarm = record.alarm;
  record.open = true;
  record.urgency = alarm.priority;
  by_urgency_.insert(&record);
  by_address_.emplace(alarm.address, &record);
  if (!record.kept) return;
  record.kept = false;
  std::erase_if(closed_, [&](const auto& line) { return line.second == alarm.id; });
}

void AlarmTable::file_closed(Record& record) {
  VARDE_ASSERT(record.alarm.closed_at.has_value());
  record.open = false;
  by_urgency_.erase(&record);
  forget_address(record);
  keep_closed(record);
}

void AlarmTable::keep_closed(Record& record) {
  VARDE_ASSERT(!record.kept);
  record.kept = true;
  closed_.emplace_back(*record.alarm.closed_at, record.alarm.id);
}

void AlarmTable::file_urgency(Record& record) {
  if (record.urgency == record.alarm.priority) return;
  by_urgency_.erase(&record);
  record.urgency = record.alarm.priority;
  by_urgency_.insert(&record);
}

void AlarmTable::file_due(Record& record, std::optional<Instant> due) {
  if (record.due == due) return;
  if (record.due) by_due_.erase(&record);
  record.due = due;
  if (record.due) by_due_.insert(&record);
}

void AlarmTable::file_handler(Record& record) {
  const auto handler = record.open ? record.alarm.handler : std::nullopt;
  if (record.held_by == handler) return;
  if (record.held_by) by_handler_.erase({*record.held_by, record.alarm.id});
  record.held_by = handler;
  if (handler) by_handler_.emplace(*handler, record.alarm.id);
}

void AlarmTable::forget_address(const Record& record) {
  const auto [first, last] = by_address_.equal_range(record.alarm.address);
  const auto it =
      std::find_if(first, last, [&](const auto& entry) { return entry.second == &record; });
  VARDE_ASSERT(it != last);
  by_address_.erase(it);
}

void AlarmTable::set_address(Record& record, std::string_view address) {
  VARDE_ASSERT(record.open);
  forget_address(record);  // first, because the index looks at the alarm's own text
  record.alarm.address = address;
  by_address_.emplace(record.alarm.address, &record);
}

void AlarmTable::forget_closed(Instant at) {
  while (!closed_.empty() && at - closed_.front().first > limits::kReopenWindow) {
    records_.erase(closed_.front().second);
    closed_.pop_front();
  }
}

AlarmTable::Record* AlarmTable::find(const AlarmId& id) {
  const auto it = records_.find(id);
  return it == records_.end() ? nullptr : &it->second;
}
const AlarmTable::Record* AlarmTable::find(const AlarmId& id) const {
  const auto it = records_.find(id);
  return it == records_.end() ? nullptr : &it->second;
}

std::vector<AlarmTable::Record*> AlarmTable::at_address(std::string_view address) {
  std::vector<Record*> out;
  const auto [first, last] = by_address_.equal_range(address);
  for (auto it = first; it != last; ++it) out.push_back(it->second);
  std::sort(out.begin(), out.end(), [](const Record* a, const Record* b) {
    return std::tie(a->alarm.received_at, a->alarm.id) <
           std::tie(b->alarm.received_at, b->alarm.id);
  });
  return out;
}

std::vector<AlarmTable::Record*> AlarmTable::held_by(const ActorId& actor) {
  std::vector<Record*> out;
  for (auto it = by_handler_.lower_bound({actor, AlarmId{}});
       it != by_handler_.end() && it->first == actor; ++it)
    out.push_back(find(it->second));
  return out;
}

bool AlarmTable::holds_any(const ActorId& actor) const {
  const auto it = by_handler_.lower_bound({actor, AlarmId{}});
  return it != by_handler_.end() && it->first == actor;
}

}  // namespace varde::engine
