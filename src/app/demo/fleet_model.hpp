#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <queue>
#include <string_view>
#include <vector>

#include "app/demo/fleet.hpp"
#include "app/demo/random.hpp"
#include "domain/alarm/signal.hpp"

namespace varde::app::demo {

/// What a device has to say.
enum class What : std::uint8_t {
  heartbeat,
  pendant,      ///< somebody presses for help
  false_press,  ///< and somebody by mistake,
  withdrawal,   ///< who withdraws it a little later
  fall,
  smoke,
  door,       ///< opened at night
  not_taken,  ///< medicine
  wandering,  ///< GPS: left the safe area
  battery_low,
  battery_ok,
  mains_failed,
  mains_ok,
  network_lost,  ///< told by the device's second connection or its gateway
  network_ok,
};
inline constexpr std::size_t kWhats = 15;
std::string_view to_string(What what);

struct Event {
  Instant at{};
  std::size_t device = 0;  ///< index in the fleet
  What what = What::heartbeat;
  std::uint16_t room = 0;  ///< SCAIP lco; 0 = not said
  bool repeat = false;     ///< the same call again: nobody has answered yet
};

/// A mains outage of a whole municipality.
struct Outage {
  tenancy::Municipality municipality;
  Instant from{};
  Duration length{};
};

/// How a fleet of devices behaves, without a clock or a network: arrivals are a Poisson process
/// whose rate follows the hour in Norway (most at 08-11, fewest at night; SINTEF, M4ALMO 2016), two
/// to three alarms for each user and month, with what follows from each: repeats until somebody
/// answers, withdrawals, things that come in order again. The same fleet, seed and start give the
/// same events.
class FleetModel {
 public:
  FleetModel(const Fleet& fleet, std::uint64_t seed, Instant start);

  void add_outage(const Outage& outage);

  /// Everything that happens after the last call (or the start) up to `until`, in order of time.
  std::vector<Event> advance(Instant until);

 private:
  struct Later {
    bool operator()(const Event& a, const Event& b) const { return a.at > b.at; }
  };
  void schedule_next(std::size_t rule, Instant after);
  void happen(std::size_t rule, Instant at);
  void follow_up(const Event& event);
  void repeat_until_answered(const Event& event);
  void schedule(Event event);

  const Fleet& fleet_;
  Random random_;
  Instant now_;
  std::array<std::vector<std::size_t>, 6> by_kind_;  ///< indexes of the fleet, by DeviceKind
  std::priority_queue<Event, std::vector<Event>, Later> coming_;
  struct Arrival {
    std::size_t rule;
    Instant at;
  };
  std::vector<Arrival> arrivals_;
};

}  // namespace varde::app::demo
