#include "report/format.hpp"

#include <cmath>

#include <fmt/format.h>

namespace varde::report {
namespace {

constexpr std::string_view kMinus = "\u2212";

/// Digits with a space before every third from the right.
std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += kSpace;
    out += digits[i];
  }
  return out;
}

std::uint64_t magnitude(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? 0 - bits : bits;
}

std::string signed_whole(bool negative, std::uint64_t number) {
  return std::string(negative && number != 0 ? kMinus : "") + grouped(std::to_string(number));
}

}  // namespace

std::string whole(std::int64_t number) { return signed_whole(number < 0, magnitude(number)); }

std::string decimal(double number, int decimals) {
  if (!std::isfinite(number)) return "\u2013";
  const auto digits = fmt::format("{:.{}f}", std::abs(number), decimals);
  const auto point = digits.find('.');
  auto out = grouped(std::string_view(digits).substr(0, point));
  if (point != digits.npos) out += "," + digits.substr(point + 1);
  const bool zero = digits.find_first_not_of("0.") == digits.npos;
  return std::string(number < 0 && !zero ? kMinus : "") + out;
}

std::string amount(std::int64_t ore) {
  const auto all = magnitude(ore);
  return std::string(ore < 0 ? kMinus : "") + grouped(std::to_string(all / 100)) +
         fmt::format(",{:02}", all % 100);
}

std::string kroner(std::int64_t ore) {
  const auto all = magnitude(ore);
  return signed_whole(ore < 0, all / 100 + (all % 100 >= 50 ? 1 : 0));
}

std::string millions(std::int64_t ore) { return decimal(static_cast<double>(ore) / 1e8, 1); }

std::string day(Instant at) {
  const auto date = to_norwegian_time(at).date;
  return fmt::format("{}.{}.{}", static_cast<unsigned>(date.day()),
                     static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

std::string percent(double percent, int decimals) {
  return decimal(percent, decimals) + std::string(kSpace) + "%";
}

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#39;";
    } else if (byte >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

}  // namespace varde::report
