#include "app/demo/message.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"

namespace varde::app::demo {
namespace {

using alarm::Condition;
using alarm::SignalKind;
using alarm::scaip::MessageType;

// Device types of SCAIP.
constexpr std::uint16_t kController = 2;
constexpr std::uint16_t kPendant = 3;
constexpr std::uint16_t kFallDetector = 5;

alarm::AlertCode technical_code(DeviceKind kind, Condition condition) {
  if (kind != DeviceKind::dispenser) return alarm::kSocialAlarm;
  return condition == Condition::battery_low || condition == Condition::battery_ok
             ? alarm::AlertCode{1, 17, 0}
             : alarm::AlertCode{1, 20, 0};
}

HttpMessage technical(DeviceKind kind, Condition condition) {
  return {SignalKind::technical, technical_code(kind, condition), condition};
}

}  // namespace

ScaipMessage scaip_message(const Event& event, const FleetDevice& device) {
  const std::uint16_t own = device.kind == DeviceKind::fall_watch ? kFallDetector : kController;
  switch (event.what) {
    case What::heartbeat:
      return {MessageType::heartbeat_PI, kController, 102};
    case What::pendant:
    case What::false_press:
      return {MessageType::alarm_ME, kPendant, 10};
    case What::withdrawal:
      return {MessageType::reset_RE, kPendant, 93};
    case What::fall:
      return {MessageType::alarm_ME, kFallDetector, 9};
    case What::battery_low:
      return {MessageType::alarm_ME, own == kController ? kPendant : own, 16};
    case What::battery_ok:
      return {MessageType::alarm_ME, own == kController ? kPendant : own, 15};
    case What::mains_failed:
      return {MessageType::alarm_ME, own, 85};
    case What::mains_ok:
      return {MessageType::alarm_ME, own, 86};
    case What::network_lost:
      return {MessageType::alarm_ME, own, 24};
    case What::network_ok:
      return {MessageType::alarm_ME, own, 113};
    default:
      break;
  }
  assertion_failed("an event that no SCAIP device of the fleet has", __FILE__, __LINE__);
}

HttpMessage http_message(const Event& event, const FleetDevice& device) {
  switch (event.what) {
    case What::smoke:
      return {SignalKind::alarm, {4, 11, 0}, Condition::none};
    case What::door:
      return {SignalKind::alarm, {4, 15, 0}, Condition::none};
    case What::not_taken:
      return {SignalKind::alarm, {1, 1, 0}, Condition::none};
    case What::wandering:
      return {SignalKind::alarm, {2, 0, 0}, Condition::none};
    case What::battery_low:
      return technical(device.kind, Condition::battery_low);
    case What::battery_ok:
      return technical(device.kind, Condition::battery_ok);
    case What::network_lost:
      return technical(device.kind, Condition::contact_lost);
    case What::network_ok:
      return technical(device.kind, Condition::contact_ok);
    default:
      break;
  }
  assertion_failed("an event that no HTTP device of the fleet has", __FILE__, __LINE__);
}

alarm::Signal signal_of(const Event& event, const FleetDevice& device, SignalId id,
                        std::uint64_t number) {
  alarm::Signal signal;
  signal.id = id;
  signal.address = device.device.address;
  signal.key = fmt::format("{}/{}", signal.address, number);
  signal.content = number;
  signal.location = event.room;
  if (device.speaks_scaip()) {
    const auto message = scaip_message(event, device);
    const auto meaning = alarm::scaip::classify(message.type, message.dty, message.stc);
    signal.protocol = alarm::Protocol::scaip;
    signal.kind = meaning.kind;
    signal.code = meaning.code;
    signal.condition = meaning.condition;
    signal.raw_code = fmt::format("dty={:04} stc={:04}", message.dty, message.stc);
    if (event.room != 0) signal.raw_code += fmt::format(" lco={:03}", event.room);
  } else {
    const auto message = http_message(event, device);
    signal.protocol = alarm::Protocol::http;
    signal.kind = message.kind;
    signal.code = message.code;
    signal.condition = message.condition;
    signal.raw_code = alarm::to_string(message.code);
  }
  return signal;
}

}  // namespace varde::app::demo
