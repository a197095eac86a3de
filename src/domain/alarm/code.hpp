#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace varde::alarm {

/// A code of the national event list, http://ehelse.no/fhir/CodeSystem/vkp-alert-code-v090 (VKP-R4,
/// edition of 2024-10): up to three numbers, "3", "4.1", "5.2.1". 0 = absent part.
struct AlertCode {
  std::uint8_t group = 0;
  std::uint8_t item = 0;
  std::uint8_t part = 0;

  friend auto operator<=>(const AlertCode&, const AlertCode&) = default;
};

inline constexpr AlertCode kSocialAlarm{3, 0, 0};  ///< trygghetsalarm
inline constexpr AlertCode kFall{4, 1, 0};

std::string to_string(AlertCode code);  ///< "4.1"
/// nullopt when malformed; a well-formed code that is not in the list is given back as it is.
std::optional<AlertCode> parse_alert_code(std::string_view text);

/// What we know of a code in the list: both languages and how urgent it is before plan and age have
/// their say.
struct CodeInfo {
  AlertCode code;
  std::string_view nb;
  std::string_view en;
  std::uint8_t priority;  ///< 1 most urgent .. 5
  bool technical;  ///< battery, mains, contact, faults: work for a technician, not a person in need
  bool note_required;  ///< closing it demands a note
};
/// nullptr for a code that is not in the list.
const CodeInfo* find_code(AlertCode code);
/// The whole list, sorted by code.
std::span<const CodeInfo> all_codes();
std::string_view code_list_url();

}  // namespace varde::alarm
