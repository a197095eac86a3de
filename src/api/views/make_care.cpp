#include "api/views/make.hpp"
#include "api/views/texts.hpp"

namespace varde::api {
namespace {

using alarm::Condition;

std::optional<std::string> filled(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

Text device_kind(std::string_view address) {
  if (address.starts_with("scaip:")) return {"Trygghetsalarm (SCAIP)", "Social alarm (SCAIP)"};
  if (address.starts_with("http:")) return {"Enhet over HTTP", "Device over HTTP"};
  return {"Annen enhet", "Other device"};
}

std::optional<std::string> battery_word(Condition condition) {
  if (condition == Condition::battery_low) return "low";
  if (condition == Condition::battery_ok) return "ok";
  return std::nullopt;
}

std::optional<std::string> mains_word(Condition condition) {
  if (condition == Condition::mains_failed) return "failed";
  if (condition == Condition::mains_ok) return "ok";
  return std::nullopt;
}

AddressView make_address(const care::Address& address) {
  AddressView view{address.line, address.postal_code, address.city,
                   std::nullopt, std::nullopt,        address.home};
  if (address.latitude != 0 || address.longitude != 0) {
    view.lat = address.latitude;
    view.lon = address.longitude;
  }
  return view;
}

}  // namespace

DeviceView make_device_view(const access::DeviceRow& row, const Lookups::Directory& directory,
                            std::optional<std::string> user_name) {
  const care::Device& device = row.device;
  DeviceView view;
  view.id = device.id;
  view.address = device.address;
  view.model = device.model;
  view.kind = device_kind(device.address);
  view.municipality = device.municipality;
  view.municipality_name = directory.municipality_name(device.municipality);
  view.service_user_id = device.user;
  view.service_user_name = std::move(user_name);
  view.state = device.state;
  view.last_heard_at = row.heard_at;
  view.lost_contact = row.contact_lost;
  view.battery = battery_word(row.battery);
  view.mains = mains_word(row.mains);
  view.assigned_from = device.assigned_from;
  view.assigned_to = device.assigned_to;
  view.open_alarms = row.open_alarms;
  return view;
}

ServiceUserView make_user_view(const care::ServiceUser& user, const Lookups::Directory& directory,
                               Instant now) {
  ServiceUserView view;
  view.id = user.id;
  view.name = user.name;
  view.born = user.born;
  view.age = care::age_at(user.born, now);
  view.sex = user.sex;
  view.municipality = user.municipality;
  view.municipality_name = directory.municipality_name(user.municipality);
  view.address = make_address(user.address);
  view.phone = filled(user.phone);
  view.language = user.language;
  int order = 0;
  for (const auto& c : user.contacts)
    view.contacts.push_back({++order, c.id, c.name, c.relation, c.phone, c.has_key});
  for (const auto& i : user.instructions) view.instructions.push_back({i.title, i.text});
  view.access = {filled(user.access.key_box), filled(user.access.e_lock), filled(user.access.door)};
  return view;
}

}  // namespace varde::api
