#include "report/coast.hpp"

#include <charconv>
#include <string_view>

#include "base/assert.hpp"

namespace varde::report {

extern const std::string_view kCoastText;  // coast.txt, put into the program by CMakeLists.txt

namespace {

constexpr double kUnit = 1'000;  ///< parts of a degree

/// A ring a line: the first point, then steps, all as "x y".
std::vector<Degrees> ring_of(std::string_view line) {
  std::vector<Degrees> ring;
  int x = 0, y = 0;
  const char* at = line.data();
  const char* end = at + line.size();
  const auto number = [&] {
    int value = 0;
    while (at < end && *at == ' ') ++at;
    const auto read = std::from_chars(at, end, value);
    VARDE_ASSERT(read.ec == std::errc{});
    at = read.ptr;
    return value;
  };
  while (at < end) {
    x += number();
    y += number();
    ring.push_back({x / kUnit, y / kUnit});
  }
  return ring;
}

}  // namespace

const std::vector<std::vector<Degrees>>& coast() {
  static const auto rings = [] {
    std::vector<std::vector<Degrees>> all;
    for (auto left = kCoastText; !left.empty();) {
      const auto end = left.find('\n');
      if (end > 0) all.push_back(ring_of(left.substr(0, end)));
      left.remove_prefix(end == left.npos ? left.size() : end + 1);
    }
    return all;
  }();
  return rings;
}

}  // namespace varde::report
