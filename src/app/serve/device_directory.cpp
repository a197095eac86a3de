#include "app/serve/device_directory.hpp"

#include <algorithm>
#include <mutex>

#include "base/limits.hpp"

namespace varde::app {
namespace {

constexpr std::string_view kScheme = "scaip:";

std::set<std::string, std::less<>> words_between_commas(std::string_view text) {
  std::set<std::string, std::less<>> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    if (!word.empty()) words.emplace(word);
  }
  return words;
}

}  // namespace

DeviceDirectory::DeviceDirectory(const access::Records& records, std::string_view answer_in_reply)
    : answer_in_reply_(words_between_commas(answer_in_reply)) {
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
  return known->second;
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
  profiles_[address] = {secret == secrets_.end() ? "" : secret->second,
                        answer_in_reply_.contains(device.model)};
}

}  // namespace varde::app
