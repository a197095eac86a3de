#include <algorithm>

#include "store/hours.hpp"
#include "store/memory_pages.hpp"
#include "store/memory_store.hpp"

namespace varde::store {
namespace {

using access::KeyFigures;

/// The smallest value that at least `percent` of all are at or below.
double nearest_rank(const std::vector<Duration>& sorted, std::size_t percent) {
  std::size_t index = 0;
  while ((index + 1) * 100 < percent * sorted.size()) ++index;
  return static_cast<double>(sorted[index].count()) / 1'000;
}

KeyFigures::Times times_of(std::vector<Duration> spans) {
  if (spans.empty()) return {};
  std::ranges::sort(spans);
  const auto share = [&](std::chrono::seconds limit) {
    const auto within = std::ranges::count_if(spans, [&](Duration span) { return span <= limit; });
    return static_cast<double>(within) / static_cast<double>(spans.size());
  };
  return {nearest_rank(spans, 50), nearest_rank(spans, 90), nearest_rank(spans, 99),
          share(std::chrono::seconds{60}), share(std::chrono::seconds{180})};
}

}  // namespace

KeyFigures MemoryStore::key_figures(Instant from, Instant to, Instant now,
                                    const std::optional<access::Municipalities>& scope) const {
  const std::lock_guard guard(mutex_);
  KeyFigures figures;
  figures.by_hour = empty_hours(from, to, now);
  std::vector<Duration> answer;
  std::vector<Duration> handling;
  for (const auto& [id, alarm] : alarms_) {
    if (!in_scope(alarm.municipality, scope)) continue;
    figures.open_now += alarm.open() ? 1 : 0;
    if (alarm.received_at < from || alarm.received_at >= to) continue;
    const bool person = alarm.kind == alarm::SignalKind::alarm;
    ++(person ? figures.alarms : figures.technical);
    ++figures.by_code[alarm.code];
    auto& place = figures.by_municipality[alarm.municipality];
    ++(person ? place.first : place.second);
    if (!alarm.open()) ++figures.by_outcome[alarm.outcome];
    for (auto& hour : figures.by_hour)
      if (alarm.received_at >= hour.hour && alarm.received_at < hour.hour + std::chrono::hours{1})
        ++(person ? hour.alarms : hour.technical);
    if (!person || !alarm.first_taken_at) continue;
    answer.push_back(*alarm.first_taken_at - alarm.received_at);
    if (!alarm.open() && alarm.closed_at)
      handling.push_back(*alarm.closed_at - *alarm.first_taken_at);
  }
  figures.answered = static_cast<std::uint32_t>(answer.size());
  figures.answer = times_of(std::move(answer));
  figures.handling = times_of(std::move(handling));
  return figures;
}

}  // namespace varde::store
