#include "exchange/ehf/organisation.hpp"

#include <span>

namespace varde::ehf {
namespace {

bool has_check_digit(std::string_view digits, std::span<const int> weights) {
  if (digits.size() != weights.size() + 1) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] < '0' || digits[i] > '9') return false;
    if (i < weights.size()) sum += (digits[i] - '0') * weights[i];
  }
  const int check = (11 - sum % 11) % 11;  // 10 has no digit: such numbers are not given out
  return check == digits.back() - '0';
}

}  // namespace

bool is_organisation_number(std::string_view digits) {
  constexpr int weights[] = {3, 2, 7, 6, 5, 4, 3, 2};
  return has_check_digit(digits, weights);
}

bool is_account_number(std::string_view digits) {
  constexpr int weights[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  return has_check_digit(digits, weights);
}

}  // namespace varde::ehf
