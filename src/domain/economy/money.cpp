#include "domain/economy/money.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace varde::economy {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands there instead of a number, for a person.
std::string misread(std::string_view text) {
  const bool only_number_signs = std::ranges::all_of(
      text, [](char c) { return is_digit(c) || c == ',' || c == '.' || c == ' ' || c == '-'; });
  std::string fixed(text);
  if (only_number_signs && text.find(',') != text.npos) {
    std::ranges::replace(fixed, ',', '.');
    std::erase(fixed, ' ');
    return fmt::format("'{}' has a decimal comma; write {} with a point", text, fixed);
  }
  if (only_number_signs && text.find(' ') != text.npos) {
    std::erase(fixed, ' ');
    return fmt::format("'{}' groups its digits with spaces; write {}", text, fixed);
  }
  return fmt::format(
      "'{}' is not a number; write digits with a point before decimals, like 1250.50", text);
}

std::string grouped(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, " ");
  }
  return digits;
}

std::uint64_t magnitude(Money amount) {
  const auto ore = amount.in_ore();
  return ore < 0 ? 0 - static_cast<std::uint64_t>(ore) : static_cast<std::uint64_t>(ore);
}

}  // namespace

Money scale(Money amount, std::int64_t numerator, std::int64_t denominator) {
  VARDE_ASSERT(denominator > 0);
  const Wide product = static_cast<Wide>(amount.in_ore()) * numerator;
  const Wide half = denominator / 2 + (denominator % 2);
  Wide quotient = product / denominator;
  const Wide rest = product % denominator;
  if (rest >= half) ++quotient;
  if (-rest >= half) --quotient;
  VARDE_ASSERT(quotient <= kMost && quotient >= -kMost);
  return Money::ore(static_cast<std::int64_t>(quotient));
}

Money round_to_ore(double kroner) {
  const double ore = std::round(kroner * 100.0);
  VARDE_ASSERT(std::abs(ore) < 9.0e18);
  return Money::ore(static_cast<std::int64_t>(ore));
}

Money scale(Money amount, double factor) {
  // A factor of one must not pass through floating point: above 2^53 øre it would lose some.
  if (factor == 1.0) return amount;
  const double ore = std::round(static_cast<double>(amount.in_ore()) * factor);
  VARDE_ASSERT(std::abs(ore) < 9.0e18);
  return Money::ore(static_cast<std::int64_t>(ore));
}

std::int64_t basis_points(Money part, Money whole) {
  if (whole.is_zero()) return 0;
  const std::int64_t sign = whole < Money{} ? -1 : 1;
  return scale(Money::ore(part.in_ore() * sign), 10'000, whole.in_ore() * sign).in_ore();
}

double percent_of(Money part, Money whole) {
  if (whole.is_zero()) return 0.0;
  return std::round(part.in_kroner() / whole.in_kroner() * 1e6) / 1e4;
}

std::string to_string(Money amount) {
  const auto ore = magnitude(amount);
  return fmt::format("{}{}.{:02}", amount < Money{} ? "-" : "", ore / 100, ore % 100);
}

std::string to_grouped(Money amount) {
  const auto ore = magnitude(amount);
  return fmt::format("{}{}.{:02}", amount < Money{} ? "-" : "", grouped(ore / 100), ore % 100);
}

std::string to_grouped_kroner(Money amount) {
  const auto kroner = (magnitude(amount) + 50) / 100;
  return fmt::format("{}{}", amount < Money{} && kroner != 0 ? "-" : "", grouped(kroner));
}

Result<std::int64_t> parse_decimal(std::string_view text, int decimals) {
  const std::string_view whole_text = text;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = std::min(text.find('.'), text.size());
  const auto whole = text.substr(0, point);
  const auto fraction = point < text.size() ? text.substr(point + 1) : std::string_view{};
  if (whole.empty() || !std::ranges::all_of(whole, is_digit) ||
      !std::ranges::all_of(fraction, is_digit) || (point < text.size() && fraction.empty())) {
    return Error{misread(whole_text)};
  }
  if (fraction.size() > static_cast<std::size_t>(decimals)) {
    return Error{fmt::format("'{}' has more than {} decimals; round it", whole_text, decimals)};
  }
  std::string digits(whole);
  digits.append(fraction);
  digits.append(static_cast<std::size_t>(decimals) - fraction.size(), '0');
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) {
    return Error{fmt::format("'{}' is too large a number", whole_text)};
  }
  return negative ? -value : value;
}

Result<Money> parse_money(std::string_view text) {
  const auto value = parse_decimal(text, 2);
  if (!value) return value.error();
  const auto amount = Money::ore(*value);
  if (amount > kLargestAmount || amount < -kLargestAmount) {
    return Error{
        fmt::format("'{}' is above ten thousand million kroner; check the unit (kroner, "
                    "not øre)",
                    text)};
  }
  return amount;
}

}  // namespace varde::economy
