#pragma once

#include <string_view>

namespace varde::ehf {

/// Nine digits of which the last is the check digit (modulus 11, weights 3 2 7 6 5 4 3 2).
bool is_organisation_number(std::string_view digits);
/// Eleven digits of which the last is the check digit (modulus 11, weights 5 4 3 2 7 6 5 4 3 2).
bool is_account_number(std::string_view digits);

}  // namespace varde::ehf
