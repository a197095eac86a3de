#include "app/measured/use.hpp"

#include <set>

#include <fmt/format.h>

#include "app/measured/handling.hpp"

namespace varde::app {
namespace {

MonthNumber month_of(Instant at) {
  const auto date = to_norwegian_time(at).date;
  return month_number(static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
}

void read_alarms(const store::SqliteStore& store, MeasuredUse& into) {
  all_pages([&](const access::PageRequest& page) { return store.alarms({}, page); },
            [&](const alarm::Alarm& one) {
              if (one.municipality.number == 0) return;
              auto& month = into.months[one.municipality.number][month_of(one.received_at)];
              const bool technical = one.kind == alarm::SignalKind::technical;
              const double hours =
                  one.first_taken_at ? handling_s(store.alarm_log(one.id)) / 3'600 : 0;
              ++(technical ? month.technical : month.alarms);
              (technical ? month.technical_hours : month.hours) += hours;
            });
}

void read_devices(const store::SqliteStore& store, MeasuredUse& into) {
  std::map<int, std::set<UserId>> users;
  all_pages([&](const access::PageRequest& page) { return store.devices({}, page); },
            [&](const access::DeviceRow& row) {
              const auto& device = row.device;
              if (device.state != care::DeviceState::in_use || !device.user) return;
              ++into.devices[device.municipality.number];
              users[device.municipality.number].insert(*device.user);
            });
  for (const auto& [number, all] : users) {
    into.users[number] = static_cast<std::uint32_t>(all.size());
  }
}

}  // namespace

std::string month_name(MonthNumber month) {
  return fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
}

Result<MeasuredUse> read_measured_use(const DataFolder& folder) {
  return with_store<MeasuredUse>(folder, [&](const store::SqliteStore& store) {
    MeasuredUse measured;
    measured.folder = folder.root.filename().string();
    read_alarms(store, measured);
    read_devices(store, measured);
    return measured;
  });
}

Status use_measured(const MeasuredUse& measured, int year, economy::Case& into) {
  std::map<int, std::int64_t> users, devices, alarms;
  std::int64_t all = 0;
  const auto count = [](const std::map<int, std::uint32_t>& counts, int number) {
    const auto found = counts.find(number);
    return found == counts.end() ? std::int64_t{0} : std::int64_t{found->second} * 1'000;
  };
  for (const auto& municipality : into.municipalities) {
    const int number = municipality.number;
    users[number] = count(measured.users, number);
    devices[number] = count(measured.devices, number);
    auto& sum = alarms[number];
    const auto months = measured.months.find(number);
    if (months == measured.months.end()) continue;
    for (const auto& [month, use] : months->second) {
      if (month / 12 == year) sum += std::int64_t{use.alarms + use.technical} * 1'000;
    }
    all += sum;
  }
  if (all == 0) {
    return Error{fmt::format("{} has no alarm of {} in the municipalities of the case",
                             measured.folder, year)};
  }
  const economy::Origin origin{economy::Quality::measured,
                               fmt::format("Varde, {}: {}", measured.folder, year), 0};
  into.usage["users"] = std::move(users);
  into.usage["devices"] = std::move(devices);
  into.usage["alarms"] = std::move(alarms);
  for (const char* metric : {"users", "devices", "alarms"}) into.usage_origin[metric] = origin;
  return Done{};
}

}  // namespace varde::app
