#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "access/records.hpp"
#include "base/result.hpp"

namespace varde::app::demo {

/// Ready roles for the sign-in page: two operators, a coordinator of Brønnøy, a leader and an
/// administrator. No passwords.
std::vector<access::Account> accounts();
/// The two who are on duty, also in the made-up past.
std::array<ActorId, 2> operators();

/// Makes a fresh API key for reading alarms and one for delivering signals, and writes each to a
/// file of `folder` ("reader", "sender") that only its owner can read. Gives what the register
/// shall know.
Result<std::vector<access::ApiKey>> make_keys(const std::filesystem::path& folder);

}  // namespace varde::app::demo
