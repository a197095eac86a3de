#include "app/demo/fleet_model.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace varde::app::demo {
namespace {

using namespace std::chrono_literals;

constexpr auto kWords =
    make_names<What>("heartbeat", "pendant", "false_press", "withdrawal", "fall", "smoke", "door",
                     "not_taken", "wandering", "battery_low", "battery_ok", "mains_failed",
                     "mains_ok", "network_lost", "network_ok");

/// How much busier than the mean each hour of the day is, in Norway. Assumed; the shape (peak
/// 08-11, quiet night) is reported.
using Profile = std::array<double, 24>;
constexpr Profile kWaking{0.4, 0.4, 0.4, 0.4, 0.4, 0.5, 0.9, 1.3, 1.9, 1.9, 1.8, 1.4,
                          1.2, 1.1, 1.1, 1.1, 1.2, 1.2, 1.2, 1.2, 1.1, 0.9, 0.7, 0.4};
constexpr Profile kNight{2.6, 2.8, 2.8, 2.6, 2.2, 1.6, 0.8, 0.2, 0.2, 0.2, 0.2, 0.2,
                         0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.3, 0.5, 0.9, 1.6, 2.3};
constexpr Profile kDoses{0,   0,   0,   0,   0,   0,   0.4, 1,   3.4, 4.4, 2.4, 0.4,
                         0.4, 0.8, 1.2, 0.4, 0.4, 0.8, 1.2, 0.8, 2,   2.4, 1.2, 0};
constexpr Profile kAnytime{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

struct Rule {
  What what;
  DeviceKind on;
  double per_month;  ///< for each device of the kind; assumed
  const Profile& profile;
};
constexpr std::array<Rule, 12> kRules{{
    {What::pendant, DeviceKind::hub, 1.35, kWaking},
    {What::false_press, DeviceKind::hub, 0.65, kWaking},
    {What::fall, DeviceKind::fall_watch, 0.5, kWaking},
    {What::smoke, DeviceKind::smoke, 0.06, kWaking},
    {What::door, DeviceKind::door, 2.5, kNight},
    {What::not_taken, DeviceKind::dispenser, 2.0, kDoses},
    {What::wandering, DeviceKind::gps, 0.8, kWaking},
    {What::battery_low, DeviceKind::hub, 0.06, kAnytime},
    {What::battery_low, DeviceKind::fall_watch, 0.3, kAnytime},
    {What::battery_low, DeviceKind::smoke, 0.05, kAnytime},
    {What::network_lost, DeviceKind::hub, 0.06, kAnytime},
    {What::network_lost, DeviceKind::dispenser, 0.2, kAnytime},
}};

/// SCAIP locations where people press: bathroom, bedroom, kitchen, living room, hallway, stairs.
constexpr std::array<std::uint16_t, 6> kRooms{11, 12, 21, 43, 42, 25};

Duration seconds(double count) { return Duration{static_cast<std::int64_t>(count * 1'000)}; }

double busiest(const Profile& profile) { return *std::ranges::max_element(profile); }

double rate_at(const Profile& profile, Instant at) {
  return profile[static_cast<std::size_t>(to_norwegian_time(at).minute_of_day / 60)];
}

}  // namespace

std::string_view to_string(What what) { return kWords.of(what); }

FleetModel::FleetModel(const Fleet& fleet, std::uint64_t seed, Instant start)
    : fleet_(fleet), random_(Random{seed}.part(17)), now_(start) {
  for (std::size_t i = 0; i < fleet.size(); ++i) {
    by_kind_[static_cast<std::size_t>(fleet[i].kind)].push_back(i);
    if (fleet[i].heartbeat > 0ms) {
      const auto phase = Duration{static_cast<std::int64_t>(
          random_.unit() * static_cast<double>(fleet[i].heartbeat.count()))};
      schedule({.at = start + phase, .device = i, .what = What::heartbeat});
    }
  }
  for (std::size_t rule = 0; rule < kRules.size(); ++rule) schedule_next(rule, start);
}

/// The next arrival of a rule by thinning (Lewis, Shedler 1979): candidates at the busiest hour's
/// rate, kept in proportion to the hour they fall in.
void FleetModel::schedule_next(std::size_t rule, Instant after) {
  const Rule& r = kRules[rule];
  const auto devices = static_cast<double>(by_kind_[static_cast<std::size_t>(r.on)].size());
  if (devices == 0) return;
  const double per_second = devices * r.per_month / (30 * 86'400.0);
  const double most = busiest(r.profile);
  Instant at = after;
  do {
    at += seconds(random_.exponential(1 / (per_second * most)));
  } while (!random_.chance(rate_at(r.profile, at) / most));
  arrivals_.push_back({rule, at});
}

void FleetModel::schedule(Event event) { coming_.push(event); }

void FleetModel::happen(std::size_t rule, Instant at) {
  const Rule& r = kRules[rule];
  Event event{.at = at, .what = r.what};
  event.device = random_.pick(by_kind_[static_cast<std::size_t>(r.on)]);
  const bool pressed = r.what == What::pendant || r.what == What::false_press;
  if (pressed && random_.chance(0.5)) event.room = random_.pick(kRooms);
  schedule(event);
}

void FleetModel::repeat_until_answered(const Event& event) {
  if (event.repeat || !random_.chance(0.3)) return;
  Event again = event;
  again.repeat = true;
  for (int left = random_.between(1, 4); left > 0; --left) {
    again.at += seconds(40 + random_.exponential(30));
    schedule(again);
  }
}

/// What comes of what has just happened.
void FleetModel::follow_up(const Event& event) {
  const auto then = [&](What what, Duration pause) {
    schedule({.at = event.at + pause, .device = event.device, .what = what});
  };
  switch (event.what) {
    case What::heartbeat:
      then(What::heartbeat, fleet_[event.device].heartbeat);
      break;
    case What::pendant:
    case What::fall:
      repeat_until_answered(event);
      break;
    case What::false_press:
      if (!event.repeat && random_.chance(0.8))
        then(What::withdrawal, seconds(5 + random_.exponential(25)));
      break;
    case What::battery_low:
      then(What::battery_ok, seconds(random_.lognormal(18 * 3'600, 0.7)));
      break;
    case What::network_lost:
      then(What::network_ok, seconds(random_.lognormal(45 * 60, 0.9)));
      break;
    default:
      break;
  }
}

void FleetModel::add_outage(const Outage& outage) {
  for (std::size_t i = 0; i < fleet_.size(); ++i) {
    const auto& device = fleet_[i];
    if (device.kind != DeviceKind::hub || device.device.municipality != outage.municipality)
      continue;
    // A device waits a little before it believes that the mains have failed, or are back.
    schedule({.at = outage.from + 20s + seconds(random_.exponential(90)),
              .device = i,
              .what = What::mains_failed});
    schedule({.at = outage.from + outage.length + 20s + seconds(random_.exponential(60)),
              .device = i,
              .what = What::mains_ok});
  }
}

std::vector<Event> FleetModel::advance(Instant until) {
  std::vector<Event> events;
  while (true) {
    const auto next = std::ranges::min_element(arrivals_, {}, &Arrival::at);
    const bool arrival = next != arrivals_.end() && next->at <= until;
    if (arrival && (coming_.empty() || next->at <= coming_.top().at)) {
      const Arrival due = *next;
      arrivals_.erase(next);
      happen(due.rule, due.at);
      schedule_next(due.rule, due.at);
    } else if (!coming_.empty() && coming_.top().at <= until) {
      const Event event = coming_.top();
      coming_.pop();
      follow_up(event);
      events.push_back(event);
    } else {
      break;
    }
  }
  now_ = until;
  return events;
}

}  // namespace varde::app::demo
