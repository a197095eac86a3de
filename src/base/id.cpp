#include "base/id.hpp"

namespace varde {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 26;

constexpr std::array<std::int8_t, 256> make_reverse() {
  std::array<std::int8_t, 256> table{};
  for (auto& v : table) v = -1;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    const auto c = static_cast<unsigned char>(kAlphabet[i]);
    table[c] = static_cast<std::int8_t>(i);
    if (c >= 'A') table[c + ('a' - 'A')] = static_cast<std::int8_t>(i);
  }
  return table;
}
constexpr auto kReverse = make_reverse();

}  // namespace

Instant Ulid::time() const { return Instant{Duration{static_cast<std::int64_t>(high >> 16)}}; }

Ulid make_ulid(Instant t, std::uint64_t random_high, std::uint64_t random_low) {
  const auto ms = static_cast<std::uint64_t>(t.time_since_epoch().count());
  return {(ms << 16) | (random_high & 0xFFFF), random_low};
}

std::string to_string(const Ulid& id) {
  std::string out(kLength, '0');
  std::uint64_t high = id.high;
  std::uint64_t low = id.low;
  for (std::size_t i = kLength; i-- > 0;) {
    out[i] = kAlphabet[low & 31];
    low = (low >> 5) | (high << 59);
    high >>= 5;
  }
  return out;
}

std::optional<Ulid> parse_ulid(std::string_view text) {
  if (text.size() != kLength || text[0] > '7') return std::nullopt;
  Ulid id;
  for (const char c : text) {
    const int digit = kReverse[static_cast<unsigned char>(c)];
    if (digit < 0) return std::nullopt;
    id.high = (id.high << 5) | (id.low >> 59);
    id.low = (id.low << 5) | static_cast<std::uint64_t>(digit);
  }
  return id;
}

}  // namespace varde
