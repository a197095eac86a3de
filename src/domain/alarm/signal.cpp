#include "domain/alarm/signal.hpp"

#include "base/names.hpp"

namespace varde::alarm {
namespace {

constexpr auto kKinds = make_names<SignalKind>("alarm", "reset", "technical", "heartbeat",
                                               "measurement", "event", "location");
constexpr auto kProtocols = make_names<Protocol>("scaip", "http", "internal");
constexpr auto kConditions =
    make_names<Condition>("none", "battery_low", "battery_ok", "mains_failed", "mains_ok",
                          "contact_lost", "contact_ok", "fault");

}  // namespace

std::string_view to_string(SignalKind kind) { return kKinds.of(kind); }
std::optional<SignalKind> parse_signal_kind(std::string_view text) { return kKinds.find(text); }
std::string_view to_string(Protocol protocol) { return kProtocols.of(protocol); }
std::string_view to_string(Condition condition) { return kConditions.of(condition); }

}  // namespace varde::alarm
