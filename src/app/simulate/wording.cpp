#include "app/simulate/wording.hpp"

#include <fmt/format.h>

namespace varde::app::simulate {
namespace {

std::string_view word(alarm::scaip::MessageType type) {
  using enum alarm::scaip::MessageType;
  switch (type) {
    case alarm_ME:
      return "ME";
    case reset_RE:
      return "RE";
    case information_IN:
      return "IN";
    case heartbeat_PI:
      return "PI";
  }
  return "ME";
}

}  // namespace

std::string mrq(const demo::Event& event, const demo::FleetDevice& device, std::string_view ref) {
  const auto message = demo::scaip_message(event, device);
  const bool voice = message.type == alarm::scaip::MessageType::alarm_ME &&
                     (event.what == demo::What::pendant || event.what == demo::What::false_press ||
                      event.what == demo::What::fall);
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mrq><ref>{}</ref><ver>01.00</ver>"
      "<cid>{}</cid><dty>{:04}</dty><mty>{}</mty><stc>{:04}</stc>",
      ref, device.number(), message.dty, word(message.type), message.stc);
  if (event.room != 0) text += fmt::format("<lco>{:03}</lco>", event.room);
  text += voice ? "<crd>sip:</crd></mrq>" : "<crd>no-voice:</crd></mrq>";
  return text;
}

std::string signal_json(const demo::Event& event, const demo::FleetDevice& device,
                        std::string_view id, Instant device_time) {
  const auto message = demo::http_message(event, device);
  const std::string_view address = device.device.address;
  std::string text =
      fmt::format(R"({{"id":"{}","kind":"{}","device":"{}","code":"{}","time":"{}")", id,
                  alarm::to_string(message.kind), address.substr(address.find(':') + 1),
                  alarm::to_string(message.code), to_rfc3339(device_time));
  if (message.condition != alarm::Condition::none)
    text += fmt::format(R"(,"condition":"{}")", alarm::to_string(message.condition));
  return text + "}";
}

}  // namespace varde::app::simulate
