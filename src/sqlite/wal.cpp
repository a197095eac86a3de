#include "sqlite/wal.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace varde::sqlite {
namespace {

constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
constexpr std::uint32_t kMagic =
    0x377F0682;  // the lowest bit says that checksums are of big-endian words
constexpr std::uint32_t kLargestPage = 65'536;

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

struct Checksum {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  friend bool operator==(const Checksum&, const Checksum&) = default;

  void add(std::string_view bytes, bool words_are_big_endian) {
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
      auto a = big_endian(bytes, at);
      auto b = big_endian(bytes, at + 4);
      if (!words_are_big_endian) {
        a = __builtin_bswap32(a);
        b = __builtin_bswap32(b);
      }
      first += a + second;
      second += b + first;
    }
  }
};

struct Header {
  bool big_endian_words = false;
  std::uint32_t page_bytes = 0;
  std::string salts;
  Checksum checksum;
};

enum class Opening { none, damaged, good };

/// A log that was never begun is empty or zeros.
Opening read_header(std::ifstream& file, Header& header) {
  std::string bytes(kHeaderBytes, '\0');
  if (!file.read(bytes.data(), kHeaderBytes)) return Opening::none;
  if (std::ranges::all_of(bytes, [](char c) { return c == '\0'; })) return Opening::none;
  header.big_endian_words = (big_endian(bytes, 0) & 1U) != 0;
  header.page_bytes = big_endian(bytes, 8);
  header.salts = bytes.substr(16, 8);
  header.checksum.add(std::string_view(bytes).substr(0, 24), header.big_endian_words);
  const bool good = (big_endian(bytes, 0) & ~1U) == kMagic && header.page_bytes >= 512 &&
                    header.page_bytes <= kLargestPage &&
                    header.checksum == Checksum{big_endian(bytes, 24), big_endian(bytes, 28)};
  return good ? Opening::good : Opening::damaged;
}

struct Frame {
  bool of_this_log = false;  ///< and not of an earlier one in the same file
  bool commits = false;
  Checksum computed;  ///< from the checksum that the frame before says it has
  Checksum said;

  bool sound() const { return of_this_log && computed == said; }
};

std::optional<Frame> read_frame(std::ifstream& file, const Header& header, Checksum before) {
  std::string bytes(kFrameHeaderBytes + header.page_bytes, '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  const std::string_view view(bytes);
  Frame frame;
  frame.of_this_log = view.substr(8, 8) == header.salts;
  frame.commits = big_endian(view, 4) != 0;
  frame.said = {big_endian(view, 16), big_endian(view, 20)};
  before.add(view.substr(0, 8), header.big_endian_words);
  before.add(view.substr(kFrameHeaderBytes), header.big_endian_words);
  frame.computed = before;
  return frame;
}

/// The first unsound place that whole commits follow: which log of the file it is in, and the
/// frame.
struct Place {
  std::string salts;
  std::size_t frame = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

std::optional<Place> find_damage(const std::filesystem::path& log) {
  std::ifstream file(log, std::ios::binary);
  Header header;
  const auto opening = read_header(file, header);
  if (opening == Opening::damaged) return Place{};
  if (opening == Opening::none) return std::nullopt;
  std::optional<std::size_t> broken;
  bool committed_after_break = false;
  std::size_t number = 0;
  Checksum before = header.checksum;
  while (const auto frame = read_frame(file, header, before)) {
    // What follows a commit and fits it was written after that commit had reached the disk.
    // Leftovers of appends that failed hold no such pair: each was written over from its beginning.
    if (frame->sound() && committed_after_break) return Place{header.salts, *broken};
    if (!frame->sound() && !broken) broken = number;
    committed_after_break = broken && frame->of_this_log && frame->commits;
    before = frame->said;
    ++number;
  }
  return std::nullopt;
}

}  // namespace

bool wal_hides_commits(const std::filesystem::path& path) {
  auto log = path;
  log += "-wal";
  const auto found = find_damage(log);
  // A second look, because the first may have read a frame while a writer was writing it.
  return found && find_damage(log) == found;
}

}  // namespace varde::sqlite
