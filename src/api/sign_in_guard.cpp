#include "api/sign_in_guard.hpp"

#include <algorithm>

namespace varde::api {
namespace {

constexpr int kFailures = 5;
constexpr auto kWindow = std::chrono::minutes{15};
constexpr std::size_t kTracked = 10'000;

std::string key_of(std::string_view account, std::string_view address) {
  // As accounts are looked up: without regard to letter case.
  std::string key{account};
  std::ranges::transform(key, key.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return key.append("\n").append(address);
}

}  // namespace

bool SignInGuard::allows(std::string_view account, std::string_view address, Instant now) const {
  const auto it = failures_.find(key_of(account, address));
  return it == failures_.end() || it->second.count < kFailures || now - it->second.since >= kWindow;
}

void SignInGuard::failed(std::string_view account, std::string_view address, Instant now) {
  if (failures_.size() >= kTracked)
    std::erase_if(failures_, [&](const auto& f) { return now - f.second.since >= kWindow; });
  if (failures_.size() >= kTracked) failures_.clear();
  auto& entry = failures_[key_of(account, address)];
  if (entry.count == 0 || now - entry.since >= kWindow) entry = {0, now};
  ++entry.count;
}

void SignInGuard::succeeded(std::string_view account, std::string_view address) {
  failures_.erase(key_of(account, address));
}

}  // namespace varde::api
