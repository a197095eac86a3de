#include "app/demo/fleet.hpp"

#include <array>

#include <fmt/format.h>

#include "app/demo/epoch.hpp"
#include "base/names.hpp"

namespace varde::app::demo {
namespace {

using namespace std::chrono_literals;

constexpr auto kKinds =
    make_names<DeviceKind>("hub", "fall_watch", "smoke", "door", "dispenser", "gps");

struct KindFacts {
  DeviceKind kind;
  double share;  ///< of the users
  std::array<std::string_view, 2> models;
};
constexpr std::array<KindFacts, 6> kFacts{{
    {DeviceKind::hub, 1.0, {"Hjemmesentral H3 med smykke", "Hjemmesentral H4 med smykke"}},
    {DeviceKind::fall_watch, 0.09, {"Fallklokke F1", "Fallklokke F2"}},
    {DeviceKind::smoke, 0.14, {"Røykvarsler R2", "Røykvarsler R2"}},
    {DeviceKind::door, 0.05, {"Dørsensor D1", "Dørsensor D1"}},
    {DeviceKind::dispenser, 0.08, {"Medisindispenser M2", "Medisindispenser M3"}},
    {DeviceKind::gps, 0.04, {"GPS-knapp G1", "GPS-knapp G1"}},
}};

constexpr double kShareWithPassword = 0.25;
constexpr double kShareSupervised = 0.06;
constexpr Duration kHeartbeat = 30min;
constexpr Duration kSilenceLimit = 2h;

}  // namespace

std::string_view to_string(DeviceKind kind) { return kKinds.of(kind); }

std::string_view FleetDevice::number() const {
  const std::string_view address = device.address;
  return address.substr(address.find_last_of(":/") + 1);
}

Fleet make_fleet(const std::vector<care::ServiceUser>& people, Random random) {
  Fleet fleet;
  std::array<unsigned, kFacts.size()> made{};
  for (const auto& user : people) {
    for (const auto& facts : kFacts) {
      if (!random.chance(facts.share)) continue;
      const unsigned number = ++made[static_cast<std::size_t>(facts.kind)];
      FleetDevice one;
      one.kind = facts.kind;
      one.device.id = DeviceId{random.id(kEpoch)};
      one.device.model = facts.models[random.below(facts.models.size())];
      one.device.municipality = user.municipality;
      one.device.state = care::DeviceState::in_use;
      one.device.user = user.id;
      one.device.home = user.address.home;
      one.device.plan = user.plan;
      one.device.assigned_from = kEpoch - std::chrono::days{random.between(1, 2'000)};
      if (one.speaks_scaip()) {
        const unsigned series = facts.kind == DeviceKind::hub ? 90'000'000U : 91'000'000U;
        one.device.address = fmt::format("scaip:{}", series + number);
      } else {
        one.device.address =
            fmt::format("http:gw-{}/{}{:05}", tenancy::to_string(user.municipality),
                        to_string(facts.kind), number);
      }
      if (facts.kind == DeviceKind::hub) {
        if (random.chance(kShareWithPassword)) one.password = fmt::format("{:016x}", random.next());
        if (random.chance(kShareSupervised)) {
          one.heartbeat = kHeartbeat;
          one.device.silence_limit = kSilenceLimit;
        }
      }
      fleet.push_back(std::move(one));
    }
  }
  return fleet;
}

}  // namespace varde::app::demo
