#pragma once

#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <unordered_map>

#include "access/records.hpp"
#include "engine/ports.hpp"
#include "intake/scaip/server.hpp"

namespace varde::app {

/// The devices that speak SCAIP and what they prove themselves with, in memory: asked for every
/// message. Thread-safe.
class DeviceDirectory final : public scaip::Directory {
 public:
  /// Reads all devices and secrets of the register. Devices of the models in `answer_in_reply`
  /// (separated by commas) want the mrs in the body of the 200.
  DeviceDirectory(const access::Records& records, std::string_view answer_in_reply);

  std::optional<scaip::DeviceProfile> find(std::string_view address) const override;

  /// Devices that are new or have another address from now on.
  void follow(std::span<const engine::Projection::Item> items);

 private:
  void put(const care::Device& device);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Texts = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

  mutable std::shared_mutex mutex_;
  std::unordered_map<DeviceId, std::string> addresses_;
  std::unordered_map<std::string, scaip::DeviceProfile, Hash, std::equal_to<>> profiles_;
  Texts secrets_;  ///< every secret of the register, also of devices that come later
  std::set<std::string, std::less<>> answer_in_reply_;
};

}  // namespace varde::app
