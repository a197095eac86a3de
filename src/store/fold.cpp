#include "store/fold.hpp"

#include <array>
#include <cstdint>

namespace varde::store {
namespace {

// U+00C0..U+00FF and U+0100..U+017F, lower case or not, by what they are without accent; ' ' = not
// a letter.
constexpr std::string_view kLatin1 =
    "aaaa{}{ceeeeiiii"
    "dnoooo| |uuuuypb"
    "aaaa{}{ceeeeiiii"
    "dnoooo| |uuuuypy";
constexpr std::string_view kLatinExtendedA =
    "aaaaaaccccccccdd"
    "ddeeeeeeeeeegggg"
    "gggghhhhiiiiiiii"
    "iiiijjkkklllllll"
    "lllnnnnnnnnnoooo"
    "oo||rrrrrrssssss"
    "ssttttttuuuuuuuu"
    "uuuuwwyyyzzzzzzs";
static_assert(kLatin1.size() == 64 && kLatinExtendedA.size() == 128);

struct Letter {
  std::uint32_t code = 0;
  std::size_t size = 1;
};

/// One code point of UTF-8; a byte that starts none is taken for itself.
Letter letter_at(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (size == 1 || text.size() < size) return {first, 1};
  std::uint32_t code = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i)
    code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return {code, size};
}

char folded(std::uint32_t code) {
  if (code >= 'A' && code <= 'Z') return static_cast<char>(code - 'A' + 'a');
  if (code < 0x80) {
    const char c = static_cast<char>(code);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return kept ? c : ' ';
  }
  if (code >= 0xC0 && code <= 0xFF) return kLatin1[code - 0xC0];
  if (code >= 0x100 && code <= 0x17F) return kLatinExtendedA[code - 0x100];
  return ' ';
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Letter letter = letter_at(text);
    text.remove_prefix(letter.size);
    const char c = folded(letter.code);
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> words(std::string_view folded_text) {
  std::vector<std::string> out;
  while (!folded_text.empty()) {
    const auto end = folded_text.find(' ');
    if (end != 0) out.emplace_back(folded_text.substr(0, end));
    folded_text.remove_prefix(end == std::string_view::npos ? folded_text.size() : end + 1);
  }
  return out;
}

}  // namespace varde::store
