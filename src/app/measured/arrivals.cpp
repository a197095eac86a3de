#include "app/measured/arrivals.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "app/measured/handling.hpp"

namespace varde::app {
namespace {

double seconds(Duration span) { return std::chrono::duration<double>(span).count(); }

std::size_t hour_of_week(Instant at) {
  const auto local = to_norwegian_time(at);
  return (local.weekday.iso_encoding() - 1) * 24 +
         static_cast<std::size_t>(local.minute_of_day / 60);
}

}  // namespace

Result<answers::Measured> read_measured(const DataFolder& folder, const MeasuredPeriod& period) {
  return with_store<answers::Measured>(
      folder, [&](const store::SqliteStore& store) -> Result<answers::Measured> {
        answers::Measured measured;
        measured.folder = folder.root.filename().string();
        std::optional<Instant> first, last;
        access::AlarmFilter filter;
        filter.from = period.from;
        filter.to = period.to;
        all_pages([&](const access::PageRequest& page) { return store.alarms(filter, page); },
                  [&](const alarm::Alarm& one) {
                    first = std::min(first.value_or(one.received_at), one.received_at);
                    last = std::max(last.value_or(one.received_at), one.received_at);
                    answers::Measured::Alarm alarm{one.kind == alarm::SignalKind::technical,
                                                   to_string(one.code),
                                                   hour_of_week(one.received_at)};
                    if (one.first_taken_at)
                      alarm.answer_s = seconds(*one.first_taken_at - one.received_at);
                    if (one.closed_at) alarm.handling_s = handling_s(store.alarm_log(one.id));
                    measured.alarms.push_back(std::move(alarm));
                  });
        if (first) measured.days = seconds(*last - *first) / 86'400.0;
        if (measured.days >= 7) return measured;
        return Error{
            fmt::format("{} has {} alarms over {:.1f} days; at least a week is needed to know "
                        "its hours and weekdays",
                        folder.root.string(), measured.alarms.size(), measured.days)};
      });
}

}  // namespace varde::app
