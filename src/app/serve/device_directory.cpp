#include "app/serve/device_directory.hpp"

#include <mutex>

#include "base/limits.hpp"

namespace varde::app {
namespace {

constexpr std::string_view kScheme = "scaip:";

}  // namespace

DeviceDirectory::DeviceDirectory(const access::Records& records) {
  for (auto& secret : records.device_secrets())
    secrets_.emplace(std::move(secret.address), std::move(secret.ha1));
  access::PageRequest page{"", limits::kCsvRows};
  while (true) {
    const auto devices = records.devices({}, page);
    for (const auto& row : devices.items) put(row.device);
    if (!devices.next_cursor) break;
    page.cursor = *devices.next_cursor;
  }
}

std::optional<scaip::DeviceProfile> DeviceDirectory::find(std::string_view address) const {
  const std::shared_lock lock{mutex_};
  const auto known = profiles_.find(address);
  if (known == profiles_.end()) return std::nullopt;
  return scaip::DeviceProfile{known->second, false};
}

void DeviceDirectory::follow(std::span<const engine::Projection::Item> items) {
  for (const auto& item : items) {
    const auto* changed = std::get_if<engine::DeviceChanged>(&item.effect.body);
    if (changed == nullptr) continue;
    const std::unique_lock lock{mutex_};
    put(changed->device);
  }
}

void DeviceDirectory::put(const care::Device& device) {
  if (!device.address.starts_with(kScheme)) return;
  auto& address = addresses_[device.id];
  if (!address.empty() && address != device.address) profiles_.erase(address);
  address = device.address;
  const auto secret = secrets_.find(address);
  profiles_[address] = secret == secrets_.end() ? "" : secret->second;
}

}  // namespace varde::app
