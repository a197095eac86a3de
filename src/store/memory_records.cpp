#include <tuple>

#include "store/fold.hpp"
#include "store/memory_pages.hpp"
#include "store/memory_store.hpp"

namespace varde::store {
namespace {

using access::AlarmFilter;

template <class T>
bool wanted(const std::optional<T>& filter, const T& value) {
  return !filter || *filter == value;
}
template <class T>
bool wanted(const std::optional<T>& filter, const std::optional<T>& value) {
  return !filter || filter == value;
}

bool fits(const alarm::Alarm& alarm, const AlarmFilter& filter) {
  const bool side = filter.which == AlarmFilter::Which::all ||
                    alarm.open() == (filter.which == AlarmFilter::Which::open);
  const bool when = (!filter.from || alarm.received_at >= *filter.from) &&
                    (!filter.to || alarm.received_at < *filter.to);
  return side && when && wanted(filter.state, alarm.state) && wanted(filter.kind, alarm.kind) &&
         wanted(filter.code, alarm.code) && wanted(filter.outcome, alarm.outcome) &&
         wanted(filter.handler, alarm.handler) && wanted(filter.device, alarm.device) &&
         wanted(filter.user, alarm.user) && wanted(filter.home, alarm.home) &&
         in_scope(alarm.municipality, filter.municipalities);
}

/// Smaller comes first.
using Place = std::tuple<std::int64_t, std::int64_t, std::uint64_t, std::uint64_t>;
Place place_of(const AlarmCursor& at, bool most_urgent_first) {
  const std::int64_t received = at.received_at.time_since_epoch().count();
  if (most_urgent_first) return {at.priority, received, at.id.high, at.id.low};
  return {0, -received, ~at.id.high, ~at.id.low};
}

bool fits(const access::DeviceRow& row, const access::DeviceFilter& filter) {
  using Condition = access::DeviceFilter::Condition;
  const bool battery = row.battery == alarm::Condition::battery_low;
  const bool mains = row.mains == alarm::Condition::mains_failed;
  const bool condition =
      filter.condition == Condition::any ||
      (filter.condition == Condition::lost && row.contact_lost) ||
      (filter.condition == Condition::battery && battery) ||
      (filter.condition == Condition::mains && mains) ||
      (filter.condition == Condition::well && !row.contact_lost && !battery && !mains);
  const auto text = fold(filter.text);
  const bool found = fold(row.device.address).find(text) != std::string::npos ||
                     fold(row.device.model).find(text) != std::string::npos;
  return condition && found && wanted(filter.user, row.device.user) &&
         in_scope(row.device.municipality, filter.municipalities);
}

bool name_has(const std::string& name, const std::vector<std::string>& beginnings) {
  const auto parts = words(fold(name));
  return std::ranges::all_of(beginnings, [&](const std::string& beginning) {
    return std::ranges::any_of(
        parts, [&](const std::string& part) { return part.starts_with(beginning); });
  });
}

}  // namespace

template <class Match>
std::uint32_t MemoryStore::open_alarms(Match&& match) const {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      alarms_, [&](const auto& kept) { return kept.second.open() && match(kept.second); }));
}

access::Page<alarm::Alarm> MemoryStore::alarms(const AlarmFilter& filter,
                                               const access::PageRequest& page) const {
  const std::lock_guard guard(mutex_);
  const bool most_urgent_first = filter.which == AlarmFilter::Which::open;
  const auto after = parse_alarm_cursor(page.cursor);
  std::vector<std::pair<Place, const alarm::Alarm*>> found;
  for (const auto& [id, alarm] : alarms_) {
    const auto place = place_of({alarm.priority, alarm.received_at, id}, most_urgent_first);
    if (fits(alarm, filter) && (!after || place > place_of(*after, most_urgent_first)))
      found.push_back({place, &alarm});
  }
  std::ranges::sort(found);
  std::vector<alarm::Alarm> items;
  for (const auto& [place, alarm] : found) items.push_back(*alarm);
  return page_of(std::move(items), page_limit(page.limit),
                 [](const alarm::Alarm& last) { return to_cursor(last); });
}

std::optional<alarm::Alarm> MemoryStore::alarm(const AlarmId& id) const {
  const std::lock_guard guard(mutex_);
  const auto found = alarms_.find(id);
  return found == alarms_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<access::LogLine> MemoryStore::alarm_log(const AlarmId& id) const {
  const std::lock_guard guard(mutex_);
  const auto found = log_.find(id);
  return found == log_.end() ? std::vector<access::LogLine>{} : found->second;
}

access::DeviceRow MemoryStore::row_of(const access::DeviceRow& kept) const {
  auto row = kept;
  row.open_alarms =
      open_alarms([&](const alarm::Alarm& alarm) { return alarm.device == row.device.id; });
  return row;
}

access::Page<access::DeviceRow> MemoryStore::devices(const access::DeviceFilter& filter,
                                                     const access::PageRequest& page) const {
  const std::lock_guard guard(mutex_);
  std::vector<access::DeviceRow> found;
  for (const auto& [id, kept] : devices_)
    if (fits(kept, filter)) found.push_back(row_of(kept));
  std::ranges::sort(found, {}, [](const access::DeviceRow& row) {
    return std::tuple(row.device.address, row.device.id);
  });
  return page_after(found, page,
                    [](const access::DeviceRow& row) { return to_string(row.device.id); });
}

std::optional<access::DeviceRow> MemoryStore::device(const DeviceId& id) const {
  const std::lock_guard guard(mutex_);
  const auto found = devices_.find(id);
  return found == devices_.end() ? std::nullopt : std::optional(row_of(found->second));
}

std::vector<access::Assignment> MemoryStore::assignments(const DeviceId& id) const {
  const std::lock_guard guard(mutex_);
  std::vector<access::Assignment> found;
  if (const auto history = assignments_.find(id); history != assignments_.end())
    for (const auto& [from, assignment] : history->second) found.insert(found.begin(), assignment);
  return found;
}

std::vector<access::SignalRow> MemoryStore::signals(const DeviceId& id, std::size_t limit) const {
  const std::lock_guard guard(mutex_);
  std::vector<access::SignalRow> found;
  for (auto kept = signals_.rbegin(); kept != signals_.rend() && found.size() < page_limit(limit);
       ++kept)
    if (kept->device == id) found.push_back(kept->row);
  return found;
}

std::optional<care::ResponsePlan> MemoryStore::plan(const PlanId& id) const {
  const std::lock_guard guard(mutex_);
  const auto found = plans_.find(id);
  return found == plans_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<care::ServiceUser> MemoryStore::user(const UserId& id) const {
  const std::lock_guard guard(mutex_);
  const auto found = users_.find(id);
  return found == users_.end() ? std::nullopt : std::optional(found->second);
}

access::UserBrief MemoryStore::brief_of(const care::ServiceUser& user) const {
  return {user.id,
          user.name,
          user.born,
          user.sex,
          user.municipality,
          user.address.city,
          open_alarms([&](const alarm::Alarm& alarm) { return alarm.user == user.id; })};
}

std::optional<access::UserBrief> MemoryStore::user_brief(const UserId& id) const {
  const std::lock_guard guard(mutex_);
  const auto found = users_.find(id);
  return found == users_.end() ? std::nullopt : std::optional(brief_of(found->second));
}

access::Page<access::UserBrief> MemoryStore::users(const access::UserFilter& filter,
                                                   const access::PageRequest& page) const {
  const std::lock_guard guard(mutex_);
  const auto beginnings = words(fold(filter.text));
  std::vector<access::UserBrief> found;
  for (const auto& [id, user] : users_)
    if (in_scope(user.municipality, filter.municipalities) && name_has(user.name, beginnings))
      found.push_back(brief_of(user));
  std::ranges::sort(found, {}, [](const access::UserBrief& brief) {
    return std::tuple(fold(brief.name), brief.id);
  });
  return page_after(found, page,
                    [](const access::UserBrief& brief) { return to_string(brief.id); });
}

std::vector<access::AccessRow> MemoryStore::access_log(const UserId& id) const {
  constexpr std::size_t kMost = 1'000;
  const std::lock_guard guard(mutex_);
  std::vector<access::AccessRow> found;
  for (auto kept = accesses_.rbegin(); kept != accesses_.rend() && found.size() < kMost; ++kept)
    if (kept->second.record.person == id) found.push_back(kept->second);
  return found;
}

std::vector<access::MunicipalityRow> MemoryStore::municipalities() const {
  const std::lock_guard guard(mutex_);
  std::vector<access::MunicipalityRow> rows;
  for (const auto& [municipality, kept] : municipalities_) {
    auto row = kept;
    row.users = row.devices = row.lost_contact = 0;
    for (const auto& [id, user] : users_) row.users += user.municipality == municipality ? 1 : 0;
    for (const auto& [id, device] : devices_) {
      const bool in_use = device.device.municipality == municipality &&
                          device.device.state == care::DeviceState::in_use;
      row.devices += in_use ? 1 : 0;
      row.lost_contact += in_use && device.contact_lost ? 1 : 0;
    }
    row.open_alarms = open_alarms(
        [&](const alarm::Alarm& alarm) { return alarm.municipality == row.municipality; });
    rows.push_back(row);
  }
  return rows;
}

}  // namespace varde::store
