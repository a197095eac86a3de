#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.hpp"
#include "base/result.hpp"

namespace varde::economy {

/// 128 bits for the product of an amount and a weight.
__extension__ using Wide = __int128;

/// Norwegian kroner as whole øre. Sums are exact; an overflow stops the program rather than give a
/// wrong figure.
class Money {
 public:
  constexpr Money() = default;
  static constexpr Money ore(std::int64_t amount) { return Money{amount}; }
  static constexpr Money kroner(std::int64_t amount) { return Money{amount * 100}; }

  constexpr std::int64_t in_ore() const { return ore_; }
  constexpr double in_kroner() const { return static_cast<double>(ore_) / 100.0; }
  constexpr bool is_zero() const { return ore_ == 0; }

  friend constexpr auto operator<=>(Money, Money) = default;
  friend Money operator+(Money a, Money b) { return a += b; }
  friend Money operator-(Money a, Money b) { return a += -b; }
  friend constexpr Money operator-(Money a) { return Money{-a.ore_}; }
  Money& operator+=(Money other) {
    VARDE_ASSERT(!__builtin_add_overflow(ore_, other.ore_, &ore_));
    return *this;
  }
  Money& operator-=(Money other) { return *this += -other; }

 private:
  constexpr explicit Money(std::int64_t amount) : ore_(amount) {}
  std::int64_t ore_ = 0;
};

/// Hours of work as whole hundredths.
struct Hours {
  std::int64_t hundredths = 0;

  static constexpr Hours whole(std::int64_t hours) { return {hours * 100}; }
  constexpr double in_hours() const { return static_cast<double>(hundredths) / 100.0; }
  friend constexpr auto operator<=>(Hours, Hours) = default;
  friend Hours operator+(Hours a, Hours b) { return {a.hundredths + b.hundredths}; }
  friend Hours operator-(Hours a, Hours b) { return {a.hundredths - b.hundredths}; }
  Hours& operator+=(Hours other) {
    hundredths += other.hundredths;
    return *this;
  }
};

/// amount x numerator / denominator, rounded half away from zero; denominator > 0.
Money scale(Money amount, std::int64_t numerator, std::int64_t denominator);
/// amount x factor, rounded half away from zero. For index and discount factors, which are not
/// exact.
Money scale(Money amount, double factor);
/// Kroner from a calculation in floating point, rounded to the øre.
Money round_to_ore(double kroner);

/// part / whole in hundredths of a per cent, rounded half away from zero; 0 when whole is 0.
std::int64_t basis_points(Money part, Money whole);

/// part / whole in per cent, rounded to four decimals; 0 when whole is 0. For people to read.
double percent_of(Money part, Money whole);

/// "26500000.00", "-0.05": for files and JSON.
std::string to_string(Money amount);
/// "26 500 000.00" with plain spaces: for people.
std::string to_grouped(Money amount);
/// "26 500 000": rounded to whole kroner, for tables.
std::string to_grouped_kroner(Money amount);

/// The largest amount that a file may state: ten thousand million kroner either way.
constexpr Money kLargestAmount = Money::kroner(10'000'000'000);

/// A number as files write it ("1234.5": point, no grouping, at most `decimals` decimals), times
/// 10^decimals. The error says what is wrong and what to write instead.
Result<std::int64_t> parse_decimal(std::string_view text, int decimals);
Result<Money> parse_money(std::string_view text);

}  // namespace varde::economy
