#include "app/demo/national_id.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace varde::app::demo {
namespace {

constexpr std::array kFirstWeights{3, 7, 6, 1, 8, 9, 4, 5, 2};
constexpr std::array kSecondWeights{5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

/// The check digit of the first digits; 10 = there is none.
int check_digit(std::string_view digits, std::span<const int> weights) {
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += (digits[i] - '0') * weights[i];
  return (11 - sum % 11) % 11;
}

}  // namespace

std::optional<std::string> synthetic_national_id(std::chrono::year_month_day born, care::Sex sex,
                                                 int serial) {
  const int year = static_cast<int>(born.year());
  if (year < 1900 || year > 1999 || serial < 0 || serial > 499) return std::nullopt;
  // The last digit of the individual number is even for women, odd for men.
  const int individual = (serial / 2 * 2 + (sex == care::Sex::male ? 1 : 0)) % 500;
  std::string id = fmt::format("{:02}{:02}{:02}{:03}", static_cast<unsigned>(born.day()),
                               static_cast<unsigned>(born.month()) + 80, year % 100, individual);
  for (const std::span<const int> weights :
       {std::span<const int>{kFirstWeights}, std::span<const int>{kSecondWeights}}) {
    const int digit = check_digit(id, weights);
    if (digit == 10) return std::nullopt;
    id.push_back(static_cast<char>('0' + digit));
  }
  return id;
}

bool valid_synthetic_national_id(std::string_view id) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (id.size() != 11 || !std::ranges::all_of(id, is_digit)) return false;
  const int month = (id[2] - '0') * 10 + (id[3] - '0');
  return month >= 81 && month <= 92 && check_digit(id, kFirstWeights) == id[9] - '0' &&
         check_digit(id, kSecondWeights) == id[10] - '0';
}

}  // namespace varde::app::demo
